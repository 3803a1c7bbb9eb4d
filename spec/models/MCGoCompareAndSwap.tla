------------------------- MODULE MCGoCompareAndSwap -------------------------
(* Finite models of GoCompareAndSwap, one for each notion of equality.      *)
EXTENDS GoCompareAndSwap

CONSTANTS x1, x2, y1  \* boxes named after their values: x1 and x2 hold equal ones

ValueIn(b) == IF b \in {x1, x2} THEN "x" ELSE "y"

SameValue(b, c) == ValueIn(b) = ValueIn(c)
SameBox(b, c)   == b = c
=============================================================================
