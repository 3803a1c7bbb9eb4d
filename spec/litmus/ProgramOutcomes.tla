--------------------------- MODULE ProgramOutcomes ---------------------------
(***************************************************************************)
(* The outcomes of programs, by the axioms and by the machine.             *)
(*                                                                         *)
(* A model gives the programs, in the form of the module Programs, as a    *)
(* sequence; TLC runs all of them at once and prints a line for each       *)
(* outcome of each program                                                 *)
(*   axioms | number of the program | outcome                              *)
(*   machine | number of the program | outcome                             *)
(* where the outcome is a list of values, separated by commas.  The        *)
(* machine may print the same line several times.                          *)
(***************************************************************************)
EXTENDS JavaAxioms, MemoryMachine, Outcomes

CONSTANTS
  Tests,   \* a sequence of programs
  Judges   \* "axioms", "machine" or both

VARIABLES
  judge,   \* who runs the program
  number,  \* the number of the program
  running  \* of each thread: what it has still to do, and its registers

vars == <<memory, judge, number, running>>

Test == Tests[number]

Init ==
  /\ judge \in Judges
  /\ number \in 1 .. Len(Tests)
  /\ running = [t \in 1 .. Len(Test.threads) |-> Start(Test.threads[t])]
  /\ InitialMemory(1 .. Len(Test.threads), Test.initially)

Goes(t, next) == running' = [running EXCEPT ![t] = next] /\ UNCHANGED <<judge, number>>

Step(t) ==
  /\ running[t].code # <<>>
  /\ LET i == Head(running[t].code)
     IN  CASE i.do = "fence" ->
                Fence(t, FenceMode(i.mode)) /\ Goes(t, After(running[t]))
           [] i.do = "write" ->
                Write(t, i.at, i.mode, ValueFor(running[t], i.value)) /\ Goes(t, After(running[t]))
           [] OTHER ->
                \E n \in 1 .. Len(history[i.at]) : \E e \in Effects(running[t], ValueAt(i.at, n)) :
                  /\ IF e.kind = "U" THEN Update(t, i.at, e.mode, n, e.writes) ELSE Read(t, i.at, e.mode, n)
                  /\ Goes(t, AfterResult(running[t], e.result))

Terminated == \A t \in Threads : running[t].code = <<>>

Strings(outcome) == [i \in 1 .. Len(outcome) |-> ToString(outcome[i])]

Outcome ==
  Observed(Test, running)
    \o [i \in 1 .. Len(Test.finally) |-> Newest(Test.finally[i])]

\* A step, so that all workers take part.
AskAxioms ==
  /\ judge = "axioms"
  /\ \A outcome \in AllowedOutcomes(Test) : PrintT(Line("axioms", ToString(number), Strings(outcome)))
  /\ judge' = "done"
  /\ UNCHANGED <<memory, number, running>>

Next ==
  \/ AskAxioms
  \/ judge = "machine" /\ \E t \in Threads : Step(t) \/ (Settle(t) /\ UNCHANGED <<judge, number, running>>)

Spec == Init /\ [][Next]_vars

PrintOutcomes ==
  judge = "machine" /\ Terminated => PrintT(Line("machine", ToString(number), Strings(Outcome)))
=============================================================================
