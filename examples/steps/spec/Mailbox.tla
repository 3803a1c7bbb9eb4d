------------------------------- MODULE Mailbox ------------------------------
CONSTANTS Threads, Messages, Null

VARIABLES
  slot,  \* the field
  pc, call, result,
  seen   \* a local variable of poll: what it has found in the slot

vars == <<slot, pc, call, result, seen>>

Init ==
  /\ slot = Null
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
  /\ \/ \E m \in Messages : call' = [call EXCEPT ![t] = <<"offer", m>>] /\ Goto(t, "Offer", "none")
     \/ call' = [call EXCEPT ![t] = <<"poll">>] /\ Goto(t, "Look", "none")
  /\ UNCHANGED slot

Respond(t) ==
  /\ pc[t] = "Respond"
  /\ pc' = [pc EXCEPT ![t] = "Idle"]
  /\ call' = [call EXCEPT ![t] = <<>>]
  /\ result' = [result EXCEPT ![t] = "none"]
  /\ UNCHANGED <<slot, seen>>

Offer(t) ==
  /\ pc[t] = "Offer"
  /\ IF slot = Null
     THEN slot' = call[t][2] /\ Finish(t, "true")
     ELSE UNCHANGED slot /\ Finish(t, "false")
  /\ UNCHANGED call

Look(t) ==
  /\ pc[t] = "Look"
  /\ IF slot = Null THEN Finish(t, Null) ELSE Goto(t, "Take", slot)
  /\ UNCHANGED <<slot, call>>

Take(t) ==
  /\ pc[t] = "Take"
  /\ IF slot = seen[t]
     THEN slot' = Null /\ Finish(t, seen[t])
     ELSE UNCHANGED slot /\ Goto(t, "Look", "none")
  /\ UNCHANGED call

Next == \E t \in Threads : Request(t) \/ Respond(t) \/ Offer(t) \/ Look(t) \/ Take(t)

Spec == Init /\ [][Next]_vars
=============================================================================
