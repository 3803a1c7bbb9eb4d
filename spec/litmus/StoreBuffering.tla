-------------------------- MODULE StoreBuffering --------------------------
(***************************************************************************)
(* Each of two threads writes its own location, then reads the other's.    *)
(* Can both miss the other's write?  Yes, below volatile; and both the     *)
(* writes and the reads have to be volatile.                               *)
(*                                                                         *)
(* Nor is a volatile access a full fence: two opaque accesses with a       *)
(* volatile write to some other location between them still may.  Had the  *)
(* threads used a read-modify-write of that location, the one that came    *)
(* second would have read the first one's and known all that it knew.      *)
(***************************************************************************)
EXTENDS LitmusNotation

Program(write, read) ==
  << << W("x", 1, write), R("y", read) >>,
     << W("y", 1, write), R("x", read) >> >>

WithWriteBetween ==
  << << W("x", 1, "opaque"), W("z", 1, "volatile"), R("y", "opaque") >>,
     << W("y", 1, "opaque"), W("z", 1, "volatile"), R("x", "opaque") >> >>

WithUpdateBetween ==
  << << W("x", 1, "opaque"), SWAP("z", 1, "volatile"), R("y", "opaque") >>,
     << W("y", 1, "opaque"), SWAP("z", 1, "volatile"), R("x", "opaque") >> >>

Tests ==
  "SB plain"                   :> Test(Program("plain", "plain"), Pairs) @@
  "SB opaque"                  :> Test(Program("opaque", "opaque"), Pairs) @@
  "SB release, acquire"        :> Test(Program("release", "acquire"), Pairs) @@
  "SB release, volatile read"  :> Test(Program("release", "volatile"), Pairs) @@
  "SB volatile write, acquire" :> Test(Program("volatile", "acquire"), Pairs) @@
  "SB volatile"                :> Test(Program("volatile", "volatile"), Pairs \ {<<0, 0>>}) @@
  "SB volatile write between"  :> Test(WithWriteBetween, Pairs) @@
  "SB volatile swap between"   :>
    Test(WithUpdateBetween,
         \* what the swap and the read of each thread returned: the first swap is followed by either
         {<<0, 0, 1, 1>>, <<0, 1, 1, 1>>, <<1, 1, 0, 0>>, <<1, 1, 0, 1>>})
=============================================================================
