--------------------------- MODULE VolatileOrder ---------------------------
(***************************************************************************)
(* Message passing the wrong way round: the data g is volatile, and the    *)
(* flag x that tells of it is not.  May a reader see the flag and miss the *)
(* data?  Yes.  Volatile accesses are ordered among themselves; nothing    *)
(* keeps the write of x from being done before that of g, nor the read of  *)
(* x from being done after that of g.  Only a release write of x carries   *)
(* what came before it, and only an acquire read of x keeps what comes     *)
(* after.                                                                  *)
(*                                                                         *)
(* This is the program by which the first model of this project was        *)
(* refuted; see litmus/refuted.                                            *)
(***************************************************************************)
EXTENDS LitmusNotation

Program(write, read) ==
  << << W("x", 1, "volatile"), W("y", 1, write) >>,
     << R("y", read), R("x", "volatile") >> >>

Ordered == Pairs \ {<<1, 0>>}

Tests ==
  "volatile data, plain flag"                 :> Test(Program("plain", "plain"), Pairs) @@
  "volatile data, opaque flag"                :> Test(Program("opaque", "opaque"), Pairs) @@
  "volatile data, release flag, opaque read"  :> Test(Program("release", "opaque"), Pairs) @@
  "volatile data, opaque flag, volatile read" :> Test(Program("opaque", "volatile"), Pairs) @@
  "volatile data, release, acquire flag"      :> Test(Program("release", "acquire"), Ordered) @@
  "volatile data and flag"                    :> Test(Program("volatile", "volatile"), Ordered)
=============================================================================
