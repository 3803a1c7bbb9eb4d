-------------------- MODULE ExploredWaitFreeAtomicValue ---------------------
(* What docs/explorer plays: WaitFreeAtomicValue with the calls of ExplorerClients.*)
EXTENDS WaitFreeAtomicValue, ExplorerClients

ExplorerInit == Init
ExplorerNext == Next
=============================================================================
