------------------------------- MODULE Counter ------------------------------
EXTENDS Naturals

CONSTANTS Threads, Limit

VARIABLES
  count,  \* the field
  pc, call, result,
  seen    \* a local variable: the number that the thread has read

vars == <<count, pc, call, result, seen>>

Init ==
  /\ count = 0
  /\ pc = [t \in Threads |-> "Idle"]
  /\ call = [t \in Threads |-> <<>>]
  /\ result = [t \in Threads |-> "none"]
  /\ seen = [t \in Threads |-> "none"]

Goto(t, access, s) ==
  /\ pc' = [pc EXCEPT ![t] = access]
  /\ seen' = [seen EXCEPT ![t] = s]
  /\ UNCHANGED result

Finish(t, r) ==
  /\ pc' = [pc EXCEPT ![t] = "Respond"]
  /\ seen' = [seen EXCEPT ![t] = "none"]
  /\ result' = [result EXCEPT ![t] = r]

Request(t) ==
  /\ pc[t] = "Idle"
  /\ call' = [call EXCEPT ![t] = <<"next">>]
  /\ Goto(t, "Read", "none")
  /\ UNCHANGED count

Respond(t) ==
  /\ pc[t] = "Respond"
  /\ pc' = [pc EXCEPT ![t] = "Idle"]
  /\ call' = [call EXCEPT ![t] = <<>>]
  /\ result' = [result EXCEPT ![t] = "none"]
  /\ UNCHANGED <<count, seen>>

Read(t) ==
  /\ pc[t] = "Read"
  /\ IF count = Limit THEN Finish(t, "IllegalStateException") ELSE Goto(t, "Add", count)
  /\ UNCHANGED <<count, call>>

Add(t) ==
  /\ pc[t] = "Add"
  /\ IF count = seen[t]
     THEN count' = count + 1 /\ Finish(t, count + 1)
     ELSE UNCHANGED count /\ Goto(t, "Read", "none")
  /\ UNCHANGED call

Next == \E t \in Threads : Request(t) \/ Respond(t) \/ Read(t) \/ Add(t)

Spec == Init /\ [][Next]_vars
=============================================================================
