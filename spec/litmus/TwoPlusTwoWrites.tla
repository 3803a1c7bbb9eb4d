------------------------- MODULE TwoPlusTwoWrites -------------------------
(***************************************************************************)
(* 2+2W: two threads write two locations in opposite orders.  Can each     *)
(* location end with the value that was written to it first?  Not if all   *)
(* writes are volatile.                                                    *)
(***************************************************************************)
EXTENDS LitmusNotation

Program(mode) ==
  << << W("x", 1, mode), W("y", 2, mode) >>,
     << W("y", 1, mode), W("x", 2, mode) >> >>

Finals == {1, 2} \X {1, 2}

Tests ==
  "2+2W plain"    :> TestOfFinalValues(Program("plain"), <<"x", "y">>, Finals) @@
  "2+2W opaque"   :> TestOfFinalValues(Program("opaque"), <<"x", "y">>, Finals) @@
  "2+2W release"  :> TestOfFinalValues(Program("release"), <<"x", "y">>, Finals) @@
  "2+2W volatile" :> TestOfFinalValues(Program("volatile"), <<"x", "y">>, Finals \ {<<1, 1>>})
=============================================================================
