------------------------ MODULE MCWaitFreeAtomicValue ------------------------
EXTENDS WaitFreeAtomicValue, TLC
CONSTANTS a1, a2, b1, A, B
MCClassOf == a1 :> A @@ a2 :> A @@ b1 :> B
MCCalls == Contract!AllCalls
=============================================================================
