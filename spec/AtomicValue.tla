---------------------------- MODULE AtomicValue ----------------------------
(***************************************************************************)
(* The two-word algorithm of AtomicValue.java.                             *)
(*                                                                         *)
(* Modelled.  load, store, swap and compareAndSwap, one action for each    *)
(* access to a shared word; what a thread does by itself between two       *)
(* accesses belongs to the action before.  Each action bears the name that *)
(* stands beside the access in the Java code, and pc[t] is the name of the *)
(* access that thread t makes next.                                        *)
(*                                                                         *)
(* Left out.  The processor and the compiler: here accesses happen one     *)
(* after the other, in program order, which volatile accesses in Java      *)
(* promise.  The number of rounds that a waiter spins before it yields.    *)
(* getAndUpdate and updateAndGet, which call load and compareAndSwap.      *)
(*                                                                         *)
(* To break it, take away an access or swap two of them; spec/mutants does *)
(* that, one change at a time, and names the property that then fails.     *)
(***************************************************************************)
EXTENDS Operations, Naturals

CONSTANTS
  Threads,  \* the threads that make calls
  Calls,    \* the calls that threads make, some or all of AllCalls
  Claimed   \* the sentinel in the type word while a first write is in flight

ASSUME Calls \subseteq AllCalls
ASSUME Claimed \notin Types \union {Null}

VARIABLES
  type,     \* the type word: Null, then Claimed, then the type of the values
  data,     \* the data word: the value
  pc,       \* the access that each thread makes next, "Respond" when it has made its last, or "Idle"
  call,     \* the call that each thread is in, NoCall while idle
  result    \* what each thread's call will return or throw, NoResult until known

vars == <<type, data, pc, call, result>>

(* The linearization points.  The value is there once its class is: a first *)
(* write takes effect at PublishType, every later one at its access to the  *)
(* data word; a refusal at ReadType; a load where it reads the value, or    *)
(* at LoadType if it finds none; a compareAndSwap that expects a value      *)
(* where there is none, at ReadType.                                        *)

AbstractValue == IF type \in Types THEN data ELSE Null

AbstractStatus ==
  [t \in Threads |-> CASE pc[t] = "Idle"    -> "idle"
                       [] pc[t] = "Respond" -> "responding"
                       [] OTHER             -> "requested"]

Contract == INSTANCE TypedRegister
              WITH value <- AbstractValue, status <- AbstractStatus

