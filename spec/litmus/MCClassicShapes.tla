--------------------------- MODULE MCClassicShapes ---------------------------
(***************************************************************************)
(* The classic shapes, by the axioms and by the machine, in all            *)
(* assignments of modes, or in every n-th.                                 *)
(***************************************************************************)
EXTENDS TwoModels, ClassicShapes

CONSTANT MCEvery  \* 1 for all assignments, n for every n-th

Init ==
  \E shape \in DOMAIN Shapes :
    \E k \in 0 .. (Assignments(Shapes[shape]) - 1) \div MCEvery :
      Begin(ShapeName(shape, k * MCEvery), ShapeProgram(Shapes[shape], k * MCEvery))

Spec == Init /\ [][Next]_vars
=============================================================================
