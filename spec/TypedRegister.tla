--------------------------- MODULE TypedRegister ---------------------------
(***************************************************************************)
(* The contract of AtomicValue: what a caller may rely on, without a word  *)
(* about how it is done.                                                   *)
(*                                                                         *)
(* Modelled.  A register that holds one value or none, and whose first     *)
(* value fixes the class of all later ones.  A call is three steps of its  *)
(* thread: a request, one instant at which it takes effect, a response.    *)
(* Whatever the threads do in between, the effects happen one at a time,   *)
(* each between its call's request and response.  That is linearizability: *)
(* an algorithm that refines this module is linearizable, and the step     *)
(* that it maps to Effect is the call's linearization point.               *)
(*                                                                         *)
(* A refused call is a response like any other: it takes effect by leaving *)
(* the register alone.  A call that its arguments alone condemn has no     *)
(* effect step, since its response says nothing about the register.        *)
(*                                                                         *)
(* Left out.  getAndUpdate, updateAndGet and toString, which are made of   *)
(* the four operations here; the texts of exceptions; memory effects other *)
(* than atomicity.                                                         *)
(*                                                                         *)
(* The same contract as a sequential Java class: TypedRegister.java.       *)
(***************************************************************************)

CONSTANTS
  Threads,  \* the threads that make calls
  Values,   \* the objects that can be stored
  ClassOf,  \* the class of each value, a function on Values
  Null,     \* Java's null, which is not a value
  Calls     \* the calls that threads make, some or all of AllCalls

VARIABLES
  value,    \* what the register holds, Null while empty
  status,   \* of each thread: "idle", "requested" or "responding"
  call,     \* the call that each thread is in, NoCall while idle
  result    \* what each thread's call will return or throw, NoResult until known

vars == <<value, status, call, result>>

-----------------------------------------------------------------------------
(* Calls and results.  A call is a record of one shape for all operations.  *)

Arguments == Values \union {Null}

LoadCalls  == [op : {"load"}, expected : {Null}, value : {Null}]
WriteCalls == [op : {"store", "swap"}, expected : {Null}, value : Arguments]
CASCalls   == [op : {"compareAndSwap"}, expected : Arguments, value : Arguments]

AllCalls == LoadCalls \union WriteCalls \union CASCalls

NoCall   == [op |-> "none", expected |-> Null, value |-> Null]
NoResult == "none"

(* A value or Null is what load and swap return; the strings are the other  *)
(* ways in which a call can end.                                            *)
Results == Arguments \union
  {"void", "true", "false", "NullPointerException", "ClassCastException"}

ASSUME Null \notin Values
ASSUME DOMAIN ClassOf = Values
ASSUME Calls \subseteq AllCalls

-----------------------------------------------------------------------------
(* The rules.                                                               *)

\* What the arguments alone condemn: a null value, and an expected value that
\* could never be current together with a new one of another class.
RefusedByArguments(c) ==
  /\ c.op # "load"
  /\ \/ c.value = Null
     \/ /\ c.expected # Null
        /\ ClassOf[c.expected] # ClassOf[c.value]

RefusalOf(c) ==
  IF c.value = Null THEN "NullPointerException" ELSE "ClassCastException"

\* What the call c returns, and leaves behind, in a register that holds v.
Outcome(c, v) ==
  IF c.op = "load"
  THEN [result |-> v, value |-> v]
  ELSE IF v # Null /\ ClassOf[v] # ClassOf[c.value]
  THEN [result |-> "ClassCastException", value |-> v]
  ELSE IF c.op = "store"
  THEN [result |-> "void", value |-> c.value]
  ELSE IF c.op = "swap"
  THEN [result |-> v, value |-> c.value]
  ELSE IF v = c.expected
  THEN [result |-> "true", value |-> c.value]
  ELSE [result |-> "false", value |-> v]

-----------------------------------------------------------------------------

Init ==
  /\ value = Null
  /\ status = [t \in Threads |-> "idle"]
  /\ call = [t \in Threads |-> NoCall]
  /\ result = [t \in Threads |-> NoResult]

Request(t) ==
  /\ status[t] = "idle"
  /\ \E c \in Calls :
       /\ call' = [call EXCEPT ![t] = c]
       /\ IF RefusedByArguments(c)
          THEN /\ status' = [status EXCEPT ![t] = "responding"]
               /\ result' = [result EXCEPT ![t] = RefusalOf(c)]
          ELSE /\ status' = [status EXCEPT ![t] = "requested"]
               /\ UNCHANGED result
  /\ UNCHANGED value

Effect(t) ==
  /\ status[t] = "requested"
  /\ LET outcome == Outcome(call[t], value)
     IN  /\ value' = outcome.value
         /\ result' = [result EXCEPT ![t] = outcome.result]
  /\ status' = [status EXCEPT ![t] = "responding"]
  /\ UNCHANGED call

Respond(t) ==
  /\ status[t] = "responding"
  /\ status' = [status EXCEPT ![t] = "idle"]
  /\ call' = [call EXCEPT ![t] = NoCall]
  /\ result' = [result EXCEPT ![t] = NoResult]
  /\ UNCHANGED value

Next == \E t \in Threads : Request(t) \/ Effect(t) \/ Respond(t)

Spec == Init /\ [][Next]_vars

\* Threads may stop calling for ever, but not in the middle of a call.
FairSpec == Spec /\ \A t \in Threads : WF_vars(Effect(t) \/ Respond(t))

-----------------------------------------------------------------------------
(* Properties.                                                              *)

TypeOK ==
  /\ value \in Arguments
  /\ status \in [Threads -> {"idle", "requested", "responding"}]
  /\ call \in [Threads -> Calls \union {NoCall}]
  /\ result \in [Threads -> Results \union {NoResult}]

\* Once there is a value there always is one, and its class stays.
ClassNeverChanges ==
  [][value # Null => value' # Null /\ ClassOf[value'] = ClassOf[value]]_vars

Termination ==
  \A t \in Threads : (status[t] # "idle") ~> (status[t] = "idle")
=============================================================================
