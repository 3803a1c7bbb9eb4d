----------------------- MODULE ContractOfAtomicValue ------------------------
(* The states of ExploredAtomicValue, each with what it is in the          *)
(* contract by the refinement mapping of AtomicValue.  That is             *)
(* where docs/explorer has the abstract value and the linearization        *)
(* points from.                                                            *)
EXTENDS AtomicValue, ExplorerClients

VARIABLE contract

InTheContract == [value |-> AbstractValue, status |-> AbstractStatus, result |-> result]

ExplorerInit == Init /\ contract = InTheContract
ExplorerNext == Next /\ contract' = InTheContract'
=============================================================================
