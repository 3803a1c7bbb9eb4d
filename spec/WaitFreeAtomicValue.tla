------------------------ MODULE WaitFreeAtomicValue ------------------------
(***************************************************************************)
(* The algorithm of WaitFreeAtomicValue.java: the contract of AtomicValue  *)
(* without a sentinel.                                                     *)
(*                                                                         *)
(* In Java an object carries its class, so the data word says all that     *)
(* there is to know: it is Null, then for ever a value of one class.  One  *)
(* compare-and-exchange from Null settles which.  The type word is only a  *)
(* cache of what the data word has settled, written afterwards, so that    *)
(* store and swap need not read the data word before they write it.        *)
(* compareAndSwap needs no cache: its one exchange tells all.              *)
(*                                                                         *)
(* Modelled.  load, store, swap and compareAndSwap, one action for each    *)
(* access to a shared word, by the name that stands beside the access in   *)
(* the Java code; pc[t] is the name of the access that thread t makes      *)
(* next.                                                                   *)
(*                                                                         *)
(* Left out.  What AtomicValue.tla leaves out: the processor and the       *)
(* compiler, getAndUpdate and updateAndGet.                                *)
(*                                                                         *)
(* To break it, write the cache before the data, trust it when it is Null, *)
(* let a failed exchange go on to write, or exchange a value for Null that *)
(* has not been compared with the declared type.                           *)
(***************************************************************************)
EXTENDS Operations, Naturals

CONSTANTS
  Threads,  \* the threads that make calls
  Calls     \* the calls that threads make, some or all of AllCalls

ASSUME Calls \subseteq AllCalls

VARIABLES
  data,     \* the data word: the value
  type,     \* the type word: the type of the values, or Null while nobody has written it down
  pc,       \* the access that each thread makes next, "Respond" when it has made its last, or "Idle"
  call,     \* the call that each thread is in, NoCall while idle
  result    \* what each thread's call will return or throw, NoResult until it responds

vars == <<data, type, pc, call, result>>

-----------------------------------------------------------------------------
(* What is checked before the first access.                                 *)

\* Whether a new value is of the type of the held one, so far as that type is known.
SameType(held, new) ==
  IF held = Null THEN Declared \in {Null, TypeOf[new]} ELSE TypeOf[held] = TypeOf[new]

\* Where expected is a value of the same type as the new one, compareAndSwap does
\* not ask whether that is the declared type: if it is not, expected is not there.
RefusedAtOnce(c) == c.op # "load" /\ (c.value = Null \/ ~SameType(c.expected, c.value))

\* So a call that its arguments refuse may come to its exchange, which must fail.
Doomed(access, c) == access = "CompareAndSwapData" /\ RefusedByArguments(c)

-----------------------------------------------------------------------------
(* The linearization points.  Every call takes effect at its last access to *)
(* the data word: a first write of store or swap at InstallFirst, and what  *)
(* remains for it to do, CacheType, nobody can notice in the register.  A   *)
(* call that is doomed is refused when it is made.                          *)

FirstWriteResult(c) == CASE c.op = "store" -> "void" [] c.op = "swap" -> Null

AbstractStatus ==
  [t \in Threads |-> CASE pc[t] = "Idle"                     -> "idle"
                       [] pc[t] \in {"CacheType", "Respond"} -> "responding"
                       [] Doomed(pc[t], call[t])             -> "responding"
                       [] OTHER                              -> "requested"]

AbstractResult ==
  [t \in Threads |-> CASE pc[t] = "CacheType"      -> FirstWriteResult(call[t])
                       [] Doomed(pc[t], call[t])  -> RefusalOf(call[t])
                       [] OTHER                   -> result[t]]

Contract == INSTANCE TypedRegister
              WITH value <- data, status <- AbstractStatus, result <- AbstractResult

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
  /\ data = Initial
  /\ type = InitialType
  /\ pc = [t \in Threads |-> "Idle"]
  /\ call = [t \in Threads |-> NoCall]
  /\ result = [t \in Threads |-> NoResult]

FirstAccess(c) ==
  CASE c.op = "load"              -> "LoadData"
    [] c.op \in {"store", "swap"} -> "ReadType"
    [] c.op = "compareAndSwap"    -> "CompareAndSwapData"

