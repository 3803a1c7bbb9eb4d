------------------------- MODULE AtomicValueTests -------------------------
(***************************************************************************)
(* All litmus tests of AtomicValues, by the property that they are about.  *)
(***************************************************************************)
EXTENDS TLC

Publication           == INSTANCE PublicationTests
Coherence             == INSTANCE CoherenceTests
SequentialConsistency == INSTANCE SequentialConsistencyTests

AllTests == Publication!Tests @@ Coherence!Tests @@ SequentialConsistency!Tests

ClassOf(v) == IF v = "A" THEN "class String" ELSE "another class"
=============================================================================
