------------------------- MODULE AtomicValueModes -------------------------
(***************************************************************************)
(* The algorithm of AtomicValue.tla on the memory of AccessModes.tla, with *)
(* the mode of each access as a parameter, and programs that use it.       *)
(*                                                                         *)
(* Modelled.  Several AtomicValues, each with its two words, and objects   *)
(* that have one plain field.  Threads run a litmus test: a fixed program  *)
(* each, of operations on AtomicValues and of accesses to the fields.  The *)
(* actions bear the names that the accesses have in AtomicValue.java;      *)
(* waiting (AwaitType) is reading the type word again.                     *)
(*                                                                         *)
(* The outcome of an execution is what the operations returned, thread by  *)
(* thread, then the values that the AtomicValues in `finally' end with.    *)
(*                                                                         *)
(* What outcomes a program should have is worked out from the contract: it *)
(* runs the same program with each operation as one indivisible step, in   *)
(* every order that the threads' programs allow, and each field as last    *)
(* written.  An outcome beyond those is a violation.                       *)
(***************************************************************************)
EXTENDS AccessModes, Outcomes, TLC

CONSTANTS
  Tests,       \* a function from names to tests (see AtomicValueNotation)
  TypeOf(_),  \* the class of a value
  Modes        \* the mode vectors to try: functions from Accesses to modes

VARIABLES
  test,     \* the name of the test that runs
  mode,     \* the mode of each access, "unused" if the test never makes it
  at,       \* of each thread: the number of the instruction that it is in
  pc,       \* of each thread: the access that it makes next, or "Done"
  results   \* of each thread: what its instructions have returned

client == <<test, mode, at, pc, results>>
vars   == <<memory, client>>

Null    == "null"
Claimed == "claimed"

\* In the order in which they are printed.
AccessNames ==
  <<"LoadType", "LoadData", "ReadType", "ClaimType", "StoreFirstData", "PublishType",
    "OverwriteData", "SwapData", "CompareAndSwapData">>

ReadAccesses   == {"LoadType", "LoadData", "ReadType"}
WriteAccesses  == {"StoreFirstData", "PublishType", "OverwriteData"}
UpdateAccesses == {"ClaimType", "SwapData", "CompareAndSwapData"}
Accesses       == ReadAccesses \union WriteAccesses \union UpdateAccesses

Type(o)  == <<o, "type">>
Data(o)  == <<o, "data">>
Field(v) == <<v, "field">>

ASSUME \A m \in Modes :
         /\ DOMAIN m = Accesses
         /\ \A a \in ReadAccesses   : m[a] \in ReadModes
         /\ \A a \in WriteAccesses  : m[a] \in WriteModes
         /\ \A a \in UpdateAccesses : m[a] \in UpdateModes

-----------------------------------------------------------------------------
(* Programs                                                                 *)

Program == Tests[test].program
I(t)    == Program[t][at[t]]

FirstAccess(program, i) ==
  IF i > Len(program)
  THEN "Done"
  ELSE CASE program[i].do = "load"       -> "LoadType"
         [] program[i].do = "writeField" -> "WriteField"
         [] program[i].do = "readField"  -> "ReadField"
         [] OTHER                        -> "ReadType"

\* The accesses that a test can make.  An AtomicValue that is empty in the
\* beginning sees a later write only if the test has a second write to it.
AccessesOf(t) ==
  LET program == Tests[t].program
      calls   == {c \in UNION {{program[u][i] : i \in 1 .. Len(program[u])} : u \in 1 .. Len(program)} :
                    c.do \in {"load", "store", "tryStore", "swap", "compareAndSwap"}}
      first(c) == Tests[t].holds[c.of] = Null
      later(c) == ~first(c) \/ \E d \in calls : d # c /\ d.of = c.of /\ d.do # "load"
      of(c) == CASE c.do = "load" -> {"LoadType", "LoadData"}
                 [] OTHER ->
                      {"ReadType"}
                        \union (IF first(c) THEN {"ClaimType", "StoreFirstData", "PublishType"} ELSE {})
                        \union (IF ~later(c) THEN {}
                                ELSE CASE c.do \in {"store", "tryStore"} -> {"OverwriteData"}
                                       [] c.do = "swap"                  -> {"SwapData"}
                                       [] c.do = "compareAndSwap"        -> {"CompareAndSwapData"})
  IN  UNION {of(c) : c \in calls}

\* What the given modes are to test t: those that differ only in accesses that it never makes are the same.
ModesFor(t) == {[a \in Accesses |-> IF a \in AccessesOf(t) THEN m[a] ELSE "unused"] : m \in Modes}

InitialValue(t) ==
  LET holds  == Tests[t].holds
      fields == Tests[t].fields
      words  == {Type(o) : o \in DOMAIN holds} \union {Data(o) : o \in DOMAIN holds}
  IN  [x \in words \union {Field(v) : v \in DOMAIN fields} |->
         CASE x[2] = "type"  -> IF holds[x[1]] = Null THEN Null ELSE TypeOf(holds[x[1]])
           [] x[2] = "data"  -> holds[x[1]]
           [] x[2] = "field" -> fields[x[1]]]

Init ==
  /\ test \in DOMAIN Tests
  /\ mode \in ModesFor(test)
  /\ InitialMemory(1 .. Len(Program), InitialValue(test))
  /\ at = [t \in 1 .. Len(Program) |-> 1]
  /\ pc = [t \in 1 .. Len(Program) |-> FirstAccess(Program[t], 1)]
  /\ results = [t \in 1 .. Len(Program) |-> <<>>]

Goto(t, access) ==
  /\ pc' = [pc EXCEPT ![t] = access]
  /\ UNCHANGED <<test, mode, at, results>>

NextInstruction(t, newResults) ==
  /\ at' = [at EXCEPT ![t] = @ + 1]
  /\ pc' = [pc EXCEPT ![t] = FirstAccess(Program[t], at[t] + 1)]
  /\ results' = [results EXCEPT ![t] = newResults]
  /\ UNCHANGED <<test, mode>>

Finish(t, result) == NextInstruction(t, Append(results[t], result))
FinishSilently(t) == NextInstruction(t, results[t])

Last(s) == s[Len(s)]

\* What an operation returns that must return a value but has found none.
Torn(v) == IF v = Null THEN "torn" ELSE v

-----------------------------------------------------------------------------
(* The objects' fields, which are plain                                     *)

WriteField(t) ==
  /\ pc[t] = "WriteField"
  /\ Write(t, Field(I(t).of), "plain", I(t).value)
  /\ FinishSilently(t)

\* Replaces the value that the instruction before returned by its field.
ReadField(t) ==
  /\ pc[t] = "ReadField"
  /\ LET v    == Last(results[t])
         rest == SubSeq(results[t], 1, Len(results[t]) - 1)
     IN  IF Field(v) \in Locations
         THEN \E i \in Readable(t, Field(v), "plain") :
                /\ Read(t, Field(v), "plain", i)
                /\ NextInstruction(t, Append(rest, ValueAt(Field(v), i)))
         ELSE FinishSilently(t) /\ UNCHANGED memory

-----------------------------------------------------------------------------
(* load                                                                     *)

LoadType(t) ==
  /\ pc[t] = "LoadType"
  /\ \E i \in Readable(t, Type(I(t).of), mode["LoadType"]) :
       /\ Read(t, Type(I(t).of), mode["LoadType"], i)
       /\ IF ValueAt(Type(I(t).of), i) \in {Null, Claimed}
          THEN Finish(t, Null)
          ELSE Goto(t, "LoadData")

LoadData(t) ==
  /\ pc[t] = "LoadData"
  /\ \E i \in Readable(t, Data(I(t).of), mode["LoadData"]) :
       /\ Read(t, Data(I(t).of), mode["LoadData"], i)
       /\ Finish(t, Torn(ValueAt(Data(I(t).of), i)))

-----------------------------------------------------------------------------
(* What store, swap and compareAndSwap do with the type word                *)

ReadType(t) ==
  /\ pc[t] = "ReadType"
  /\ \E i \in Readable(t, Type(I(t).of), mode["ReadType"]) :
       /\ Read(t, Type(I(t).of), mode["ReadType"], i)
       /\ LET type == ValueAt(Type(I(t).of), i)
          IN  CASE type = Null ->
                     IF I(t).expected # Null THEN Finish(t, "false") ELSE Goto(t, "ClaimType")
                [] type = Claimed ->
                     Goto(t, "ReadType")
                [] type = TypeOf(I(t).value) ->
                     Goto(t, CASE I(t).do \in {"store", "tryStore"} -> "OverwriteData"
                               [] I(t).do = "swap"                  -> "SwapData"
                               [] I(t).do = "compareAndSwap"        -> "CompareAndSwapData")
                [] OTHER ->
                     Finish(t, "refused")

ClaimType(t) ==
  /\ pc[t] = "ClaimType"
  /\ \/ /\ Newest(Type(I(t).of)) = Null
        /\ Update(t, Type(I(t).of), mode["ClaimType"], Claimed)
        /\ Goto(t, "StoreFirstData")
     \/ \E i \in Readable(t, Type(I(t).of), ReadModeOf(mode["ClaimType"])) :
          /\ ValueAt(Type(I(t).of), i) # Null
          /\ Read(t, Type(I(t).of), ReadModeOf(mode["ClaimType"]), i)
          /\ Goto(t, "ReadType")

StoreFirstData(t) ==
  /\ pc[t] = "StoreFirstData"
  /\ Write(t, Data(I(t).of), mode["StoreFirstData"], I(t).value)
  /\ Goto(t, "PublishType")

PublishType(t) ==
  /\ pc[t] = "PublishType"
  /\ Write(t, Type(I(t).of), mode["PublishType"], TypeOf(I(t).value))
  /\ CASE I(t).do = "store"          -> FinishSilently(t)
       [] I(t).do = "tryStore"       -> Finish(t, "stored")
       [] I(t).do = "swap"           -> Finish(t, Null)
       [] I(t).do = "compareAndSwap" -> Finish(t, "true")

-----------------------------------------------------------------------------
(* What they do with the data word once the class is settled                *)

OverwriteData(t) ==
  /\ pc[t] = "OverwriteData"
  /\ Write(t, Data(I(t).of), mode["OverwriteData"], I(t).value)
  /\ IF I(t).do = "tryStore" THEN Finish(t, "stored") ELSE FinishSilently(t)

SwapData(t) ==
  /\ pc[t] = "SwapData"
  /\ Update(t, Data(I(t).of), mode["SwapData"], I(t).value)
  /\ Finish(t, Torn(Newest(Data(I(t).of))))

CompareAndSwapData(t) ==
  /\ pc[t] = "CompareAndSwapData"
  /\ \/ /\ Newest(Data(I(t).of)) = I(t).expected
        /\ Update(t, Data(I(t).of), mode["CompareAndSwapData"], I(t).value)
        /\ Finish(t, "true")
     \/ \E i \in Readable(t, Data(I(t).of), ReadModeOf(mode["CompareAndSwapData"])) :
          /\ ValueAt(Data(I(t).of), i) # I(t).expected
          /\ Read(t, Data(I(t).of), ReadModeOf(mode["CompareAndSwapData"]), i)
          /\ Finish(t, "false")

-----------------------------------------------------------------------------

Step(t) ==
  \/ WriteField(t) \/ ReadField(t)
  \/ LoadType(t) \/ LoadData(t)
  \/ ReadType(t) \/ ClaimType(t) \/ StoreFirstData(t) \/ PublishType(t)
  \/ OverwriteData(t) \/ SwapData(t) \/ CompareAndSwapData(t)

Next == \E t \in Threads : Step(t)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* Outcomes                                                                 *)

RECURSIVE Concatenated(_, _)
Concatenated(f, n) == IF n = 0 THEN <<>> ELSE Concatenated(f, n - 1) \o f[n]

\* How the test reports results, given what each AtomicValue holds in the end.
Report(t, r, holds) ==
  LET finally == Tests[t].finally
      all     == Concatenated(r, Len(Tests[t].program)) \o [i \in 1 .. Len(finally) |-> holds[finally[i]]]
  IN  [i \in 1 .. Len(all) |-> IF all[i] = Null THEN Tests[t].empty ELSE all[i]]

Terminated == \A t \in Threads : pc[t] = "Done"

Outcome ==
  Report(test, results,
         [o \in DOMAIN Tests[test].holds |->
            IF Newest(Type(o)) \in {Null, Claimed} THEN Null ELSE Newest(Data(o))])

(* What the contract does with instruction i: the new contents of the      *)
(* AtomicValues, and what is returned if anything.                         *)

Effect(holds, i) ==
  LET now     == holds[i.of]
      same(r) == [holds |-> holds, returns |-> r]
      set(r)  == [holds |-> [holds EXCEPT ![i.of] = i.value], returns |-> r]
  IN  CASE i.do = "load" -> same(<<now>>)
        [] i.do # "load" /\ now # Null /\ TypeOf(now) # TypeOf(i.value) -> same(<<"refused">>)
        [] i.do = "store"    -> set(<<>>)
        [] i.do = "tryStore" -> set(<<"stored">>)
        [] i.do = "swap"     -> set(<<now>>)
        [] i.do = "compareAndSwap" -> IF now = i.expected THEN set(<<"true">>) ELSE same(<<"false">>)

RECURSIVE OutcomesFrom(_, _, _, _, _)
OutcomesFrom(t, holds, fields, position, r) ==
  LET program == Tests[t].program
      waiting == {u \in 1 .. Len(program) : position[u] <= Len(program[u])}
      after(u) ==
        LET i    == program[u][position[u]]
            next == [position EXCEPT ![u] = @ + 1]
            last == Last(r[u])
        IN  CASE i.do = "writeField" ->
                   OutcomesFrom(t, holds, [fields EXCEPT ![i.of] = i.value], next, r)
              [] i.do = "readField" ->
                   OutcomesFrom(t, holds, fields, next,
                     IF last \in DOMAIN fields THEN [r EXCEPT ![u][Len(r[u])] = fields[last]] ELSE r)
              [] OTHER ->
                   LET e == Effect(holds, i)
                   IN  OutcomesFrom(t, e.holds, fields, next, [r EXCEPT ![u] = @ \o e.returns])
  IN  IF waiting = {} THEN {Report(t, r, holds)} ELSE UNION {after(u) : u \in waiting}

\* Of each test, the outcomes of its sequentially consistent executions.
ContractOutcomes ==
  [t \in DOMAIN Tests |->
     OutcomesFrom(t, Tests[t].holds, Tests[t].fields,
                  [u \in 1 .. Len(Tests[t].program) |-> 1],
                  [u \in 1 .. Len(Tests[t].program) |-> <<>>])]

Violation == Terminated /\ Outcome \notin ContractOutcomes[test]

-----------------------------------------------------------------------------
(* Invariants.  Those that print always hold.                               *)

ModesAreComplete == \A t \in Threads : pc[t] \in Accesses => mode[pc[t]] # "unused"

NoViolation == ~Violation

PrintOutcomes == Terminated => PrintOutcome(test, Outcome)

PrintViolations ==
  Violation => PrintViolation(test, Outcome, [i \in 1 .. Len(AccessNames) |-> mode[AccessNames[i]]])

PrintContractOutcomes ==
  \A t \in DOMAIN Tests : \A o \in ContractOutcomes[t] : PrintExpected(t, o)
=============================================================================
