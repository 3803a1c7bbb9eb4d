------------------------------ MODULE Updates ------------------------------
(***************************************************************************)
(* getAndUpdate and updateAndGet: a load, a call of the function, and a    *)
(* compareAndSwap of what the load found by what the function returned,    *)
(* again and again until that succeeds.                                    *)
(*                                                                         *)
(* Modelled.  The function is arbitrary: it may return anything, differ    *)
(* from call to call, or throw.  It may also call the register itself:     *)
(* while it runs its thread stands between two steps and has nothing but   *)
(* what is in its call, so whatever the function does there is done by     *)
(* other threads here.  A function that is null is one that throws.        *)
(*                                                                         *)
(* load and compareAndSwap are one step each, with the result that         *)
(* Operations gives them: that is what their linearizability is for, which *)
(* AtomicValue.tla and WaitFreeAtomicValue.tla show of both algorithms.    *)
(*                                                                         *)
(* Left out.  Progress: an update may have to try again for ever, but only *)
(* while others succeed.                                                   *)
(*                                                                         *)
(* To break it, exchange what is there instead of what was found, or       *)
(* refuse an update because it was made for an empty register.             *)
(***************************************************************************)
EXTENDS Operations

CONSTANTS
  Threads,  \* the threads that make calls
  Calls     \* the updates that threads make, some or all of UpdateCalls

UpdateOps == {"getAndUpdate", "updateAndGet"}

UpdateCalls == [op : UpdateOps, expected : {Null}, value : {Null}]

\* An update as far as it has got: what the function was given, and what it has returned.
UpdatesUnderWay == [op : UpdateOps, expected : Arguments, value : Arguments]

\* What updates and other operations return or throw.
AllResults == Results \union {"Thrown"}

ASSUME Calls \subseteq UpdateCalls

\* What an update returns can be told from the exception of its function.
ASSUME \A v \in Values \union {Null} : v # "Thrown"

VARIABLES
  value,    \* what the register holds, Null while empty
  pc,       \* the step that each thread makes next, "Respond" when it has made its last, or "Idle"
  call,     \* the update that each thread is in, NoCall while idle
  result    \* what each thread's update will return or throw, NoResult until known

vars == <<value, pc, call, result>>

-----------------------------------------------------------------------------

\* The compareAndSwap that an update ends with.
Exchange(c) == [op |-> "compareAndSwap", expected |-> c.expected, value |-> c.value]

UpdateResult(c) == IF c.op = "getAndUpdate" THEN c.expected ELSE c.value

Goto(t, step) ==
  /\ pc' = [pc EXCEPT ![t] = step]
  /\ UNCHANGED result

Finish(t, r) ==
  /\ pc' = [pc EXCEPT ![t] = "Respond"]
  /\ result' = [result EXCEPT ![t] = r]

Init ==
  /\ value = Initial
  /\ pc = [t \in Threads |-> "Idle"]
  /\ call = [t \in Threads |-> NoCall]
  /\ result = [t \in Threads |-> NoResult]

Request(t) ==
  /\ pc[t] = "Idle"
  /\ \E c \in Calls : call' = [call EXCEPT ![t] = c]
  /\ Goto(t, "Load")
  /\ UNCHANGED value

Respond(t) ==
  /\ pc[t] = "Respond"
  /\ pc' = [pc EXCEPT ![t] = "Idle"]
  /\ call' = [call EXCEPT ![t] = NoCall]
  /\ result' = [result EXCEPT ![t] = NoResult]
  /\ UNCHANGED value

\* Another operation, called and done at one instant.
Operate(t) ==
  /\ pc[t] = "Idle"
  /\ \E c \in AllCalls :
       /\ ~RefusedByArguments(c)
       /\ call' = [call EXCEPT ![t] = c]
       /\ value' = Outcome(c, value).value
       /\ Finish(t, Outcome(c, value).result)

Load(t) ==
  /\ pc[t] = "Load"
  /\ call' = [call EXCEPT ![t].expected = value]
  /\ Goto(t, "CallFunction")
  /\ UNCHANGED value

CallFunction(t) ==
  /\ pc[t] = "CallFunction"
  /\ \/ Finish(t, "Thrown") /\ UNCHANGED call
     \/ /\ \E v \in Arguments : call' = [call EXCEPT ![t].value = v]
        /\ Goto(t, "CompareAndSwap")
  /\ UNCHANGED value

\* From the beginning: what was found and what the function made of it are out of date.
TryAgain(t) ==
  /\ call' = [call EXCEPT ![t].expected = Null, ![t].value = Null]
  /\ Goto(t, "Load")

