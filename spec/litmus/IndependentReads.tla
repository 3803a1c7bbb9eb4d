------------------------- MODULE IndependentReads -------------------------
(***************************************************************************)
(* IRIW, independent reads of independent writes: two threads write one    *)
(* location each, two others read both, in opposite orders.  Can the       *)
(* readers disagree about which write came first?  Not if all reads are    *)
(* volatile, whatever the writes are: two volatile accesses of one thread  *)
(* pass the global order between them, and the reader that is second there *)
(* knows what the first one had read.  With weaker reads, yes.             *)
(***************************************************************************)
EXTENDS LitmusNotation

Program(write, read) ==
  << << W("x", 1, write) >>,
     << W("y", 1, write) >>,
     << R("x", read), R("y", read) >>,
     << R("y", read), R("x", read) >> >>

Agreed == Fours \ {<<1, 0, 1, 0>>}

Tests ==
  "IRIW plain"                   :> Test(Program("plain", "plain"), Fours) @@
  "IRIW opaque"                  :> Test(Program("opaque", "opaque"), Fours) @@
  "IRIW release, acquire"        :> Test(Program("release", "acquire"), Fours) @@
  "IRIW release, volatile read"  :> Test(Program("release", "volatile"), Agreed) @@
  "IRIW volatile write, acquire" :> Test(Program("volatile", "acquire"), Fours) @@
  "IRIW volatile"                :> Test(Program("volatile", "volatile"), Agreed)
=============================================================================
