--------------------------- MODULE LoadBuffering ---------------------------
(***************************************************************************)
(* Each of two threads reads one location, then writes the other.  Can     *)
(* both read what the other writes later?                                  *)
(*                                                                         *)
(* With plain accesses they can, which compilers and processors may        *)
(* reorder; from opaque on they cannot.  AccessModes, where a read returns *)
(* what has been written already, has it in no mode: it is the difference  *)
(* between the machine and the axioms.                                     *)
(***************************************************************************)
EXTENDS LitmusNotation

Program(read, write) ==
  << << R("x", read), W("y", 1, write) >>,
     << R("y", read), W("x", 1, write) >> >>

Tests ==
  "LB plain"            :> Test(Program("plain", "plain"), Pairs) @@
  "LB opaque"           :> Test(Program("opaque", "opaque"), Pairs \ {<<1, 1>>}) @@
  "LB acquire, release" :> Test(Program("acquire", "release"), Pairs \ {<<1, 1>>}) @@
  "LB volatile"         :> Test(Program("volatile", "volatile"), Pairs \ {<<1, 1>>})
=============================================================================
