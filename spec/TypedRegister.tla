--------------------------- MODULE TypedRegister ---------------------------
(***************************************************************************)
(* The contract of AtomicValue: what callers may rely on, without a word   *)
(* about how it is done.                                                   *)
(*                                                                         *)
(* Modelled.  A register that holds one value or none, and whose values    *)
(* are all of one type: the declared one, or else the class of the first,  *)
(* given to the constructor or written.  A call is three steps of its      *)
(* thread: a request, one instant at which it takes effect, a response.    *)
(* Whatever the threads do in between, the effects happen one at a time,   *)
(* each between its call's request and response.  That is linearizability: *)
(* an algorithm that refines this module is linearizable, and the step     *)
(* that it maps to Effect is the call's linearization point.               *)
(*                                                                         *)
(* A refused call is a response like any other: it takes effect by leaving *)
(* the register alone.  A call refused for its arguments alone has no      *)
(* effect step, since its response says nothing about the register.        *)
(*                                                                         *)
(* Left out.  Memory effects other than atomicity, and what Operations     *)
(* leaves out.                                                             *)
(*                                                                         *)
(* To break it, let Effect do more, less or something else: one of the     *)
(* properties at the end fails.                                            *)
(***************************************************************************)
EXTENDS Operations

CONSTANTS
  Threads,  \* the threads that make calls
  Calls     \* the calls that threads make, some or all of AllCalls

ASSUME Calls \subseteq AllCalls

VARIABLES
  value,    \* what the register holds, Null while empty
  status,   \* of each thread: "idle", "requested" or "responding"
  call,     \* the call that each thread is in, NoCall while idle
  result    \* what each thread's call will return or throw, NoResult until known

vars == <<value, status, call, result>>

-----------------------------------------------------------------------------

Init ==
  /\ value = Initial
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
(* Properties.  They say again, one sentence at a time and without Outcome,  *)
(* what the contract promises, so that a contract that allows too much is    *)
(* noticed here.                                                             *)

TypeOK ==
  /\ value \in Arguments
  /\ status \in [Threads -> {"idle", "requested", "responding"}]
  /\ call \in [Threads -> Calls \union {NoCall}]
  /\ result \in [Threads -> Results \union {NoResult}]

\* The step in which the result of t's call is settled.
Settles(t) == result[t] = NoResult /\ result'[t] # NoResult

\* Once there is a value there always is one, and its type stays.
TypeNeverChanges ==
  [][value # Null => value' # Null /\ TypeOf[value'] = TypeOf[value]]_vars

\* The value changes only by the effect of a pending write, to what it brought.
OnlyEffectsChangeTheValue ==
  [][value' # value =>
       \E t \in Threads :
         status[t] = "requested" /\ status'[t] = "responding" /\ value' = call[t].value]_vars

\* A call that throws, or whose comparison fails, leaves the register alone.
RefusedCallsChangeNothing ==
  [][\A t \in Threads :
       Settles(t) /\ result'[t] \in {"NullPointerException", "ClassCastException", "false"}
         => value' = value]_vars

\* Where a type is declared, no value is of another.
ValuesAreOfTheDeclaredType ==
  Declared # Null /\ value # Null => TypeOf[value] = Declared

\* A null value, and one of another type than the present or the declared, is refused.
BadValuesAreRefused ==
  [][\A t \in Threads :
       LET v == call'[t].value IN
       Settles(t) /\ call'[t].op # "load" =>
         /\ v = Null => result'[t] = "NullPointerException"
         /\ v # Null /\ value # Null /\ TypeOf[v] # TypeOf[value]
              => result'[t] = "ClassCastException"
         /\ v # Null /\ Declared # Null /\ TypeOf[v] # Declared
              => result'[t] = "ClassCastException"]_vars

\* Nothing else is: what is refused brought null, or a value whose type is not
\* that of the present value, not that of the expected one, or not the declared.
GoodValuesAreAccepted ==
  [][\A t \in Threads :
       LET c == call'[t] IN
       Settles(t) =>
         /\ result'[t] = "NullPointerException" => c.value = Null
         /\ result'[t] = "ClassCastException" =>
              \E type \in {TypeOf[v] : v \in {value, c.expected} \ {Null}} \union ({Declared} \ {Null}) :
                type # TypeOf[c.value]]_vars

\* What a call returns is what the register held, and what a write brought is
\* then there.
ResultsAreExact ==
  [][\A t \in Threads :
       LET c == call[t]
           r == result'[t]
           thrown == r \in {"NullPointerException", "ClassCastException"}
       IN  Settles(t) /\ ~thrown =>
             /\ c.op = "load"  => r = value /\ value' = value
             /\ c.op = "store" => r = "void" /\ value' = c.value
             /\ c.op = "swap"  => r = value /\ value' = c.value
             /\ c.op = "compareAndSwap" =>
                  IF value = c.expected
                  THEN r = "true" /\ value' = c.value
                  ELSE r = "false" /\ value' = value]_vars

\* The inductive invariant, from which the properties above follow one step at a time.
Inv ==
  /\ TypeOK
  /\ ValuesAreOfTheDeclaredType
  /\ \A t \in Threads :
       /\ status[t] = "idle" <=> call[t] = NoCall
       /\ Answers(IF status[t] = "responding" THEN "Respond" ELSE status[t], call[t], result[t])

Termination ==
  \A t \in Threads : (status[t] # "idle") ~> (status[t] = "idle")
=============================================================================