\* The function of an update for an empty register has chosen a class that is not
\* that of the first value, which came between.
IsOutOfDate(c) == c.expected = Null /\ Declared = Null

CompareAndSwap(t) ==
  /\ pc[t] = "CompareAndSwap"
  /\ LET c == call[t]
         outcome == Outcome(Exchange(c), value)
     IN  IF RefusedByArguments(Exchange(c))
         THEN Finish(t, RefusalOf(c)) /\ UNCHANGED <<value, call>>
         ELSE IF outcome.result = "true"
         THEN value' = c.value /\ Finish(t, UpdateResult(c)) /\ UNCHANGED call
         ELSE IF outcome.result = "false" \/ IsOutOfDate(c)
         THEN TryAgain(t) /\ UNCHANGED value
         ELSE Finish(t, "ClassCastException") /\ UNCHANGED <<value, call>>

Step(t) == Load(t) \/ CallFunction(t) \/ CompareAndSwap(t) \/ Respond(t)

Next == \E t \in Threads : Request(t) \/ Operate(t) \/ Step(t)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* Invariants.                                                              *)

TypeOK ==
  /\ value \in Arguments
  /\ pc \in [Threads -> {"Idle", "Load", "CallFunction", "CompareAndSwap", "Respond"}]
  /\ call \in [Threads -> UpdatesUnderWay \union AllCalls \union {NoCall}]
  /\ result \in [Threads -> AllResults \union {NoResult}]

\* Where a type is declared, no value is of another.
ValuesAreOfTheDeclaredType ==
  Declared # Null /\ value # Null => TypeOf[value] = Declared

\* What was found in the register was of the type that its values have for ever.
FindsAreOfTheType(c) ==
  c.op \in UpdateOps /\ c.expected # Null => value # Null /\ TypeOf[value] = TypeOf[c.expected]

\* What is so when a thread in call c is about to make the given step.
Knows(step, c) ==
  CASE step = "Idle"           -> c = NoCall
    [] step = "Load"           -> c.op \in UpdateOps /\ c.expected = Null /\ c.value = Null
    [] step = "CallFunction"   -> c.op \in UpdateOps /\ c.value = Null
    [] step = "CompareAndSwap" -> c.op \in UpdateOps
    [] step = "Respond"        -> c # NoCall

\* The inductive invariant.
Inv ==
  /\ TypeOK
  /\ ValuesAreOfTheDeclaredType
  /\ \A t \in Threads :
       /\ Knows(pc[t], call[t])
       /\ FindsAreOfTheType(call[t])
       /\ pc[t] = "Respond" <=> result[t] # NoResult

-----------------------------------------------------------------------------
(* Properties: what callers may rely on.                                    *)

\* The step in which the result of t's update is settled.
Settles(t) == pc[t] \notin {"Idle", "Respond"} /\ pc'[t] = "Respond"

Thrown == {"Thrown", "NullPointerException", "ClassCastException"}

\* An update that returns has replaced, at one instant, the very value that the
\* function was given by what it made of that, and returns the one or the other.
UpdatesAreExact ==
  [][\A t \in Threads :
       Settles(t) /\ result'[t] \notin Thrown =>
         /\ value = call[t].expected
         /\ value' = call[t].value
         /\ call[t].op = "getAndUpdate" => result'[t] = call[t].expected
         /\ call[t].op = "updateAndGet" => result'[t] = call[t].value]_vars

\* One that throws, and one that tries again, has changed nothing.
FailedUpdatesChangeNothing ==
  [][\A t \in Threads :
       (Settles(t) /\ result'[t] \in Thrown) \/ (pc[t] = "CompareAndSwap" /\ pc'[t] = "Load")
         => value' = value]_vars

\* An update tries again only if the value is not the one that the function was given.
UpdatesFailForAReason ==
  [][\A t \in Threads : pc[t] = "CompareAndSwap" /\ pc'[t] = "Load" => value # call[t].expected]_vars

\* A function that returns null is refused, and so is one that returns a value of
\* another type than the declared, or than what it was given; nothing else is.
RefusalsAreExact ==
  [][\A t \in Threads :
       LET c == call[t]
           r == result'[t]
       IN  Settles(t) /\ pc[t] = "CompareAndSwap" =>
             /\ r = "NullPointerException" <=> c.value = Null
             /\ r = "ClassCastException" <=>
                  /\ c.value # Null
                  /\ \/ Declared # Null /\ TypeOf[c.value] # Declared
                     \/ c.expected # Null /\ TypeOf[c.value] # TypeOf[c.expected]]_vars

\* Once there is a value there always is one, and its type stays.
TypeNeverChanges ==
  [][value # Null => value' # Null /\ TypeOf[value'] = TypeOf[value]]_vars
=============================================================================
