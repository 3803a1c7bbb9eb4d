-------------------------- MODULE MessagePassing --------------------------
(***************************************************************************)
(* One thread writes x, then raises the flag y.  Another sees the flag.    *)
(* Does it see x?  Only if the flag is written in release mode and read in *)
(* acquire mode, or stronger; x itself may be plain.                       *)
(***************************************************************************)
EXTENDS LitmusNotation

Program(payload, write, read) ==
  << << W("x", 1, payload), W("y", 1, write) >>,
     << R("y", read), R("x", payload) >> >>

Ordered == Pairs \ {<<1, 0>>}

Tests ==
  "MP plain"                 :> Test(Program("plain", "plain", "plain"), Pairs) @@
  "MP opaque"                :> Test(Program("opaque", "opaque", "opaque"), Pairs) @@
  "MP release, opaque read"  :> Test(Program("plain", "release", "opaque"), Pairs) @@
  "MP opaque write, acquire" :> Test(Program("plain", "opaque", "acquire"), Pairs) @@
  "MP release, acquire"      :> Test(Program("plain", "release", "acquire"), Ordered) @@
  "MP volatile"              :> Test(Program("plain", "volatile", "volatile"), Ordered)
=============================================================================
