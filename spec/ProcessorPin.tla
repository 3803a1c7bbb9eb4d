---------------------------- MODULE ProcessorPin ----------------------------
(***************************************************************************)
(* What Go's processor pin buys.                                           *)
(*                                                                         *)
(* Go calls runtime_procPin before it claims the type word and             *)
(* runtime_procUnpin after it has published the class.  In between, the    *)
(* goroutine keeps its processor: the Go scheduler cannot take it away.    *)
(* Java has nothing of the kind, so a first writer may be suspended        *)
(* between ClaimType and PublishType for as long as the scheduler likes,   *)
(* and all other writers wait for it.  See MCAtomicValue_store, where TLC  *)
(* shows that behaviour.                                                   *)
(*                                                                         *)
(* Modelled.  The algorithm of AtomicValue, step by step the same.  The    *)
(* pin is an assumption about the scheduler and hence a fairness           *)
(* condition: a thread that is in the window takes its next step.          *)
(* Anywhere else, every thread may halt for ever.                          *)
(*                                                                         *)
(* Left out.  The operating system, which may still suspend the thread     *)
(* that carries the goroutine; and a crash of the process, after which     *)
(* nobody is left to wait.                                                 *)
(*                                                                         *)
(* To break it, unpin before PublishType (pin-ends-too-early.patch).       *)
(***************************************************************************)
EXTENDS AtomicValue

\* The accesses between ClaimType and PublishType.
WindowAccess(t) == StoreFirstData(t) \/ PublishType(t)

PinnedSpec == Spec /\ \A t \in Threads : WF_vars(WindowAccess(t))

\* With the pin, StoreIsWaitFree holds: the wait of a store is bounded by the
\* two accesses of whoever is pinned.
=============================================================================
