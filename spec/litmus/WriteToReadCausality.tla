----------------------- MODULE WriteToReadCausality -----------------------
(***************************************************************************)
(* WRC: a thread writes x, a second reads x and then writes y, a third     *)
(* reads y and then x.  Does what the second saw reach the third?  If the  *)
(* flag y is written in release mode and read in acquire mode, yes,        *)
(* whatever the accesses to x are: a release write carries all that its    *)
(* thread has done and read before, by plain reads, too.                   *)
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
     Test(Program("opaque", "opaque", "release", "acquire", "plain"), Causal) @@
  "WRC acquire relay" :>
     Test(Program("plain", "acquire", "opaque", "acquire", "plain"), Causal) @@
  "WRC plain relay" :>
     Test(Program("opaque", "plain", "release", "acquire", "opaque"), Causal) @@
  "WRC volatile" :>
     Test(Program("volatile", "volatile", "volatile", "volatile", "volatile"), Causal)
=============================================================================
