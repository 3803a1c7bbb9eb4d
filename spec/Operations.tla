----------------------------- MODULE Operations -----------------------------
(***************************************************************************)
(* The four operations of AtomicValue, as functions of the value that the  *)
(* register holds: the sequential meaning of the object.                   *)
(*                                                                         *)
(* Modelled.  Calls, results, and what each call returns and leaves        *)
(* behind.  A refused call is a result like any other.                     *)
(*                                                                         *)
(* Left out.  Threads and time: TypedRegister adds them.  getAndUpdate,    *)
(* updateAndGet and toString, which are made of the four operations here.  *)
(* The texts of exceptions.  Java objects are compared by identity, so a   *)
(* value is just a name and = is Java's ==.  Subclasses: where a type is   *)
(* declared, a value is of that type or it is not.                         *)
(*                                                                         *)
(* To break it, change a rule of Outcome: the algorithm no longer refines  *)
(* the contract.  TypedRegister.java says the same in Java.                *)
(***************************************************************************)

CONSTANTS
  Values,    \* the objects that can be stored
  TypeOf,    \* what each value counts as, a function on Values: the declared type if it is an
             \* instance of that, otherwise its class
  Null,      \* Java's null, which is not a value
  Declared,  \* the type that the constructor was given, Null if none: the first value decides
  Initial    \* the value that the constructor was given, Null if none

ASSUME Null \notin Values
ASSUME DOMAIN TypeOf = Values
ASSUME Initial \in Values \union {Null}
ASSUME Initial # Null /\ Declared # Null => TypeOf[Initial] = Declared
ASSUME \A v \in Values : TypeOf[v] # Null

\* What a call returns can be told from the other ways in which it can end.
ASSUME \A v \in Values \union {Null} :
  v \notin {"none", "void", "true", "false", "NullPointerException", "ClassCastException"}

Types == {TypeOf[v] : v \in Values} \union ({Declared} \ {Null})

\* The type that is settled from the beginning, Null if none is.
InitialType == IF Initial # Null THEN TypeOf[Initial] ELSE Declared

-----------------------------------------------------------------------------
(* Calls and results.  A call is a record of one shape for all operations.  *)

Arguments == Values \union {Null}

LoadCalls  == [op : {"load"}, expected : {Null}, value : {Null}]
StoreCalls == [op : {"store"}, expected : {Null}, value : Arguments]
SwapCalls  == [op : {"swap"}, expected : {Null}, value : Arguments]
CASCalls   == [op : {"compareAndSwap"}, expected : Arguments, value : Arguments]

AllCalls == LoadCalls \union StoreCalls \union SwapCalls \union CASCalls

\* The call of a thread that is in none, and the result of one that has none yet.
NoCall   == [op |-> "none", expected |-> Null, value |-> Null]
NoResult == "none"

\* A value or Null is what load and swap return; the strings are the other
\* ways in which a call can end.
Results == Arguments \union
  {"void", "true", "false", "NullPointerException", "ClassCastException"}

\* Those with which the call c can end.
ResultsOf(c) ==
  CASE c.op = "load"           -> Arguments
    [] c.op = "store"          -> {"void", "NullPointerException", "ClassCastException"}
    [] c.op = "swap"           -> Arguments \union {"NullPointerException", "ClassCastException"}
    [] c.op = "compareAndSwap" -> {"true", "false", "NullPointerException", "ClassCastException"}

-----------------------------------------------------------------------------
(* The rules.                                                               *)

\* What the arguments alone rule out: a null value, one that is not of the
\* declared type, and an expected value of another type than the new one, with
\* which it could never be current.
RefusedByArguments(c) ==
  /\ c.op # "load"
  /\ \/ c.value = Null
     \/ Declared # Null /\ TypeOf[c.value] # Declared
     \/ /\ c.expected # Null
        /\ TypeOf[c.expected] # TypeOf[c.value]

RefusalOf(c) ==
  IF c.value = Null THEN "NullPointerException" ELSE "ClassCastException"

\* What any other call c returns, and leaves behind, in a register that holds v.
Outcome(c, v) ==
  IF c.op = "load"
  THEN [result |-> v, value |-> v]
  ELSE IF v # Null /\ TypeOf[v] # TypeOf[c.value]
  THEN [result |-> "ClassCastException", value |-> v]
  ELSE IF c.op = "store"
  THEN [result |-> "void", value |-> c.value]
  ELSE IF c.op = "swap"
  THEN [result |-> v, value |-> c.value]
  ELSE IF v = c.expected
  THEN [result |-> "true", value |-> c.value]
  ELSE [result |-> "false", value |-> v]

-----------------------------------------------------------------------------
(* What the inductive invariants of both algorithms say of results.         *)

\* A thread has a result when, and only when, it is about to respond.  A call
\* that is refused for its arguments makes no access.
Answers(access, c, r) ==
  IF access = "Respond"
  THEN IF RefusedByArguments(c) THEN r = RefusalOf(c)
                                ELSE r \in ResultsOf(c) \ {"NullPointerException"}
  ELSE r = NoResult /\ (c = NoCall \/ ~RefusedByArguments(c))
=============================================================================
