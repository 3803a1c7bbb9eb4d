------------------------ MODULE FailedCompareAndSet ------------------------
(***************************************************************************)
(* Message passing where the flag is tested by a compareAndSet that fails  *)
(* (it expects 5, which y never holds).  It wrote nothing, but it has read *)
(* the flag: in acquire or volatile mode it acquires, in release or plain  *)
(* mode its read is plain.                                                 *)
(***************************************************************************)
EXTENDS LitmusNotation

Program(mode) ==
  << << W("x", 1, "plain"), W("y", 1, "release") >>,
     << CAS("y", 5, 6, mode), R("x", "plain") >> >>

Ordered == Pairs \ {<<1, 0>>}

Tests ==
  "failed CAS plain"    :> Test(Program("plain"), Pairs) @@
  "failed CAS release"  :> Test(Program("release"), Pairs) @@
  "failed CAS acquire"  :> Test(Program("acquire"), Ordered) @@
  "failed CAS volatile" :> Test(Program("volatile"), Ordered)
=============================================================================
