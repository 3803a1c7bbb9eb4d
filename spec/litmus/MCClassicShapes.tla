--------------------------- MODULE MCClassicShapes ---------------------------
(***************************************************************************)
(* The classic shapes, by the axioms and by the machine, in all            *)
(* assignments of modes, or in every n-th.                                 *)
(***************************************************************************)
EXTENDS TwoModels, ClassicShapes

CONSTANTS
  MCEvery,  \* 1 for all assignments, n for every n-th
  MCFirst   \* the number of the first one, less than MCEvery

Init ==
  \E shape \in DOMAIN Shapes :
    \E k \in 0 .. (Assignments(Shapes[shape]) - 1 - MCFirst) \div MCEvery :
      LET n == k * MCEvery + MCFirst
      IN  Begin(ShapeName(shape, n), ShapeProgram(Shapes[shape], n))

Spec == Init /\ [][Next]_vars
=============================================================================
