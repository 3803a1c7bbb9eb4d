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

\* Whether a volatile access may still come.  If none does, it is all the same to a
\* thread whether it settles, and the others only learn from it what would bind them.
RECURSIVE IsVolatileIn(_)
IsVolatileIn(code) ==
  \E i \in 1 .. Len(code) :
    CASE code[i].do \in {"let", "fence"} -> FALSE
      [] code[i].do = "if"              -> IsVolatileIn(code[i].then) \/ IsVolatileIn(code[i].else)
      [] OTHER                          -> code[i].mode = "volatile"

Next ==
  \/ AskAxioms
  \/ /\ judge = "machine"
     /\ \E t \in Threads :
          Step(t) \/ (IsVolatileIn(running[t].code) /\ Settle(t) /\ UNCHANGED <<judge, number, running>>)

Spec == Init /\ [][Next]_vars

(* What of a state says how it may go on: a VIEW, which spares TLC states   *)
(* that differ only in what nobody looks at any more.  A thread that is     *)
(* done needs to know nothing; when all are done, only the outcome counts.  *)

Distinct ==
  IF judge = "machine" /\ Terminated
  THEN <<judge, number, Outcome>>
  ELSE <<judge, number, history, global, running,
         [t \in Threads |-> IF running[t].code = <<>> THEN <<>> ELSE <<view[t]>>]>>

PrintOutcomes ==
  judge = "machine" /\ Terminated => PrintT(Line("machine", ToString(number), Strings(Outcome)))
=============================================================================
