----------------------------- MODULE TwoModels -----------------------------
(***************************************************************************)
(* Runs programs by the axioms and by the machine, and prints a line for   *)
(* each outcome of each program                                            *)
(*   axioms | name of the program | outcome                                *)
(*   in order | name of the program | outcome                              *)
(*   in step | name of the program | outcome                               *)
(*   machine | name of the program | outcome                               *)
(* where the outcome is a list of values, separated by commas.  "In order" *)
(* is an outcome that the axioms allow by an execution in which reads come *)
(* after the writes that they read, and threads keep their program order;  *)
(* "in step" if moreover what passes the order of volatile accesses does   *)
(* so meanwhile, as in the machine.  A line may be printed several times.  *)
(* The programs are in the form of the module Programs.                    *)
(***************************************************************************)
EXTENDS JavaAxioms, AccessModes, Outcomes

CONSTANT
  Judges   \* "axioms", "machine" or both

VARIABLES
  judge,   \* who runs the program
  name,    \* of the program
  program,
  running  \* of each thread: what it has still to do, and its registers

vars == <<memory, judge, name, program, running>>

\* Program p, called n, begins.
Begin(n, p) ==
  /\ judge \in Judges
  /\ name = n
  /\ program = p
  /\ running = [t \in 1 .. Len(p.threads) |-> Start(p.threads[t])]
  /\ InitialMemory(1 .. Len(p.threads), p.initially)

Goes(t, next) == running' = [running EXCEPT ![t] = next] /\ UNCHANGED <<judge, name, program>>

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
  Observed(program, running)
    \o [i \in 1 .. Len(program.finally) |-> Newest(program.finally[i])]

\* A step, so that all workers take part.  What is printed is compared with TRUE, for TLC
\* would take each outcome for a conjunct of the action, and has no stack for thousands.
AskAxioms ==
  /\ judge = "axioms"
  /\ TRUE = \A o \in OutcomesByAxioms(program) :
       /\ PrintT(Line("axioms", name, Strings(o.values)))
       /\ o.inOrder => PrintT(Line("in order", name, Strings(o.values)))
       /\ o.inStep => PrintT(Line("in step", name, Strings(o.values)))
  /\ judge' = "done"
  /\ UNCHANGED <<memory, name, program, running>>

\* Whether a volatile access may still come.  If none does, it is all the same to a
\* thread whether it settles, and the others only learn from it what would bind them.
RECURSIVE IsVolatileIn(_)
IsVolatileIn(code) ==
  \E i \in 1 .. Len(code) :
    CASE code[i].do \in {"let", "fence"} -> FALSE
      [] code[i].do = "if"              -> IsVolatileIn(code[i].then) \/ IsVolatileIn(code[i].else)
      [] OTHER                          -> code[i].mode = "volatile"

SettleStep(t) ==
  IsVolatileIn(running[t].code) /\ Settle(t) /\ UNCHANGED <<judge, name, program, running>>

Next ==
  \/ AskAxioms
  \/ judge = "machine" /\ \E t \in Threads : Step(t) \/ SettleStep(t)

(* What of a state says how it may go on: a VIEW, which spares TLC states   *)
(* that differ only in what nobody looks at any more.  A thread that is     *)
(* done needs to know nothing; when all are done, only the outcome counts.  *)

Distinct ==
  IF judge = "machine" /\ Terminated
  THEN <<judge, name, Outcome>>
  ELSE <<judge, name, history, global, running,
         [t \in Threads |-> IF running[t].code = <<>> THEN <<>> ELSE <<view[t]>>]>>

PrintOutcomes ==
  judge = "machine" /\ Terminated => PrintT(Line("machine", name, Strings(Outcome)))
=============================================================================