-----------------------------------------------------------------------------
(* How a step ends: with another access to come, or with the call's result. *)

Goto(t, access) ==
  /\ pc' = [pc EXCEPT ![t] = access]
  /\ UNCHANGED result

Finish(t, r) ==
  /\ pc' = [pc EXCEPT ![t] = "Respond"]
  /\ result' = [result EXCEPT ![t] = r]

-----------------------------------------------------------------------------

Init ==
  /\ type = InitialType
  /\ data = Initial
  /\ pc = [t \in Threads |-> "Idle"]
  /\ call = [t \in Threads |-> NoCall]
  /\ result = [t \in Threads |-> NoResult]

Request(t) ==
  /\ pc[t] = "Idle"
  /\ \E c \in Calls :
       /\ call' = [call EXCEPT ![t] = c]
       /\ IF RefusedByArguments(c)
          THEN Finish(t, RefusalOf(c))
          ELSE Goto(t, IF c.op = "load" THEN "LoadType" ELSE "ReadType")
  /\ UNCHANGED <<type, data>>

Respond(t) ==
  /\ pc[t] = "Respond"
  /\ pc' = [pc EXCEPT ![t] = "Idle"]
  /\ call' = [call EXCEPT ![t] = NoCall]
  /\ result' = [result EXCEPT ![t] = NoResult]
  /\ UNCHANGED <<type, data>>

-----------------------------------------------------------------------------
(* load                                                                     *)

LoadType(t) ==
  /\ pc[t] = "LoadType"
  /\ IF type \in {Null, Claimed} THEN Finish(t, Null) ELSE Goto(t, "LoadData")
  /\ UNCHANGED <<type, data, call>>

LoadData(t) ==
  /\ pc[t] = "LoadData"
  /\ Finish(t, data)
  /\ UNCHANGED <<type, data, call>>

-----------------------------------------------------------------------------
(* What store, swap and compareAndSwap do with the type word.               *)

ReadType(t) ==
  /\ pc[t] = "ReadType"
  /\ CASE type = Null ->
            IF call[t].expected # Null THEN Finish(t, "false") ELSE Goto(t, "ClaimType")
       [] type = Claimed ->
            Goto(t, "AwaitType")
       [] type = TypeOf[call[t].value] ->
            Goto(t, CASE call[t].op = "store"          -> "OverwriteData"
                      [] call[t].op = "swap"           -> "SwapData"
                      [] call[t].op = "compareAndSwap" -> "CompareAndSwapData")
       [] OTHER ->
            Finish(t, "ClassCastException")
  /\ UNCHANGED <<type, data, call>>

AwaitType(t) ==
  /\ pc[t] = "AwaitType"
  /\ Goto(t, "ReadType")
  /\ UNCHANGED <<type, data, call>>

ClaimType(t) ==
  /\ pc[t] = "ClaimType"
  /\ IF type = Null
     THEN type' = Claimed /\ Goto(t, "StoreFirstData")
     ELSE UNCHANGED type /\ Goto(t, "ReadType")
  /\ UNCHANGED <<data, call>>

StoreFirstData(t) ==
  /\ pc[t] = "StoreFirstData"
  /\ data' = call[t].value
  /\ Goto(t, "PublishType")
  /\ UNCHANGED <<type, call>>

PublishType(t) ==
  /\ pc[t] = "PublishType"
  /\ type' = TypeOf[call[t].value]
  /\ Finish(t, CASE call[t].op = "store"          -> "void"
                 [] call[t].op = "swap"           -> Null
                 [] call[t].op = "compareAndSwap" -> "true")
  /\ UNCHANGED <<data, call>>

-----------------------------------------------------------------------------
(* What they do with the data word once the class is settled.               *)

OverwriteData(t) ==
  /\ pc[t] = "OverwriteData"
  /\ data' = call[t].value
  /\ Finish(t, "void")
  /\ UNCHANGED <<type, call>>

SwapData(t) ==
  /\ pc[t] = "SwapData"
  /\ data' = call[t].value
  /\ Finish(t, data)
  /\ UNCHANGED <<type, call>>

CompareAndSwapData(t) ==
  /\ pc[t] = "CompareAndSwapData"
  /\ IF data = call[t].expected
     THEN data' = call[t].value /\ Finish(t, "true")
     ELSE UNCHANGED data /\ Finish(t, "false")
  /\ UNCHANGED <<type, call>>

-----------------------------------------------------------------------------

LoadAccess(t) == LoadType(t) \/ LoadData(t)

WriteAccess(t) ==
  \/ ReadType(t) \/ AwaitType(t) \/ ClaimType(t) \/ StoreFirstData(t) \/ PublishType(t)
  \/ OverwriteData(t) \/ SwapData(t) \/ CompareAndSwapData(t)

\* A step of a call that has begun.
Step(t) == LoadAccess(t) \/ WriteAccess(t) \/ Respond(t)

Next == \E t \in Threads : Request(t) \/ Step(t)

Spec == Init /\ [][Next]_vars

\* Threads may stop calling for ever, but not in the middle of a call.
FairSpec == Spec /\ \A t \in Threads : WF_vars(Step(t))

-----------------------------------------------------------------------------
(* Invariants.                                                              *)

Accesses ==
  {"LoadType", "LoadData", "ReadType", "AwaitType", "ClaimType", "StoreFirstData", "PublishType",
   "OverwriteData", "SwapData", "CompareAndSwapData"}

TypeOK ==
  /\ type \in {Null, Claimed} \union Types
  /\ data \in Values \union {Null}
  /\ pc \in [Threads -> Accesses \union {"Idle", "Respond"}]
  /\ call \in [Threads -> Calls \union {NoCall}]
  /\ result \in [Threads -> Results \union {NoResult}]

\* Between ClaimType and PublishType.
InWindow(t) == pc[t] \in {"StoreFirstData", "PublishType"}

\* The sentinel is there while, and only while, one thread is in the window.
ClaimedByOneThread ==
  /\ (type = Claimed) <=> \E t \in Threads : InWindow(t)
  /\ \A t, u \in Threads : InWindow(t) /\ InWindow(u) => t = u

\* No torn pair: where there is a type, there is a value, and it is of that type;
\* only where the type was declared may there be no value yet.
TypeAgreesWithData ==
  type \in Types => \/ data \in Values /\ TypeOf[data] = type
                    \/ data = Null /\ type = Declared

\* The data word is written by nobody before the claim.
EmptyUntilClaimed == type = Null => data = Null

\* Where the type is declared, or comes with an initial value, nobody waits for it.
SettledFromTheBeginning == Declared # Null \/ Initial # Null => type \in Types

\* What is so when a thread in call c is about to make the given access.
Knows(access, c) ==
  CASE access = "Idle" ->
         c = NoCall
    [] access = "LoadType" ->
         c.op = "load"
    [] access = "LoadData" ->
         c.op = "load" /\ type \in Types
    [] access \in {"ReadType", "AwaitType"} ->
         c.op \in {"store", "swap", "compareAndSwap"}
    [] access = "ClaimType" ->
         c.op \in {"store", "swap", "compareAndSwap"} /\ c.expected = Null
    [] access = "StoreFirstData" ->
         c.op \in {"store", "swap", "compareAndSwap"} /\ c.expected = Null /\ data = Null
    [] access = "PublishType" ->
         c.op \in {"store", "swap", "compareAndSwap"} /\ c.expected = Null /\ data = c.value
    [] access = "OverwriteData" ->
         c.op = "store" /\ type = TypeOf[c.value]
    [] access = "SwapData" ->
         c.op = "swap" /\ type = TypeOf[c.value]
    [] access = "CompareAndSwapData" ->
         c.op = "compareAndSwap" /\ type = TypeOf[c.value]
    [] access = "Respond" ->
         c # NoCall

\* The inductive invariant: it holds at first, and every step from a state in
\* which it holds, reachable or not, leads to one in which it holds.
Inv ==
  /\ TypeOK
  /\ ClaimedByOneThread
  /\ TypeAgreesWithData
  /\ EmptyUntilClaimed
  /\ SettledFromTheBeginning
  /\ \A t \in Threads : Answers(pc[t], call[t], result[t]) /\ Knows(pc[t], call[t])

-----------------------------------------------------------------------------
(* Progress, one step at a time.  The type word is Null, then Claimed, then *)
(* a type for ever (TypeOnlyMovesForward), and in each of the three a call  *)
(* whose thread keeps running is soon done, or waits for one that is.       *)
(* These are no formulas [][A]_vars: an access counts that changes nothing. *)

\* In a call: then the thread has a step to make.
Busy(t) == pc[t] # "Idle"

\* How many accesses the call of t still makes at most: a load always, a first
\* writer in the window, and any write once the type is settled.
AccessesLeft(t) ==
  CASE pc[t] \in {"Idle", "Respond"}                                             -> 0
    [] pc[t] \in {"LoadData", "OverwriteData", "SwapData", "CompareAndSwapData"} -> 1
    [] pc[t] = "PublishType"                                                     -> 1
    [] pc[t] \in {"LoadType", "StoreFirstData", "ReadType"}                      -> 2
    [] pc[t] \in {"AwaitType", "ClaimType"}                                      -> 3

\* A call begins with at most two accesses to make, if no first write is in its way.
RequestsAreBounded == \A t \in Threads : Request(t) => AccessesLeft(t)' <= 2

\* load makes at most two accesses, whatever the others do.
LoadsAreBounded ==
  \A t \in Threads :
    LoadAccess(t) => AccessesLeft(t) <= 2 /\ AccessesLeft(t)' < AccessesLeft(t)

\* Who has claimed the type has published it after two more accesses.
WindowIsBounded ==
  \A t \in Threads :
    InWindow(t) /\ WriteAccess(t) => AccessesLeft(t) <= 2 /\ AccessesLeft(t)' < AccessesLeft(t)

\* Once the type is settled, a write makes at most three more accesses.
WritesAreBounded ==
  \A t \in Threads :
    type \in Types /\ WriteAccess(t) => AccessesLeft(t) <= 3 /\ AccessesLeft(t)' < AccessesLeft(t)

\* While nobody has claimed the type, a write claims it, or is done, after at most three accesses.
AccessesToClaim(t) ==
  CASE pc[t] = "AwaitType" -> 3 [] pc[t] = "ReadType" -> 2 [] pc[t] = "ClaimType" -> 1 [] OTHER -> 0

ClaimsAreBounded ==
  \A t \in Threads :
    type = Null /\ WriteAccess(t) => AccessesToClaim(t)' < AccessesToClaim(t)

\* What others do leaves nobody more accesses to make.
NobodyProlongsAnother ==
  \A t, u \in Threads :
    t # u /\ (Request(u) \/ Step(u)) =>
      AccessesLeft(t)' = AccessesLeft(t) /\ AccessesToClaim(t)' = AccessesToClaim(t)

\* Whoever goes to wait, waits for another thread, and that one is in the window.
WaitersWaitForTheWindow ==
  \A t \in Threads :
    ReadType(t) /\ pc'[t] = "AwaitType" => \E u \in Threads : u # t /\ InWindow(u)

-----------------------------------------------------------------------------
(* Properties.                                                              *)

TypeOnlyMovesForward ==
  [][type' # type => \/ type = Null /\ type' = Claimed
                     \/ type = Claimed /\ type' \in Types]_vars

\* Linearizability, and that every call ends if its thread, and whoever is in
\* the window, keep running.
RefinesTypedRegister     == Contract!Spec
RefinesFairTypedRegister == Contract!FairSpec

\* The part of refinement that speaks of one step at a time: from a state in
\* which Inv holds it needs no behaviour before.
StepsRefineTypedRegister == [][Contract!Next]_<<AbstractValue, AbstractStatus, call, result>>

Termination == \A t \in Threads : (pc[t] # "Idle") ~> (pc[t] = "Idle")

\* Wait-freedom: the call of a thread ends if that thread keeps running, even
\* if all others halt for ever.  A store does not have this property.
LoadIsWaitFree ==
  \A t \in Threads : WF_vars(LoadAccess(t) \/ Respond(t))
                       => ((call[t].op = "load") ~> (pc[t] = "Idle"))

StoreIsWaitFree ==
  \A t \in Threads : WF_vars(Step(t))
                       => ((call[t].op = "store") ~> (pc[t] = "Idle"))
=============================================================================
