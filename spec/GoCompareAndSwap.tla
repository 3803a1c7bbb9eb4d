-------------------------- MODULE GoCompareAndSwap --------------------------
(***************************************************************************)
(* What Go's compare-and-swap is not.                                      *)
(*                                                                         *)
(* Go compares values but swaps boxes.  An interface value in Go is a pair *)
(* of a type and a pointer to the value; each store brings a box of its    *)
(* own, and two boxes may hold equal values.  CompareAndSwap reads the     *)
(* data word, compares the value in that box with the expected one, and    *)
(* then, in one attempt, exchanges that very box for the new one.  If      *)
(* another store has meanwhile put a different box with an equal value     *)
(* there, the attempt fails, although the value was the expected one all   *)
(* the time.                                                               *)
(*                                                                         *)
(* Modelled.  The data word after the first store, store, and              *)
(* CompareAndSwap in its two accesses.  Same says when two boxes count as  *)
(* equal: when their values are equal, as in Go, or when they are one and  *)
(* the same box, as in AtomicValue.java.                                   *)
(*                                                                         *)
(* Left out.  The type word, which has settled.  Load and Swap.            *)
(*                                                                         *)
(* To see it broken, check FailsForAReason with equality of values; to see *)
(* it hold, with identity of boxes.                                        *)
(***************************************************************************)

CONSTANTS
  Threads,   \* the threads that make calls
  Boxes,     \* the objects that the data word can point to
  First,     \* the box that is there at first
  Same(_,_)  \* whether two boxes count as equal

VARIABLES
  data,      \* the data word: a box
  pc,        \* the access that each thread makes next, or "Idle"
  expected,  \* the expected box of each thread's CompareAndSwap
  new,       \* the box that each thread brings
  seen,      \* the box that each thread has read
  differed   \* whether, at some moment of the thread's call, the box in the
             \* data word was not the same as the expected one

vars == <<data, pc, expected, new, seen, differed>>

Init ==
  /\ data = First
  /\ pc = [t \in Threads |-> "Idle"]
  /\ expected = [t \in Threads |-> First]
  /\ new = [t \in Threads |-> First]
  /\ seen = [t \in Threads |-> First]
  /\ differed = [t \in Threads |-> FALSE]

\* Every step brings differed up to date with the data word that it leaves.
Observe ==
  differed' = [t \in Threads |->
                 pc'[t] # "Idle" /\ (differed[t] \/ ~Same(data', expected'[t]))]

\* How an access ends: with another one to come, or with the call.
Goto(t, access) ==
  /\ pc' = [pc EXCEPT ![t] = access]
  /\ UNCHANGED <<expected, new>>

Return(t) ==
  /\ pc' = [pc EXCEPT ![t] = "Idle"]
  /\ expected' = [expected EXCEPT ![t] = First]
  /\ new' = [new EXCEPT ![t] = First]
  /\ seen' = [seen EXCEPT ![t] = First]

RequestStore(t) ==
  /\ pc[t] = "Idle"
  /\ pc' = [pc EXCEPT ![t] = "OverwriteData"]
  /\ \E b \in Boxes : new' = [new EXCEPT ![t] = b]
  /\ UNCHANGED <<data, expected, seen>>
  /\ Observe

RequestCompareAndSwap(t) ==
  /\ pc[t] = "Idle"
  /\ pc' = [pc EXCEPT ![t] = "ReadData"]
  /\ \E b \in Boxes : expected' = [expected EXCEPT ![t] = b]
  /\ \E b \in Boxes : new' = [new EXCEPT ![t] = b]
  /\ UNCHANGED <<data, seen>>
  /\ Observe

OverwriteData(t) ==
  /\ pc[t] = "OverwriteData"
  /\ data' = new[t]
  /\ Return(t)
  /\ Observe

\* The comparison belongs to the access that reads; if it fails, so does the call.
ReadData(t) ==
  /\ pc[t] = "ReadData"
  /\ seen' = [seen EXCEPT ![t] = data]
  /\ Goto(t, IF Same(data, expected[t]) THEN "CompareAndSwapData" ELSE "Fail")
  /\ UNCHANGED data
  /\ Observe

CompareAndSwapData(t) ==
  /\ pc[t] = "CompareAndSwapData"
  /\ IF data = seen[t]
     THEN data' = new[t] /\ Return(t)
     ELSE UNCHANGED <<data, seen>> /\ Goto(t, "Fail")
  /\ Observe

Fail(t) ==
  /\ pc[t] = "Fail"
  /\ Return(t)
  /\ UNCHANGED data
  /\ Observe

Next ==
  \E t \in Threads :
    \/ RequestStore(t) \/ RequestCompareAndSwap(t)
    \/ OverwriteData(t) \/ ReadData(t) \/ CompareAndSwapData(t) \/ Fail(t)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------

TypeOK ==
  /\ data \in Boxes
  /\ pc \in [Threads -> {"Idle", "OverwriteData", "ReadData", "CompareAndSwapData", "Fail"}]
  /\ expected \in [Threads -> Boxes]
  /\ new \in [Threads -> Boxes]
  /\ seen \in [Threads -> Boxes]
  /\ differed \in [Threads -> BOOLEAN]

\* What makes a compare-and-swap strong: it fails only if at some moment of the
\* call the current value was not the expected one.
FailsForAReason == \A t \in Threads : pc[t] = "Fail" => differed[t]
=============================================================================
