--------------------------- MODULE ClientsByAxioms ---------------------------
(***************************************************************************)
(* Asks axioms and machine about litmus tests of AtomicValues, as          *)
(* ClientPrograms translates them, and prints lines as the module Outcomes *)
(* says.  A question, whose title and test are the name in the line, is    *)
(* about one test by one algorithm with one mode for each access, and asks *)
(*                                                                         *)
(*   "machine"  for the outcomes by the machine: lines `outcome'           *)
(*   "all"      for the outcomes by the axioms: lines `axioms', and        *)
(*              `in order' and `in step' as in TwoModels                   *)
(*   "beyond"   for those outcomes by the axioms that the contract does    *)
(*              not have: lines `axioms'                                   *)
(*                                                                         *)
(* and when the axioms have answered, for those of the contract: lines     *)
(* `expected'.                                                             *)
(*                                                                         *)
(* Most of what the axioms would have to consider for "all" cannot end     *)
(* beyond the contract.  For "beyond" an execution is left out             *)
(*   - whose reads alone decide an outcome of the contract                 *)
(*   - in which a thread reads what a location held in the beginning after *)
(*     it has itself written there (CoWR and InitialFirst forbid that)     *)
(*   - that no order of its pushed accesses can save: what is visible      *)
(*     without them is visible with them                                   *)
(* On programs small enough both are compared.                             *)
(*                                                                         *)
(* TLC evaluates a constant definition once, unless it meets a name that   *)
(* is a variable elsewhere, here such as `program'; then always anew.  So  *)
(* there is none in the definitions of tests.                              *)
(***************************************************************************)
EXTENDS TwoModels, ClientPrograms

CONSTANT
  Questions   \* a set of records: title, algorithm, test, modes, asks

\* `name' is the question.
Title(q) == q.title \o ": " \o q.test

ASSUME Judges = {"machine", "all", "beyond"}

\* TLCEval has TLC translate the test once, not whenever it looks at the program.
Init ==
  \E q \in Questions : \E p \in {TLCEval(AsProgram(q.algorithm, q.modes, q.test))} :
    /\ judge = q.asks
    /\ Begin(q, p)

IsBeyond(t, outcome) == ~Waits(t, outcome) /\ Reported(t, outcome) \notin ContractOutcomes[t]

-----------------------------------------------------------------------------
(* The outcomes of program p, which is test t, that are beyond the contract *)

\* The values that the runs write, of each location.
WrittenIn(p, runs) ==
  LET events == UNION {UNION {{run.events[i] : i \in 1 .. Len(run.events)} : run \in runs[u]} : u \in DOMAIN runs}
  IN  TLCEval([x \in DOMAIN p.initially |-> {e.writes : e \in {e \in events : e.kind \in {"W", "U"} /\ e.at = x}}])

\* Whether a thread that has written reads what was there in the beginning and what nobody writes.
IsStale(p, written, run) ==
  \E i \in 2 .. Len(run.events) :
    LET r == run.events[i]
    IN  /\ r.kind \in {"R", "U"}
        /\ r.found = p.initially[r.at]
        /\ r.found \notin written[r.at]
        /\ \E j \in 1 .. i - 1 : run.events[j].kind \in {"W", "U"} /\ run.events[j].at = r.at

\* Whether threads that run so may end beyond the contract, whatever `finally' holds.
MayBeBeyond(p, t, values, chosen) ==
  LET last == [i \in 1 .. Len(p.finally) |-> values[p.finally[i]]]
  IN  \E l \in Choices(last, DOMAIN last) : IsBeyond(t, Observed(p, chosen) \o [i \in DOMAIN last |-> l[i]])

\* Whether it takes an order of the pushed accesses to forbid that reads read from these sources.
MayBeFrom(p, events, s, source) ==
  LET rf == ReadsFrom(s, source)
  IN  /\ Causality(s, rf)
      /\ NoThinAir(s, rf)
      /\ LastValues(p, events, s, source, rf, Visible(s, HappensBefore(s, rf), [e \in s.E |-> {}])) # {}

\* The outcomes of threads that run so.
OutcomesOfChosen(p, chosen, s) ==
  LET events       == EventsOf(p, chosen)
      sources      == Sources(events, s)
      from(source) == {Observed(p, chosen) \o [i \in 1 .. Len(p.finally) |-> l.last[i]]
                       : l \in LastValuesFrom(p, events, s, source, ReadsFrom(s, source))}
  IN  IF \E r \in s.Rd : sources[r] = {} THEN {}
      ELSE UNION {from(source) : source \in {source \in Choices(sources, s.Rd) : MayBeFrom(p, events, s, source)}}

BeyondTheContract(p, t) ==
  LET values    == Values(p)
      all       == AllRuns(p, values)
      written   == WrittenIn(p, all)
      threads   == 1 .. Len(p.threads)
      runs      == TLCEval([u \in threads |->
                     {run \in all[u] : run.registers["waits"] = 0 /\ ~IsStale(p, written, run)}])
      skeletons == TLCEval([u \in threads |-> {Skeleton(run.events) : run \in runs[u]}])
      outcomes(skeleton) ==
        LET alike   == TLCEval([u \in threads |-> {run \in runs[u] : Skeleton(run.events) = skeleton[u]}])
            some    == [u \in threads |-> CHOOSE run \in alike[u] : TRUE]
            s       == Structure(EventsOf(p, some))
            choices == {chosen \in Choices(alike, threads) : MayBeBeyond(p, t, values, chosen)}
        IN  UNION {OutcomesOfChosen(p, chosen, s) : chosen \in choices}
      found == UNION {outcomes(skeleton) : skeleton \in Choices(skeletons, threads)}
  IN  TLCEval({o \in found : IsBeyond(t, o)})

-----------------------------------------------------------------------------
(* Questions and answers                                                    *)

PrintContract(q) == TRUE = \A o \in ContractOutcomes[q.test] : PrintExpected(Title(q), o)

\* Steps, so that all workers take part.  What is printed is compared with TRUE, as in TwoModels.
AskForAll ==
  /\ judge = "all"
  /\ TRUE = \A o \in OutcomesByAxioms(program) :
       \/ Waits(name.test, o.values)
       \/ /\ PrintT(Line("axioms", Title(name), Reported(name.test, o.values)))
          /\ o.inOrder => PrintT(Line("in order", Title(name), Reported(name.test, o.values)))
          /\ o.inStep => PrintT(Line("in step", Title(name), Reported(name.test, o.values)))
  /\ PrintContract(name)
  /\ judge' = "done"
  /\ UNCHANGED <<memory, name, program, running>>

AskForBeyond ==
  /\ judge = "beyond"
  /\ TRUE = \A o \in BeyondTheContract(program, name.test) :
       PrintT(Line("axioms", Title(name), Reported(name.test, o)))
  /\ PrintContract(name)
  /\ judge' = "done"
  /\ UNCHANGED <<memory, name, program, running>>

ClientNext ==
  \/ AskForAll
  \/ AskForBeyond
  \/ judge = "machine" /\ \E u \in Threads : Step(u) \/ SettleStep(u)

Spec == Init /\ [][ClientNext]_vars

PrintMachine ==
  judge = "machine" /\ Terminated /\ ~Waits(name.test, Outcome)
    => PrintOutcome(Title(name), Reported(name.test, Outcome))

-----------------------------------------------------------------------------
(* Questions                                                                *)

\* The tests of so many threads.
OfThreads(n) == {t \in DOMAIN Tests : Len(Tests[t].program) = n}

QuestionsOf(title, algorithm, modes, tests, asks) ==
  {[title |-> title, algorithm |-> algorithm, test |-> t, modes |-> modes, asks |-> asks] : t \in tests}

MCJudges == {"machine", "all", "beyond"}
=============================================================================
