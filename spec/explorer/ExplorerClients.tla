-------------------------- MODULE ExplorerClients --------------------------
(* What the threads of docs/explorer can be asked to do.  The page lets     *)
(* each of them make a few of these calls, one after the other; TLC         *)
(* explores all orders of all of them.                                      *)
EXTENDS Operations

CONSTANTS a1, a2, b1, A, B  \* values are named after their classes

TypeOfExplored == [v \in Values |-> IF v = b1 THEN B ELSE A]

StoreOf(v)           == [op |-> "store", expected |-> Null, value |-> v]
SwapOf(v)            == [op |-> "swap", expected |-> Null, value |-> v]
CompareAndSwap(e, v) == [op |-> "compareAndSwap", expected |-> e, value |-> v]

CallsOfTwoThreads ==
  LoadCalls \union
  {StoreOf(a1), StoreOf(a2), StoreOf(b1), StoreOf(Null), SwapOf(a2),
   CompareAndSwap(Null, a1), CompareAndSwap(Null, b1), CompareAndSwap(a1, a2), CompareAndSwap(a1, b1)}

CallsOfThreeThreads == LoadCalls \union {StoreOf(a1), StoreOf(b1)}
=============================================================================
