------------------------------ MODULE Clients ------------------------------
(***************************************************************************)
(* Programs that use AtomicValues, on the memory of AccessModes.tla: what  *)
(* AtomicValueModes and WaitFreeAtomicValueModes have in common.           *)
(*                                                                         *)
(* Modelled.  Several AtomicValues, each with its two words, and objects   *)
(* that have one plain field.  Threads run a litmus test: a fixed program  *)
(* each, of operations on AtomicValues and of accesses to the fields.  How *)
(* an operation accesses the words, and in which modes it may, is left to  *)
(* the module that extends this one.                                       *)
(*                                                                         *)
(* The outcome of an execution is what the operations returned, thread by  *)
(* thread, then the values that the AtomicValues in `finally' end with.    *)
(*                                                                         *)
(* What outcomes a program should have is said by ClientContract.  An      *)
(* outcome beyond those is a violation.                                    *)
(***************************************************************************)
EXTENDS ClientContract, AccessModes, Outcomes, TLC

CONSTANT
  Modes   \* the mode vectors to try: functions from the names of accesses to modes

VARIABLES
  test,     \* the name of the test that runs
  mode,     \* the mode of each access, "unused" if the test never makes it
  at,       \* of each thread: the number of the instruction that it is in
  pc,       \* of each thread: the instruction that it begins next, or within one the access, or "Done"
  results,  \* of each thread: what its instructions have returned
  settled   \* the thread that has settled just now, or 0

client == <<test, mode, at, pc, results, settled>>
vars   == <<memory, client>>

Type(o)  == <<o, "type">>
Data(o)  == <<o, "data">>
Field(v) == <<v, "field">>

\* Whether all mode vectors give modes to exactly these accesses, and modes that they can have.
ModesFit(reads, writes, updates) ==
  \A m \in Modes :
    /\ DOMAIN m = reads \union writes \union updates
    /\ \A a \in reads   : m[a] \in ReadModes
    /\ \A a \in writes  : m[a] \in WriteModes
    /\ \A a \in updates : m[a] \in UpdateModes

\* The mode of an access; a test that makes it must say that it does.
Mode(access) ==
  IF mode[access] = "unused"
  THEN Assert(FALSE, <<test, "makes an access that it is not known to make:", access>>)
  ELSE mode[access]

-----------------------------------------------------------------------------
(* Programs                                                                 *)

Program == Tests[test].program
I(t)    == Program[t][at[t]]

Begin(program, i) == IF i > Len(program) THEN "Done" ELSE program[i].do

Writes == {"store", "tryStore", "swap", "compareAndSwap"}

\* The operations on AtomicValues in test t.
OperationsOf(t) ==
  LET program == Tests[t].program
  IN  {c \in UNION {{program[u][i] : i \in 1 .. Len(program[u])} : u \in 1 .. Len(program)} :
         c.do \in Writes \union {"load"}}

\* Whether operation c of test t may find that there is no type yet, and whether
\* it may find one: where there is none in the beginning a later write finds one
\* only if the test has a second write to the same AtomicValue.
MayBeFirst(t, c) == Tests[t].holds[c.of] = Null /\ ~Tests[t].declared
MayBeLater(t, c) == ~MayBeFirst(t, c) \/ \E d \in OperationsOf(t) : d # c /\ d.of = c.of /\ d.do # "load"

\* What the given modes are to a test that makes only some accesses: those that
\* differ only in accesses that it never makes are the same.
ModesRestrictedTo(used) ==
  {[a \in DOMAIN m |-> IF a \in used THEN m[a] ELSE "unused"] : m \in Modes}

\* A value that test t writes.
AnyValue(t) == (CHOOSE c \in OperationsOf(t) : c.do # "load").value

\* What words and fields hold in the beginning.  An AtomicValue that is not empty
\* has a type, and one with a declared type has it even if it is empty.
InitialValue(t) ==
  LET holds  == Tests[t].holds
      fields == Tests[t].fields
      words  == {Type(o) : o \in DOMAIN holds} \union {Data(o) : o \in DOMAIN holds}
  IN  [x \in words \union {Field(v) : v \in DOMAIN fields} |->
         CASE x[2] = "type"  -> IF holds[x[1]] # Null    THEN TypeOf(holds[x[1]])
                                ELSE IF Tests[t].declared THEN TypeOf(AnyValue(t))
                                ELSE Null
           [] x[2] = "data"  -> holds[x[1]]
           [] x[2] = "field" -> fields[x[1]]]

\* A test begins, with modes for the accesses that it makes.
InitWith(AccessesOf(_)) ==
  /\ test \in DOMAIN Tests
  /\ mode \in ModesRestrictedTo(AccessesOf(test))
  /\ InitialMemory(1 .. Len(Program), InitialValue(test))
  /\ at = [t \in 1 .. Len(Program) |-> 1]
  /\ pc = [t \in 1 .. Len(Program) |-> Begin(Program[t], 1)]
  /\ results = [t \in 1 .. Len(Program) |-> <<>>]
  /\ settled = 0

Goto(t, access) ==
  /\ pc' = [pc EXCEPT ![t] = access]
  /\ settled' = 0
  /\ UNCHANGED <<test, mode, at, results>>

NextInstruction(t, newResults) ==
  /\ at' = [at EXCEPT ![t] = @ + 1]
  /\ pc' = [pc EXCEPT ![t] = Begin(Program[t], at[t] + 1)]
  /\ results' = [results EXCEPT ![t] = newResults]
  /\ settled' = 0
  /\ UNCHANGED <<test, mode>>

Finish(t, result) == NextInstruction(t, Append(results[t], result))
FinishSilently(t) == NextInstruction(t, results[t])

\* A write has been done, and there was this value before.
FinishWrite(t, previous) ==
  CASE I(t).do = "store"          -> FinishSilently(t)
    [] I(t).do = "tryStore"       -> Finish(t, "stored")
    [] I(t).do = "swap"           -> Finish(t, previous)
    [] I(t).do = "compareAndSwap" -> Finish(t, "true")

(* What thread t knows by its volatile accesses passes their one order.     *)
(* That makes no difference to what other threads do, unless they settle;   *)
(* so it can wait until t moves next or another one settles, and only such  *)
(* executions are tried.  After the last instruction of t it would only     *)
(* bind the others.                                                         *)

SettleStep(t) ==
  /\ pc[t] # "Done"
  /\ Settle(t)
  /\ settled' = t
  /\ UNCHANGED <<test, mode, at, pc, results>>

MayMove(t) == settled \in {0, t}

-----------------------------------------------------------------------------
(* The objects' fields, which are plain                                     *)

WriteField(t) ==
  /\ pc[t] = "writeField"
  /\ Write(t, Field(I(t).of), "plain", I(t).value)
  /\ FinishSilently(t)

\* Replaces the value that the instruction before returned by its field.
ReadField(t) ==
  /\ pc[t] = "readField"
  /\ LET v    == Last(results[t])
         rest == SubSeq(results[t], 1, Len(results[t]) - 1)
     IN  IF Field(v) \in Locations
         THEN \E i \in Readable(t, Field(v), "plain") :
                /\ Read(t, Field(v), "plain", i)
                /\ NextInstruction(t, Append(rest, ValueAt(Field(v), i)))
         ELSE UNCHANGED memory /\ FinishSilently(t)

FieldStep(t) == WriteField(t) \/ ReadField(t)

-----------------------------------------------------------------------------
(* Outcomes                                                                 *)

Terminated == \A t \in Threads : pc[t] = "Done"

\* Whoever wrote has written the data word, and whoever wrote last has written it last.
Outcome == Report(test, results, [o \in DOMAIN Tests[test].holds |-> Newest(Data(o))])

Violation == Terminated /\ Outcome \notin ContractOutcomes[test]

(* What of a state says how it may go on: a VIEW, which spares TLC states   *)
(* that differ only in what nobody looks at any more.  A thread that is     *)
(* done needs to know nothing; when all are done, only the outcome counts.  *)

Distinct ==
  IF Terminated THEN <<test, mode, Outcome>>
  ELSE <<client, history, global,
         [t \in Threads |->
            IF pc[t] = "Done" THEN <<>>
            ELSE <<[Essence(view[t]) EXCEPT !.reads = <<>>, !.writes = <<>>]>>]>>   \* which serve fences

-----------------------------------------------------------------------------
(* Invariants.  Those that print always hold.                               *)

NoViolation == ~Violation

PrintOutcomes == Terminated => PrintOutcome(test, Outcome)

PrintViolations == Violation => PrintViolation(test, Outcome, mode)

PrintContractOutcomes ==
  \A t \in DOMAIN Tests : \A o \in ContractOutcomes[t] : PrintExpected(t, o)
=============================================================================
