------------------------- MODULE PictureFirstStore -------------------------
(* All that one thread can do with the algorithm, if it loads and stores    *)
(* one value.                                                               *)
EXTENDS AtomicValue

CONSTANTS v, C

PictureTypeOf == [x \in Values |-> C]

LoadsAndStores == {c \in AllCalls : c.op \in {"load", "store"} /\ ~RefusedByArguments(c)}
=============================================================================
