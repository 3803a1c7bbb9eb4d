------------------------ MODULE ExploredAtomicValue -------------------------
(* What docs/explorer plays: AtomicValue with the calls of ExplorerClients.*)
EXTENDS AtomicValue, ExplorerClients

ExplorerInit == Init
ExplorerNext == Next
=============================================================================
