------------------------ MODULE MCAtomicValueModes ------------------------
(***************************************************************************)
(* All litmus tests of AtomicValue, with the modes that the code uses.     *)
(***************************************************************************)
EXTENDS AtomicValueModes

Publication           == INSTANCE PublicationTests
Coherence             == INSTANCE CoherenceTests
SequentialConsistency == INSTANCE SequentialConsistencyTests

MCTests == Publication!Tests @@ Coherence!Tests @@ SequentialConsistency!Tests

MCTypeOf(v) == IF v = "A" THEN "class String" ELSE "another class"

\* Every access of the code is volatile.
MCModes == {[a \in Accesses |-> "volatile"]}

ASSUME PrintContractOutcomes
=============================================================================