Request(t) ==
  /\ pc[t] = "Idle"
  /\ \E c \in Calls :
       /\ call' = [call EXCEPT ![t] = c]
       /\ IF RefusedAtOnce(c)
          THEN Finish(t, RefusalOf(c))
          ELSE Goto(t, FirstAccess(c))
  /\ UNCHANGED <<data, type>>

Respond(t) ==
  /\ pc[t] = "Respond"
  /\ pc' = [pc EXCEPT ![t] = "Idle"]
  /\ call' = [call EXCEPT ![t] = NoCall]
  /\ result' = [result EXCEPT ![t] = NoResult]
  /\ UNCHANGED <<data, type>>

-----------------------------------------------------------------------------
(* load                                                                     *)

LoadData(t) ==
  /\ pc[t] = "LoadData"
  /\ Finish(t, data)
  /\ UNCHANGED <<data, type, call>>

-----------------------------------------------------------------------------
(* store and swap: straight on if the cache knows the class, else by way of *)
(* an attempt to be first.                                                  *)

WriteAccess(c) == IF c.op = "store" THEN "OverwriteData" ELSE "SwapData"

ReadType(t) ==
  /\ pc[t] = "ReadType"
  /\ Goto(t, IF type = TypeOf[call[t].value] THEN WriteAccess(call[t]) ELSE "InstallFirst")
  /\ UNCHANGED <<data, type, call>>

InstallFirst(t) ==
  /\ pc[t] = "InstallFirst"
  /\ IF data = Null
     THEN data' = call[t].value /\ Goto(t, "CacheType")
     ELSE /\ UNCHANGED data
          /\ IF SameType(data, call[t].value)
             THEN Goto(t, "HelpCacheType")
             ELSE Finish(t, "ClassCastException")
  /\ UNCHANGED <<type, call>>

\* After a first write.
CacheType(t) ==
  /\ pc[t] = "CacheType"
  /\ type' = TypeOf[call[t].value]
  /\ Finish(t, FirstWriteResult(call[t]))
  /\ UNCHANGED <<data, call>>

\* On behalf of a first writer that has not come to it.
HelpCacheType(t) ==
  /\ pc[t] = "HelpCacheType"
  /\ type' = TypeOf[call[t].value]
  /\ Goto(t, WriteAccess(call[t]))
  /\ UNCHANGED <<data, call>>

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

-----------------------------------------------------------------------------
(* compareAndSwap: the one exchange tells all.  If it succeeds, what it     *)
(* replaced was Null or a value whose type was right; if it fails, the type *)
(* of what it saw, or if that is Null, the declared type decides.           *)

CompareAndSwapData(t) ==
  /\ pc[t] = "CompareAndSwapData"
  /\ LET c == call[t]
     IN  IF data = c.expected
         THEN data' = c.value /\ Finish(t, "true")
         ELSE UNCHANGED data /\ Finish(t, IF SameType(data, c.value) THEN "false" ELSE "ClassCastException")
  /\ UNCHANGED <<type, call>>

-----------------------------------------------------------------------------

\* A step of a call that has begun.
Step(t) ==
  \/ LoadData(t)
  \/ ReadType(t) \/ InstallFirst(t) \/ CacheType(t) \/ HelpCacheType(t)
  \/ OverwriteData(t) \/ SwapData(t) \/ CompareAndSwapData(t)
  \/ Respond(t)

Next == \E t \in Threads : Request(t) \/ Step(t)

Spec == Init /\ [][Next]_vars

\* Threads may stop calling for ever, but not in the middle of a call.
FairSpec == Spec /\ \A t \in Threads : WF_vars(Step(t))

-----------------------------------------------------------------------------
(* Invariants.                                                              *)

Accesses ==
  {"LoadData", "ReadType", "InstallFirst", "CacheType", "HelpCacheType",
   "OverwriteData", "SwapData", "CompareAndSwapData"}

TypeOK ==
  /\ data \in Values \union {Null}
  /\ type \in Types \union {Null}
  /\ pc \in [Threads -> Accesses \union {"Idle", "Respond"}]
  /\ call \in [Threads -> Calls \union {NoCall}]
  /\ result \in [Threads -> Results \union {NoResult}]

