--------------------------- MODULE ProgramOutcomes ---------------------------
(***************************************************************************)
(* The outcomes of programs by the first machine of access modes, which    *)
(* was refuted: it stands in for the module of the same name that asks     *)
(* today's, so that the JVM can refute it again.  It has no fences; a      *)
(* program with one has no outcome here.                                   *)
(***************************************************************************)
EXTENDS Programs, Outcomes

CONSTANTS
  Tests,   \* a sequence of programs
  Judges   \* "machine"

VARIABLES
  history, view, newestVolatile,
  number,  \* the number of the program
  running  \* of each thread: what it has still to do, and its registers

vars == <<history, view, newestVolatile, number, running>>

Memory == INSTANCE AccessModes

Test == Tests[number]

Init ==
  /\ Judges = {"machine"}
  /\ number \in 1 .. Len(Tests)
  /\ running = [t \in 1 .. Len(Test.threads) |-> Start(Test.threads[t])]
  /\ Memory!InitialMemory(1 .. Len(Test.threads), Test.initially)

Goes(t, next) == running' = [running EXCEPT ![t] = next] /\ UNCHANGED number

Step(t) ==
  /\ running[t].code # <<>>
  /\ LET i == Head(running[t].code)
     IN  CASE i.do = "fence" -> FALSE
           [] i.do = "write" ->
                /\ Memory!Write(t, i.at, i.mode, ValueFor(running[t], i.value))
                /\ Goes(t, After(running[t]))
           [] OTHER ->
                \E n \in 1 .. Len(history[i.at]) : \E e \in Effects(running[t], Memory!ValueAt(i.at, n)) :
                  /\ IF e.kind = "U"
                     THEN n = Len(history[i.at]) /\ Memory!Update(t, i.at, e.mode, e.writes)
                     ELSE Memory!Read(t, i.at, e.mode, n)
                  /\ Goes(t, AfterResult(running[t], e.result))

Next == \E t \in DOMAIN running : Step(t)

Spec == Init /\ [][Next]_vars

Terminated == \A t \in DOMAIN running : running[t].code = <<>>

Distinct == vars

Outcome ==
  [i \in 1 .. Len(Test.observed) |-> running[Test.observed[i][1]].registers[Test.observed[i][2]]]
    \o [i \in 1 .. Len(Test.finally) |-> Memory!Newest(Test.finally[i])]

PrintOutcomes ==
  Terminated =>
    PrintT(Line("machine", ToString(number), [i \in 1 .. Len(Outcome) |-> ToString(Outcome[i])]))
=============================================================================
