------------------------------ MODULE SpinLock ------------------------------
CONSTANT Threads

VARIABLES
  locked,  \* the field
  pc,      \* the access that each thread makes next, "Respond" after its last, or "Idle"
  call,    \* the call that each thread is in, <<>> while idle
  result   \* what the call returns, "none" until known

vars == <<locked, pc, call, result>>

Init ==
  /\ locked = FALSE
  /\ pc = [t \in Threads |-> "Idle"]
  /\ call = [t \in Threads |-> <<>>]
  /\ result = [t \in Threads |-> "none"]

Goto(t, access) == pc' = [pc EXCEPT ![t] = access] /\ UNCHANGED result

Finish(t, r) == pc' = [pc EXCEPT ![t] = "Respond"] /\ result' = [result EXCEPT ![t] = r]

Request(t) ==
  /\ pc[t] = "Idle"
  /\ \E c \in {<<"lock">>, <<"tryLock">>, <<"unlock">>} :
       /\ call' = [call EXCEPT ![t] = c]
       /\ Goto(t, CASE c = <<"lock">>    -> "Acquire"
                    [] c = <<"tryLock">> -> "TryAcquire"
                    [] c = <<"unlock">>  -> "Release")
  /\ UNCHANGED locked

Respond(t) ==
  /\ pc[t] = "Respond"
  /\ pc' = [pc EXCEPT ![t] = "Idle"]
  /\ call' = [call EXCEPT ![t] = <<>>]
  /\ result' = [result EXCEPT ![t] = "none"]
  /\ UNCHANGED locked

Acquire(t) ==
  /\ pc[t] = "Acquire"
  /\ IF locked THEN Goto(t, "Wait") ELSE Finish(t, "void")
  /\ locked' = TRUE
  /\ UNCHANGED call

Wait(t) ==
  /\ pc[t] = "Wait"
  /\ Goto(t, "Acquire")
  /\ UNCHANGED <<locked, call>>

TryAcquire(t) ==
  /\ pc[t] = "TryAcquire"
  /\ Finish(t, IF locked THEN "false" ELSE "true")
  /\ locked' = TRUE
  /\ UNCHANGED call

Release(t) ==
  /\ pc[t] = "Release"
  /\ Finish(t, "void")
  /\ locked' = FALSE
  /\ UNCHANGED call

Next == \E t \in Threads :
  \/ Request(t) \/ Respond(t)
  \/ Acquire(t) \/ Wait(t) \/ TryAcquire(t) \/ Release(t)

Spec == Init /\ [][Next]_vars
=============================================================================
