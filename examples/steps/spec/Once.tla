-------------------------------- MODULE Once --------------------------------
CONSTANTS
  Threads,
  Suppliers,  \* what callers give
  Values,     \* what a supplier may return
  Null

VARIABLES
  state, value,  \* the fields
  pc, call, result,
  made           \* a local variable: what the supplier has made, Null until then

vars == <<state, value, pc, call, result, made>>

Init ==
  /\ state = "NEW"
  /\ value = Null
  /\ pc = [t \in Threads |-> "Idle"]
  /\ call = [t \in Threads |-> <<>>]
  /\ result = [t \in Threads |-> "none"]
  /\ made = [t \in Threads |-> "none"]

\* What thread t does by itself up to its next access, with that local variable.
Goto(t, access, m) ==
  /\ pc' = [pc EXCEPT ![t] = access]
  /\ made' = [made EXCEPT ![t] = m]
  /\ UNCHANGED result

Finish(t, r) ==
  /\ pc' = [pc EXCEPT ![t] = "Respond"]
  /\ made' = [made EXCEPT ![t] = "none"]
  /\ result' = [result EXCEPT ![t] = r]

Request(t) ==
  /\ pc[t] = "Idle"
  /\ \E s \in Suppliers : call' = [call EXCEPT ![t] = <<"get", s>>]
  /\ Goto(t, "Claim", "none")
  /\ UNCHANGED <<state, value>>

Respond(t) ==
  /\ pc[t] = "Respond"
  /\ pc' = [pc EXCEPT ![t] = "Idle"]
  /\ call' = [call EXCEPT ![t] = <<>>]
  /\ result' = [result EXCEPT ![t] = "none"]
  /\ UNCHANGED <<state, value, made>>

Claim(t) ==
  /\ pc[t] = "Claim"
  /\ IF state = "NEW"
     THEN state' = "RUNNING" /\ Goto(t, "Make", Null)
     ELSE UNCHANGED state /\ Goto(t, "Look", "none")
  /\ UNCHANGED <<value, call>>

Look(t) ==
  /\ pc[t] = "Look"
  /\ Goto(t, IF state = "DONE" THEN "Read" ELSE "Wait", "none")
  /\ UNCHANGED <<state, value, call>>

Read(t) ==
  /\ pc[t] = "Read"
  /\ Finish(t, value)
  /\ UNCHANGED <<state, value, call>>

Wait(t) ==
  /\ pc[t] = "Wait"
  /\ Goto(t, "Claim", "none")
  /\ UNCHANGED <<state, value, call>>

\* The supplier is the caller's: it returns any of the values, or throws.
Make(t) ==
  /\ pc[t] = "Make"
  /\ \/ \E v \in Values : Goto(t, "Store", v)
     \/ Goto(t, "Settle", Null)
  /\ UNCHANGED <<state, value, call>>

Store(t) ==
  /\ pc[t] = "Store"
  /\ value' = made[t]
  /\ Goto(t, "Settle", made[t])
  /\ UNCHANGED <<state, call>>

Settle(t) ==
  /\ pc[t] = "Settle"
  /\ state' = IF made[t] = Null THEN "NEW" ELSE "DONE"
  /\ Finish(t, IF made[t] = Null THEN "IllegalStateException" ELSE made[t])
  /\ UNCHANGED <<value, call>>

Next == \E t \in Threads :
  \/ Request(t) \/ Respond(t)
  \/ Claim(t) \/ Look(t) \/ Read(t) \/ Wait(t) \/ Make(t) \/ Store(t) \/ Settle(t)

Spec == Init /\ [][Next]_vars
=============================================================================
