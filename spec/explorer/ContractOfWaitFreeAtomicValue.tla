------------------- MODULE ContractOfWaitFreeAtomicValue --------------------
(* The states of ExploredWaitFreeAtomicValue, each with what it is in the  *)
(* contract by the refinement mapping of WaitFreeAtomicValue.  That is     *)
(* where docs/explorer has the abstract value and the linearization        *)
(* points from.                                                            *)
EXTENDS WaitFreeAtomicValue, ExplorerClients

VARIABLE contract

InTheContract == [value |-> data, status |-> AbstractStatus, result |-> AbstractResult]

ExplorerInit == Init /\ contract = InTheContract
ExplorerNext == Next /\ contract' = InTheContract'
=============================================================================
