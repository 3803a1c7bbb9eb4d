--------------------------- MODULE MCProcessorPin ---------------------------
(* A finite model of ProcessorPin.                                          *)
EXTENDS ProcessorPin

CONSTANTS a1, b1, A, B  \* values are named after their classes

MCTypeOf == [v \in Values |-> IF v = b1 THEN B ELSE A]
=============================================================================
