------------------------------- MODULE Litmus -------------------------------
(***************************************************************************)
(* Runs litmus tests on the memory of AccessModes: all tests given, each   *)
(* with all its executions.                                                *)
(***************************************************************************)
EXTENDS AccessModes, Outcomes, TLC

CONSTANT
  Tests     \* a function from names to tests (see LitmusNotation)

VARIABLES
  test,     \* the name of the test that runs
  pc,       \* of each thread: the number of its next access
  results   \* of each thread: what its reads have returned

vars == <<memory, test, pc, results>>

Program == Tests[test].program

ThreadsOf(program)   == 1 .. Len(program)
Instructions(program) == UNION {{program[t][i] : i \in 1 .. Len(program[t])} : t \in ThreadsOf(program)}
LocationsOf(program)  == {i.at : i \in {i \in Instructions(program) : i.do # "fence"}}

Init ==
  /\ test \in DOMAIN Tests
  /\ InitialMemory(ThreadsOf(Program), [x \in LocationsOf(Program) |-> 0])
  /\ pc = [t \in ThreadsOf(Program) |-> 1]
  /\ results = [t \in ThreadsOf(Program) |-> <<>>]

Ended(t) == pc[t] > Len(Program[t])

Advance(t) == pc' = [pc EXCEPT ![t] = @ + 1] /\ UNCHANGED test

Returns(t, value) == results' = [results EXCEPT ![t] = Append(@, value)]

\* What thread t knows by its volatile accesses passes their one order.  After the last of
\* them it would only bind the others.
SettleStep(t) ==
  /\ \E i \in pc[t] .. Len(Program[t]) : Program[t][i].do # "fence" /\ Program[t][i].mode = "volatile"
  /\ Settle(t)
  /\ UNCHANGED <<test, pc, results>>

Access(t) ==
  /\ ~Ended(t)
  /\ Advance(t)
  /\ LET a == Program[t][pc[t]]
     IN  CASE a.do = "read" ->
                \E i \in Readable(t, a.at, a.mode) :
                  Read(t, a.at, a.mode, i) /\ Returns(t, ValueAt(a.at, i))
           [] a.do = "write" ->
                Write(t, a.at, a.mode, a.value) /\ UNCHANGED results
           [] a.do = "swap" ->
                \E i \in Updatable(t, a.at, a.mode) :
                  Update(t, a.at, a.mode, i, a.value) /\ Returns(t, ValueAt(a.at, i))
           [] a.do = "fence" ->
                Fence(t, a.mode) /\ UNCHANGED results
           [] a.do = "cas" ->
                \/ \E i \in Updatable(t, a.at, a.mode) :
                     /\ ValueAt(a.at, i) = a.expected
                     /\ Update(t, a.at, a.mode, i, a.value)
                     /\ Returns(t, a.expected)
                \/ \E i \in Readable(t, a.at, ReadModeOf(a.mode)) :
                     /\ ValueAt(a.at, i) # a.expected
                     /\ Read(t, a.at, ReadModeOf(a.mode), i)
                     /\ Returns(t, ValueAt(a.at, i))

Next == \E t \in Threads : Access(t) \/ SettleStep(t)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------

Terminated == \A t \in Threads : Ended(t)

RECURSIVE Concatenated(_, _)
Concatenated(f, n) == IF n = 0 THEN <<>> ELSE Concatenated(f, n - 1) \o f[n]

Outcome ==
  Concatenated(results, Len(Program))
    \o [i \in 1 .. Len(Tests[test].finally) |-> Newest(Tests[test].finally[i])]

\* Every outcome is printed, beside what is expected, for CalibrationTest to compare.
Strings(outcome) == [i \in 1 .. Len(outcome) |-> ToString(outcome[i])]

PrintOutcomes     == Terminated => PrintOutcome(test, Strings(Outcome))
PrintExpectations == \A name \in DOMAIN Tests :
                       \A outcome \in Tests[name].expected : PrintExpected(name, Strings(outcome))
=============================================================================
