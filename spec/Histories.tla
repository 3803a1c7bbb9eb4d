----------------------------- MODULE Histories -----------------------------
(***************************************************************************)
(* Linearizability as Herlihy and Wing define it, word for word: for every *)
(* history of requests and responses there is a sequential order of its    *)
(* calls that is legal for the register, and in which a call that had      *)
(* responded before another was requested comes before that other one.     *)
(*                                                                         *)
(* The project's proof that the algorithm is linearizable is another one:  *)
(* refinement of TypedRegister.  This module shows, on small bounds, that  *)
(* the two agree: what refines the contract is linearizable by definition, *)
(* and what is not, such as swap-not-atomic.patch, is not.                 *)
(*                                                                         *)
(* Modelled.  AtomicValue, whose requests and responses are recorded.      *)
(* Each thread makes at most MaxCalls calls.                               *)
(*                                                                         *)
(* Left out.  Histories with pending calls.  Each of them is the beginning *)
(* of a complete one, because every call ends (Termination).               *)
(*                                                                         *)
(* To break it, let swap read and write in two steps                       *)
(* (swap-not-atomic.patch).                                                *)
(***************************************************************************)
EXTENDS AtomicValue, FiniteSets, Naturals, Sequences

CONSTANT
  MaxCalls  \* how many calls each thread makes at most

VARIABLE
  history   \* the requests and responses so far, in the order of time

historyVars == <<vars, history>>

HistoryInit == Init /\ history = <<>>

Requests(t) == {i \in DOMAIN history : history[i].kind = "request" /\ history[i].thread = t}

RecordedRequest(t) ==
  /\ Request(t)
  /\ history' = Append(history, [kind |-> "request", thread |-> t, call |-> call'[t]])

RecordedRespond(t) ==
  /\ Respond(t)
  /\ history' = Append(history, [kind |-> "response", thread |-> t, result |-> result[t]])

Access(t) == (LoadAccess(t) \/ WriteAccess(t)) /\ UNCHANGED history

HistoryNext ==
  \E t \in Threads :
    \/ (RecordedRequest(t) /\ Cardinality(Requests(t)) < MaxCalls)
    \/ RecordedRespond(t)
    \/ Access(t)

HistorySpec == HistoryInit /\ [][HistoryNext]_historyVars

-----------------------------------------------------------------------------
(* The definition.                                                          *)

Complete == \A t \in Threads : pc[t] = "Idle"

\* The position of the response to the request at position i.
ResponseTo(i) ==
  CHOOSE j \in DOMAIN history :
    /\ j > i /\ history[j].kind = "response" /\ history[j].thread = history[i].thread
    /\ \A k \in (i + 1)..(j - 1) : history[k].thread # history[i].thread

\* The calls of a complete history, each with its result and its two moments.
CallsMade ==
  {[call     |-> history[i].call,
    result   |-> history[ResponseTo(i)].result,
    begin    |-> i,
    end      |-> ResponseTo(i)] : i \in {k \in DOMAIN history : history[k].kind = "request"}}

\* The orders in which a set of calls can be put.
Orders(S) ==
  {order \in [1..Cardinality(S) -> S] : \A i, j \in DOMAIN order : order[i] = order[j] => i = j}

RespectsTime(order) ==
  \A i, j \in DOMAIN order : order[i].end < order[j].begin => i < j

\* Whether a register that holds v at first gives these results in this order.
RECURSIVE LegalFrom(_, _)
LegalFrom(order, v) ==
  \/ order = <<>>
  \/ LET c == Head(order).call
         r == Head(order).result
         outcome == IF RefusedByArguments(c) THEN [result |-> RefusalOf(c), value |-> v]
                                             ELSE Outcome(c, v)
     IN  r = outcome.result /\ LegalFrom(Tail(order), outcome.value)

IsLinearizable ==
  Complete => \E order \in Orders(CallsMade) : RespectsTime(order) /\ LegalFrom(order, Initial)
=============================================================================
