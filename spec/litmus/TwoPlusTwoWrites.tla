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

\* The second write of each thread is a swap, which follows what it has read at once.
BySwaps(write, swap) ==
  << << W("x", 1, write), SWAP("y", 2, swap) >>,
     << W("y", 1, write), SWAP("x", 2, swap) >> >>

Finals == {1, 2} \X {1, 2}

\* A swap that found 0 has been overwritten; if both were, each came before the other thread's write.
Swaps == {<<1, 1, 2, 2>>, <<0, 1, 2, 1>>, <<1, 0, 1, 2>>}

Tests ==
  "2+2W plain"    :> TestOfFinalValues(Program("plain"), <<"x", "y">>, Finals) @@
  "2+2W opaque"   :> TestOfFinalValues(Program("opaque"), <<"x", "y">>, Finals) @@
  "2+2W release"  :> TestOfFinalValues(Program("release"), <<"x", "y">>, Finals) @@
  "2+2W volatile" :> TestOfFinalValues(Program("volatile"), <<"x", "y">>, Finals \ {<<1, 1>>}) @@
  "2+2W plain, volatile swaps" :>
    TestOfFinalValues(BySwaps("plain", "volatile"), <<"x", "y">>, Swaps \union {<<0, 0, 1, 1>>}) @@
  "2+2W volatile, swaps too"   :> TestOfFinalValues(BySwaps("volatile", "volatile"), <<"x", "y">>, Swaps)
=============================================================================
