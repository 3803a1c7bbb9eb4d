----------------------------- MODULE MCUpdates -----------------------------
(* Finite models of Updates; each MCUpdates*.cfg is one.                    *)
EXTENDS Updates

CONSTANTS a1, a2, b1, A, B  \* values are named after their classes

MCTypeOf == [v \in Values |-> IF v = b1 THEN B ELSE A]
=============================================================================
