-------------------------- MODULE MCTypedRegister --------------------------
(* Finite models of TypedRegister; each MCTypedRegister*.cfg is one.        *)
EXTENDS TypedRegister

CONSTANTS a1, a2, b1, A, B  \* values are named after their classes

MCTypeOf == [v \in Values |-> IF v = b1 THEN B ELSE A]
=============================================================================
