--------------------------- MODULE LoadBuffering ---------------------------
(***************************************************************************)
(* Each of two threads reads one location, then writes the other.  Can     *)
(* both read what the other writes later?                                  *)
(*                                                                         *)
(* Outside the model: here a read returns what has been written already,   *)
(* so <<1, 1>> never happens, in any mode.  In Java it may happen with     *)
(* plain accesses, which compilers and processors may reorder.  With       *)
(* acquire or release it may not.                                          *)
(***************************************************************************)
EXTENDS LitmusNotation

Program(read, write) ==
  << << R("x", read), W("y", 1, write) >>,
     << R("y", read), W("x", 1, write) >> >>

Tests ==
  "LB plain (Java allows 1, 1)" :> Test(Program("plain", "plain"), Pairs \ {<<1, 1>>}) @@
  "LB opaque"                   :> Test(Program("opaque", "opaque"), Pairs \ {<<1, 1>>}) @@
  "LB acquire, release"         :> Test(Program("acquire", "release"), Pairs \ {<<1, 1>>}) @@
  "LB volatile"                 :> Test(Program("volatile", "volatile"), Pairs \ {<<1, 1>>})
=============================================================================
