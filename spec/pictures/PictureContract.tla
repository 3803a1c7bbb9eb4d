-------------------------- MODULE PictureContract --------------------------
(* All that one thread can do with the contract, if it loads and stores one *)
(* value.                                                                   *)
EXTENDS TypedRegister

CONSTANTS v, C

PictureTypeOf == [x \in Values |-> C]

LoadsAndStores == {c \in AllCalls : c.op \in {"load", "store"} /\ ~RefusedByArguments(c)}
=============================================================================
