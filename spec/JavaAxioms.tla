----------------------------- MODULE JavaAxioms -----------------------------
(***************************************************************************)
(* Java's access modes by axioms: which outcomes a small program may have. *)
(*                                                                         *)
(* This is JAM21, the model of S. Liu, J. Bender and J. Palsberg,          *)
(* Compiling Volatile Correctly in Java (ECOOP 2022), which revises J.     *)
(* Bender and J. Palsberg, A Formalization of Java's Concurrent Access     *)
(* Modes (OOPSLA 2019).  Its two published forms, for herd and for Coq,    *)
(* differ in some points; where they do, this module takes the weaker      *)
(* reading, unless the documentation of VarHandle or the Java language     *)
(* specification forbids it or neither a source nor a machine has it:      *)
(*   - of reads of one location in one thread, those of mode opaque or     *)
(*     above do not go backwards (VarHandle); plain ones may (JLS 17.4)    *)
(*   - a read of a location constrains later writes to the same location   *)
(*     only, and a thread never reads what it writes later (JLS 17.4.5)    *)
(*   - all accesses count for causality, not only pushed ones              *)
(*   - an update follows at once what it read; updates are not otherwise   *)
(*     ordered                                                             *)
(*                                                                         *)
(* A candidate execution says what each thread did, run alone, and for     *)
(* each read which write it read from.  It is an execution of Java if      *)
(* there is a total order, `to', of the accesses that are pushed (by a     *)
(* full fence or between volatile accesses), and for each location a       *)
(* total order, co, of its writes, so that all axioms hold.                *)
(*                                                                         *)
(* Left out.  There are no dependencies: data, address and control         *)
(* dependencies order nothing.  Load buffering by plain accesses is        *)
(* allowed, and so would be values out of thin air; only values that the   *)
(* program can compute from those that it has are tried.  Final fields,    *)
(* locks, thread start and join, tearing of long and double, progress.     *)
(***************************************************************************)
EXTENDS Programs, FiniteSets

-----------------------------------------------------------------------------
(* Relations.  R[a] is the set of all b such that a is related to b.        *)

Union(R, S) == TLCEval([a \in DOMAIN R |-> R[a] \union S[a]])

\* a to c if there is a b with a to b by R and b to c by S.
Composed(R, S) == TLCEval([a \in DOMAIN R |-> UNION {S[b] : b \in R[a]}])

RECURSIVE ClosedOver(_, _)
ClosedOver(R, S) ==
  IF S = {} THEN R
  ELSE LET k == CHOOSE k \in S : TRUE
       IN  ClosedOver(TLCEval([a \in DOMAIN R |-> IF k \in R[a] THEN R[a] \union R[k] ELSE R[a]]), S \ {k})

\* Through what leads nowhere, nothing leads further.
TransitiveClosure(R) == ClosedOver(R, {k \in DOMAIN R : R[k] # {}})

\* What leads to nothing of S is in no cycle within S, so it is left out; and so on, until nothing is left or all is.
RECURSIVE AcyclicIn(_, _)
AcyclicIn(R, S) ==
  LET rest == {a \in S : \E b \in R[a] : b \in S}
  IN  IF rest = S THEN S = {} ELSE AcyclicIn(R, rest)

Acyclic(R) == AcyclicIn(R, DOMAIN R)

\* The total orders of S, as sequences, that agree with R.
RECURSIVE Orders(_, _)
Orders(S, R) ==
  IF S = {} THEN {<<>>}
  ELSE UNION {{<<a>> \o rest : rest \in Orders(S \ {a}, R)} : a \in {a \in S : \A b \in S : a \notin R[b]}}

\* A sequence as a relation on E.
Ordered(order, E) ==
  LET at(a) == CHOOSE i \in 1 .. Len(order) : order[i] = a
      elements == {order[i] : i \in 1 .. Len(order)}
  IN  TLCEval([a \in E |-> IF a \in elements THEN {order[i] : i \in at(a) + 1 .. Len(order)} ELSE {}])

\* All ways to choose one of options[x] for each x of S.
RECURSIVE Choices(_, _)
Choices(options, S) ==
  IF S = {} THEN {<<>>}
  ELSE LET x == CHOOSE x \in S : TRUE
       IN  {(x :> v) @@ c : v \in options[x], c \in Choices(options, S \ {x})}

-----------------------------------------------------------------------------
(* What threads do, run alone: the sequences of their events.  Kinds are    *)
(* "R", a read; "W", a write; "U", an update, which is both in one event;   *)
(* "F", a fence; and "I", the initial write of a location.                  *)

Prefixed(event, runs) == {[run EXCEPT !.events = <<event>> \o @] : run \in runs}

\* The event by which thread t reads a value, with this effect.
EventOf(t, x, found, e) ==
  IF e.kind = "U"
  THEN [kind |-> "U", thread |-> t, at |-> x, mode |-> e.mode, found |-> found, writes |-> e.writes]
  ELSE [kind |-> "R", thread |-> t, at |-> x, mode |-> e.mode, found |-> found]

\* The runs of thread t if each read of x finds any of values[x].
RECURSIVE Runs(_, _, _)
Runs(t, thread, values) ==
  IF thread.code = <<>> THEN {[events |-> <<>>, registers |-> thread.registers]}
  ELSE LET i == Head(thread.code)
       IN  CASE i.do = "fence" ->
                  Prefixed([kind |-> "F", thread |-> t, mode |-> FenceMode(i.mode)],
                           Runs(t, After(thread), values))
             [] i.do = "write" ->
                  Prefixed([kind |-> "W", thread |-> t, at |-> i.at, mode |-> i.mode,
                            writes |-> ValueFor(thread, i.value)],
                           Runs(t, After(thread), values))
             [] OTHER ->
                  UNION {UNION {Prefixed(EventOf(t, i.at, found, e), Runs(t, AfterResult(thread, e.result), values))
                                : e \in Effects(thread, found)}
                         : found \in values[i.at]}

AllRuns(p, values) ==
  TLCEval([t \in 1 .. Len(p.threads) |-> Runs(t, Start(p.threads[t]), values)])

(* The values that reads may find: those that the program computes from     *)
(* those that there are, a step for each write that it may make.            *)

Written(p, values) ==
  LET runs == AllRuns(p, values)
      all  == UNION {UNION {{run.events[i] : i \in 1 .. Len(run.events)} : run \in runs[t]} : t \in DOMAIN runs}
  IN  TLCEval([x \in DOMAIN p.initially |->
         values[x] \union {e.writes : e \in {e \in all : e.kind \in {"W", "U"} /\ e.at = x}}])

RECURSIVE ValuesFrom(_, _, _)
ValuesFrom(p, values, steps) ==
  LET more == Written(p, values)
  IN  IF more = values \/ steps = 0 THEN values ELSE ValuesFrom(p, more, steps - 1)

RECURSIVE Size(_)
Size(code) ==
  IF code = <<>> THEN 0
  ELSE Size(Tail(code))
         + (IF Head(code).do = "if" THEN Size(Head(code).then) + Size(Head(code).else) ELSE 1)

RECURSIVE Total(_)
Total(threads) == IF threads = <<>> THEN 0 ELSE Size(Head(threads)) + Total(Tail(threads))

Values(p) == ValuesFrom(p, [x \in DOMAIN p.initially |-> {p.initially[x]}], Total(p.threads))

-----------------------------------------------------------------------------
(* Candidate executions                                                     *)

RECURSIVE SetAsSequence(_)
SetAsSequence(S) == IF S = {} THEN <<>> ELSE LET x == CHOOSE x \in S : TRUE IN <<x>> \o SetAsSequence(S \ {x})

RECURSIVE Concatenated(_)
Concatenated(sequences) == IF sequences = <<>> THEN <<>> ELSE Head(sequences) \o Concatenated(Tail(sequences))

\* The events of an execution: the initial writes, then those of each thread.
EventsOf(p, runs) ==
  LET locations == SetAsSequence(DOMAIN p.initially)
  IN  [i \in 1 .. Len(locations) |->
         [kind |-> "I", thread |-> 0, at |-> locations[i], mode |-> "plain", writes |-> p.initially[locations[i]]]]
      \o Concatenated([t \in 1 .. Len(runs) |-> runs[t].events])

\* What follows from the events, whatever they read from.
Structure(events) ==
  LET E        == 1 .. Len(events)
      Kind(S)  == {e \in E : events[e].kind \in S}
      Mode(S)  == {e \in E : events[e].mode \in S}
      Accesses == Kind({"R", "W", "U"})
      Rd       == Kind({"R", "U"})
      Wr       == Kind({"W", "U", "I"})
      Vol      == Accesses \intersect Mode({"volatile"})
      Opq      == Accesses \ Mode({"plain"})
      Rel      == Kind({"W", "U"}) \intersect Mode({"release", "volatile"})
      Acq      == Rd \intersect Mode({"acquire", "volatile"})
      \* Program order.
      po == TLCEval([a \in E |-> IF a \notin Accesses THEN {}
                                 ELSE {b \in Accesses : a < b /\ events[a].thread = events[b].thread}])
      \* With a fence of this mode between them.
      fenced(mode) ==
        LET fences == Kind({"F"}) \intersect Mode({mode})
        IN  TLCEval([a \in E |-> {c \in po[a] : \E f \in fences : a < f /\ f < c}])
      push == TLCEval([a \in E |-> fenced("full")[a] \union (IF a \in Vol THEN po[a] \intersect Vol ELSE {})])
      into == TLCEval([a \in E |->
                push[a] \union (IF a \in Acq THEN po[a] ELSE po[a] \intersect Rel)
                        \union (fenced("release")[a] \intersect Wr)
                        \union (IF a \in Rd THEN fenced("acquire")[a] ELSE {})])
      poloc == TLCEval([a \in E |-> {b \in po[a] : events[a].at = events[b].at}])
  IN  [E |-> E, Rd |-> Rd, Wr |-> Wr, U |-> Kind({"U"}), Initial |-> Kind({"I"}), Opq |-> Opq,
       po |-> po, push |-> push, into |-> into, poloc |-> poloc,
       pushed |-> {a \in E : push[a] # {}},
       opo |-> TLCEval([a \in E |-> IF a \in Rd \intersect Opq THEN poloc[a] \intersect Rd \intersect Opq ELSE {}]),
       sameLocation |-> TLCEval([a \in E |->
                          IF events[a].kind = "F" THEN {}
                          ELSE {b \in E : events[b].kind # "F" /\ events[a].at = events[b].at}])]

\* The writes that each read may read from.
Sources(events, s) ==
  [r \in s.Rd |-> {w \in s.Wr \ {r} : w \in s.sameLocation[r] /\ events[w].writes = events[r].found}]

ReadsFrom(s, source) == TLCEval([w \in s.E |-> {r \in s.Rd : source[r] = w}])

-----------------------------------------------------------------------------
(* The axioms                                                               *)

\* Nothing happens before itself: what is read, and what the modes order.
Causality(s, rf) == Acyclic(Union(rf, s.into))

\* From opaque on, no read sees what depends on it, by whatever way.
NoThinAir(s, rf) ==
  Acyclic(TLCEval([a \in s.E |-> IF a \in s.Opq THEN (s.po[a] \union rf[a]) \intersect s.Opq ELSE {}]))

HappensBefore(s, rf) == TransitiveClosure(Union(rf, s.into))

\* What is pushed has one order, which agrees with causality; and what comes before something pushed
\* comes before what that is pushed into.
Passages(s, before) == {Composed(Ordered(to, s.E), s.push) : to \in Orders(s.pushed, before)}

\* Visible: a is visible to all of Visible[a].
Visible(s, before, passage) ==
  Union(TransitiveClosure(Union(before, passage)), s.poloc)

(* What each axiom demands of the orders of writes: w before each of these. *)

InitialFirst(s, w) == IF w \in s.Initial THEN (s.Wr \intersect s.sameLocation[w]) \ {w} ELSE {}

\* A write comes after each write that is visible to it.
CoWW(s, vis, w) == vis[w] \intersect s.Wr \intersect s.sameLocation[w]

\* A read does not read from a write before one that is visible to it.
CoWR(s, source, vis, w) ==
  {source[r] : r \in {r \in vis[w] \intersect s.Rd \intersect s.sameLocation[w] : source[r] # w}}

\* A write comes after each write that is visible to an earlier read of its thread.
CoRW(s, vis, w) == UNION {s.poloc[r] \intersect s.Wr : r \in vis[w] \intersect s.Rd \intersect s.sameLocation[w]}

\* Reads of mode opaque or above do not go backwards.
CoRR(s, source, rf, w) ==
  {source[r] : r \in {r \in UNION {s.opo[q] : q \in rf[w]} : source[r] # w}}

Demanded(s, source, rf, vis) ==
  TLCEval([w \in s.E |->
     IF w \notin s.Wr THEN {}
     ELSE InitialFirst(s, w) \union CoWW(s, vis, w) \union CoWR(s, source, vis, w)
            \union CoRW(s, vis, w) \union CoRR(s, source, rf, w)])

\* An update comes at once after the write that it read from.
Atomic(s, source, co) ==
  \A i \in 1 .. Len(co) : co[i] \in s.U => i > 1 /\ co[i - 1] = source[co[i]]

\* The orders of the writes to the location of w.
WriteOrders(s, source, demanded, w) ==
  {co \in Orders(s.Wr \intersect s.sameLocation[w], demanded) : Atomic(s, source, co)}

-----------------------------------------------------------------------------
(* Outcomes                                                                 *)

\* The last values that locations may have together, of an execution in which this is visible.
LastValues(p, events, s, source, rf, visible) ==
  LET demanded  == Demanded(s, source, rf, visible)
      orders    == TLCEval([w \in s.Initial |-> WriteOrders(s, source, demanded, w)])
      initial(x) == CHOOSE w \in s.Initial : events[w].at = x
      last      == TLCEval([i \in 1 .. Len(p.finally) |->
                     {events[co[Len(co)]].writes : co \in orders[initial(p.finally[i])]}])
  IN  IF \E w \in s.Initial : orders[w] = {} THEN {}
      ELSE Choices(last, 1 .. Len(p.finally))

Observed(p, runs) == [i \in 1 .. Len(p.observed) |-> runs[p.observed[i][1]].registers[p.observed[i][2]]]

(* Executions that a machine could make step by step.                       *)

\* Whether some order of all events agrees with all program orders, and has each write before the reads of it.
InOrder(s, rf) == Acyclic(Union(rf, s.po))

\* Whether moreover what is pushed passes in that order: after the access that is pushed, and before what it is
\* pushed into.
InStep(s, rf, passage) == Acyclic(Union(Union(rf, s.po), passage))

\* The last values that locations may have together if all reads read from these sources, and how that may come about.
LastValuesFrom(p, events, s, source, rf) ==
  IF ~Causality(s, rf) \/ ~NoThinAir(s, rf) THEN {}
  ELSE LET before == HappensBefore(s, rf)
           inOrder == InOrder(s, rf)
           by(passage) ==
             LET inStep == InStep(s, rf, passage)
             IN  {[last |-> last, inOrder |-> inOrder, inStep |-> inStep]
                  : last \in LastValues(p, events, s, source, rf, Visible(s, before, passage))}
       IN  UNION {by(passage) : passage \in Passages(s, before)}

\* The outcomes of threads that run so, whose events have the structure s.
OutcomesOf(p, runs, s) ==
  LET events   == EventsOf(p, runs)
      sources  == Sources(events, s)
      observed == Observed(p, runs)
      from(source) ==
        {[values  |-> observed \o [i \in 1 .. Len(p.finally) |-> l.last[i]],
          inOrder |-> l.inOrder,
          inStep  |-> l.inStep] : l \in LastValuesFrom(p, events, s, source, ReadsFrom(s, source))}
  IN  IF \E r \in s.Rd : sources[r] = {} THEN {}
      ELSE UNION {from(source) : source \in Choices(sources, s.Rd)}

\* Events without their values, on which their structure does not depend.
Skeleton(events) ==
  [i \in 1 .. Len(events) |-> <<events[i].kind, events[i].mode, IF events[i].kind = "F" THEN "" ELSE events[i].at>>]

\* All outcomes that the axioms allow, and whether by an execution that is in order, or in step.
OutcomesByAxioms(p) ==
  LET runs      == AllRuns(p, Values(p))
      threads   == 1 .. Len(p.threads)
      skeletons == TLCEval([t \in threads |-> {Skeleton(run.events) : run \in runs[t]}])
      outcomes(skeleton) ==
        LET alike == TLCEval([t \in threads |-> {run \in runs[t] : Skeleton(run.events) = skeleton[t]}])
            some  == [t \in threads |-> CHOOSE run \in alike[t] : TRUE]
            s     == Structure(EventsOf(p, some))
        IN  UNION {OutcomesOf(p, chosen, s) : chosen \in Choices(alike, threads)}
  IN  TLCEval(UNION {outcomes(skeleton) : skeleton \in Choices(skeletons, threads)})

AllowedOutcomes(p) == {o.values : o \in OutcomesByAxioms(p)}
=============================================================================
