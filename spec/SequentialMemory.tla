-------------------------- MODULE SequentialMemory --------------------------
(***************************************************************************)
(* A memory as one wishes it were: accesses happen one after the other,    *)
(* and a read returns the last value written.  What AccessModes looks like *)
(* when every access is volatile.                                          *)
(*                                                                         *)
(* Threads make any accesses they like; outcome[t] is what the last one of *)
(* thread t did and returned.  All locations hold 0 in the beginning and   *)
(* the n-th write to a location writes n, so that an old value cannot pass *)
(* for a new one.                                                          *)
(***************************************************************************)
EXTENDS Naturals

CONSTANTS
  Threads,
  Locations,
  MaxWrites   \* how often each location is written, at most

VARIABLES
  value,      \* of each location
  outcome     \* of each thread: <<access, location, value>>

vars == <<value, outcome>>

Init ==
  /\ value = [x \in Locations |-> 0]
  /\ outcome = [t \in Threads |-> <<>>]

Set(x) ==
  /\ value[x] < MaxWrites
  /\ value' = [value EXCEPT ![x] = @ + 1]

Returns(t, access, x, v) == outcome' = [outcome EXCEPT ![t] = <<access, x, v>>]

Read(t, x)  == UNCHANGED value /\ Returns(t, "read", x, value[x])

Write(t, x) == Set(x) /\ Returns(t, "write", x, value[x] + 1)

Swap(t, x)  == Set(x) /\ Returns(t, "swap", x, value[x])

CompareAndSet(t, x, expected) ==
  IF value[x] = expected
  THEN Set(x) /\ Returns(t, "set", x, expected)
  ELSE UNCHANGED value /\ Returns(t, "not set", x, expected)

Next ==
  \E t \in Threads, x \in Locations :
    \/ Read(t, x) \/ Write(t, x) \/ Swap(t, x)
    \/ \E expected \in 0 .. MaxWrites : CompareAndSet(t, x, expected)

Spec == Init /\ [][Next]_vars
=============================================================================
