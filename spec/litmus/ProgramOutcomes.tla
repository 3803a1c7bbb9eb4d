--------------------------- MODULE ProgramOutcomes ---------------------------
(***************************************************************************)
(* The outcomes of programs that a model gives as a sequence.  The name of *)
(* a program is its number.                                                *)
(***************************************************************************)
EXTENDS TwoModels

CONSTANT
  Tests   \* a sequence of programs

Init == \E n \in 1 .. Len(Tests) : Begin(ToString(n), Tests[n])

Spec == Init /\ [][Next]_vars
=============================================================================
