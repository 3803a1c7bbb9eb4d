-------------------- MODULE MCWaitFreeAtomicValueModes --------------------
(***************************************************************************)
(* All litmus tests of AtomicValues, run by WaitFreeAtomicValue with the   *)
(* modes that the code uses.                                               *)
(***************************************************************************)
EXTENDS WaitFreeAtomicValueModes, AtomicValueTests

\* Every access of the code is volatile.
MCModes == {[a \in Accesses |-> "volatile"]}

MCFewThreads  == OfFewThreads(AllTests)
MCManyThreads == OfManyThreads(AllTests)

ASSUME PrintContractOutcomes
=============================================================================
