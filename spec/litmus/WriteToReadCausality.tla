----------------------- MODULE WriteToReadCausality -----------------------
(***************************************************************************)
(* WRC: a thread writes x, a second reads x and then writes y, a third     *)
(* reads y and then x.  Does what the second saw reach the third?  With    *)
(* release and acquire all along, yes: happens-before is transitive.  An   *)
(* opaque read in the middle is enough if the last read is opaque too,     *)
(* since coherence is carried along.  A plain read anywhere is not.        *)
(***************************************************************************)
EXTENDS LitmusNotation

Program(writeX, readX, writeY, readY, lastRead) ==
  << << W("x", 1, writeX) >>,
     << R("x", readX), W("y", 1, writeY) >>,
     << R("y", readY), R("x", lastRead) >> >>

Causal == Triples \ {<<1, 1, 0>>}

Tests ==
  "WRC plain" :>
     Test(Program("plain", "plain", "plain", "plain", "plain"), Triples) @@
  "WRC opaque" :>
     Test(Program("opaque", "opaque", "opaque", "opaque", "opaque"), Triples) @@
  "WRC release, acquire" :>
     Test(Program("release", "acquire", "release", "acquire", "plain"), Causal) @@
  "WRC opaque relay" :>
     Test(Program("opaque", "opaque", "release", "acquire", "opaque"), Causal) @@
  "WRC opaque relay, plain last read" :>
     Test(Program("opaque", "opaque", "release", "acquire", "plain"), Triples) @@
  "WRC plain relay" :>
     Test(Program("opaque", "plain", "release", "acquire", "opaque"), Triples) @@
  "WRC volatile" :>
     Test(Program("volatile", "volatile", "volatile", "volatile", "volatile"), Causal)
=============================================================================
