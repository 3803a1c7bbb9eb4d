--------------------------- MODULE MCAtomicValue ---------------------------
(* Finite models of AtomicValue; each MCAtomicValue*.cfg is one.            *)
EXTENDS AtomicValue

CONSTANTS a1, a2, b1, A, B  \* values are named after their classes

MCTypeOf == [v \in Values |-> IF v = b1 THEN B ELSE A]
=============================================================================