Settled(t) == t = IF data = Null THEN Declared ELSE TypeOf[data]

\* The cache never lies.
TypeAgreesWithData == type # Null => Settled(type)

\* What makes a doomed exchange fail.
ValuesAreOfTheDeclaredType == Declared # Null /\ data # Null => TypeOf[data] = Declared

\* Whoever is about to write without looking, or to write the cache, has the right type.
WritersHaveTheType ==
  \A t \in Threads :
    pc[t] \in {"CacheType", "HelpCacheType", "OverwriteData", "SwapData"} => Settled(TypeOf[call[t].value])

\* What is so when a thread in call c is about to make the given access.
Knows(access, c) ==
  CASE access = "Idle" ->
         c = NoCall
    [] access = "LoadData" ->
         c.op = "load"
    [] access \in {"ReadType", "InstallFirst"} ->
         c.op \in {"store", "swap"}
    [] access \in {"CacheType", "HelpCacheType"} ->
         c.op \in {"store", "swap"} /\ data # Null /\ Settled(TypeOf[c.value])
    [] access = "OverwriteData" ->
         c.op = "store" /\ Settled(TypeOf[c.value])
    [] access = "SwapData" ->
         c.op = "swap" /\ Settled(TypeOf[c.value])
    [] access = "CompareAndSwapData" ->
         c.op = "compareAndSwap" /\ ~RefusedAtOnce(c)
    [] access = "Respond" ->
         c # NoCall

\* A thread has a result when, and only when, it is about to respond.
MayHave(access, c, r) == IF Doomed(access, c) THEN r = NoResult ELSE Answers(access, c, r)

\* The inductive invariant: it holds at first, and every step from a state in
\* which it holds, reachable or not, leads to one in which it holds.
Inv ==
  /\ TypeOK
  /\ TypeAgreesWithData
  /\ ValuesAreOfTheDeclaredType
  /\ \A t \in Threads : MayHave(pc[t], call[t], result[t]) /\ Knows(pc[t], call[t])

-----------------------------------------------------------------------------
(* Progress, one step at a time: wait-freedom with a number.  These are no  *)
(* formulas [][A]_vars: an access counts that changes nothing.              *)

\* In a call: then the thread has a step to make.
Busy(t) == pc[t] # "Idle"

\* How many accesses the call of t still makes at most.
AccessesLeft(t) ==
  CASE pc[t] \in {"Idle", "Respond"}                                             -> 0
    [] pc[t] \in {"LoadData", "OverwriteData", "SwapData", "CompareAndSwapData"} -> 1
    [] pc[t] = "CacheType"                                                       -> 1
    [] pc[t] = "HelpCacheType"                                                   -> 2
    [] pc[t] = "InstallFirst"                                                    -> 3
    [] pc[t] = "ReadType"                                                        -> 4

\* How many the whole call makes at most.
AccessesOf(c) == IF c.op \in {"load", "compareAndSwap"} THEN 1 ELSE 4

\* Each access of a thread leaves its call one less to make, whatever the others do.
CallsAreBounded ==
  \A t \in Threads :
    /\ Request(t) => AccessesLeft(t)' <= AccessesOf(call'[t])
    /\ Step(t) /\ pc[t] # "Respond" => AccessesLeft(t)' < AccessesLeft(t)

\* What others do leaves nobody more accesses to make.
NobodyProlongsAnother ==
  \A t, u \in Threads :
    t # u /\ (Request(u) \/ Step(u)) => AccessesLeft(t)' = AccessesLeft(t)

-----------------------------------------------------------------------------
(* Properties.                                                              *)

TypeIsWrittenOnce == [][type # Null => type' = type]_vars

RefinesTypedRegister     == Contract!Spec
RefinesFairTypedRegister == Contract!FairSpec

\* The part of refinement that speaks of one step at a time: from a state in
\* which Inv holds it needs no behaviour before.
StepsRefineTypedRegister == [][Contract!Next]_<<data, AbstractStatus, call, AbstractResult>>

\* Every call of a thread ends if that thread keeps running, even if all others halt for ever.
IsWaitFree == \A t \in Threads : WF_vars(Step(t)) => ((pc[t] # "Idle") ~> (pc[t] = "Idle"))
=============================================================================
