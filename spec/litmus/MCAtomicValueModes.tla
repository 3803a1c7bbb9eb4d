------------------------ MODULE MCAtomicValueModes ------------------------
(***************************************************************************)
(* All litmus tests of AtomicValues, run by AtomicValue with the           *)
(* modes that the code uses.                                               *)
(***************************************************************************)
EXTENDS AtomicValueModes, AtomicValueTests

\* Every access of the code is volatile.
MCModes == {[a \in Accesses |-> "volatile"]}

MCFewThreads  == OfFewThreads(AllTests)
MCManyThreads == OfManyThreads(AllTests)

ASSUME PrintContractOutcomes
=============================================================================
