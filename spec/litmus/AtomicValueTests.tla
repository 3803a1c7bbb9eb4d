------------------------- MODULE AtomicValueTests -------------------------
(***************************************************************************)
(* All litmus tests of AtomicValues, by the property that they are about.  *)
(***************************************************************************)
EXTENDS Naturals, Sequences, TLC

Publication           == INSTANCE PublicationTests
Coherence             == INSTANCE CoherenceTests
SequentialConsistency == INSTANCE SequentialConsistencyTests

AllTests == Publication!Tests @@ Coherence!Tests @@ SequentialConsistency!Tests

\* Those of four threads have by far the most executions.
OfFewThreads(tests)  == [t \in {t \in DOMAIN tests : Len(tests[t].program) < 4} |-> tests[t]]
OfManyThreads(tests) == [t \in {t \in DOMAIN tests : Len(tests[t].program) >= 4} |-> tests[t]]

ClassOf(v) == IF v = "A" THEN "class String" ELSE "another class"
=============================================================================
