---------------------------- MODULE AccessModes ----------------------------
(***************************************************************************)
(* Java's access modes as a machine: a memory that threads read and write  *)
(* in plain, opaque, acquire, release and volatile mode, with fences.      *)
(*                                                                         *)
(* Modelled.  A location keeps every value that was ever written to it, as *)
(* messages in one order, its history.  A thread may read an old message   *)
(* as long as it is not too old for what the thread knows, and may put a   *)
(* new one before others that it does not know.                            *)
(*                                                                         *)
(* A view says, of each location, which is the newest message known.  Each *)
(* access knows something: what its thread makes known to it by the modes  *)
(* and fences below, and for a read also the message that it reads and all *)
(* that the message knows.  A message carries what the write of it knew.   *)
(* What a thread makes known to its next access:                           *)
(*                                                                         *)
(*   now        to any: what its acquire reads, acquire fences and full    *)
(*              fences have given it                                       *)
(*   writes     to a write: what it had done and read before its last      *)
(*              release fence                                              *)
(*   all        to a release write: all that it has done and read          *)
(*   volatiles  to a volatile access: what its volatile accesses knew      *)
(*                                                                         *)
(* Besides it keeps `reads', what its reads knew, for an acquire fence.    *)
(*                                                                         *)
(*   plain     a write goes by what it knows and what its thread has read  *)
(*             or written there; a read by what it knows and what its      *)
(*             thread has written there, so two plain reads may see a new  *)
(*             value, then the old one                                     *)
(*   opaque    a read goes by earlier opaque reads, too: reads of one      *)
(*             location never go backwards                                 *)
(*   release   a write knows all that its thread has done and read         *)
(*   acquire   what a read knows is known to all that comes after it       *)
(*   volatile  acquire or release, and moreover the one global order: what *)
(*             a thread knows by its volatile accesses passes through      *)
(*             `global' at some time between any two of them, and the next *)
(*             one knows what had passed by then.  A full fence is such a  *)
(*             passage for everything that its thread has done, and makes  *)
(*             known to everything after it what had passed.               *)
(*                                                                         *)
(* So volatile orders only the volatile.  Nothing keeps a plain write from *)
(* being seen before a volatile one that precedes it, nor a plain read     *)
(* from going back behind a volatile read that follows.                    *)
(*                                                                         *)
(* A read-modify-write puts its message next to the one that it read, for  *)
(* ever, and knows what that one knew: whoever reads from it reads from    *)
(* the whole chain.  Its mode is one that VarHandle offers: "acquire"      *)
(* means that its write releases nothing, "release" that its read acquires *)
(* nothing, "volatile" both and the global order.  One that fails is only  *)
(* a read.                                                                 *)
(*                                                                         *)
(* What it is worth.  The first model of this project, which is kept in    *)
(* litmus/refuted, was a machine without anything to compare it with.  It  *)
(* was wrong: it forbade what the JVM does, and allowed what no source     *)
(* allows.  Nobody could notice, for it was only asked what we had thought *)
(* of asking; it was found when somebody read it beside the published      *)
(* axioms, and the JVM then showed the outcome.  This one is compared with *)
(* the axioms of JavaAxioms, which are the published model JAM21, outcome  *)
(* by outcome: see TwoThreads and ClassicShapes in litmus, and what        *)
(* docs/memory-models.md says of it.  The next error would be found by a   *)
(* program in which the two differ, by a litmus test of others, or by a    *)
(* JVM that shows what they exclude; one on which all agree, by nobody.    *)
(*                                                                         *)
(* Stronger than the axioms; a program may misbehave in Java and not here  *)
(*   - A read returns what has already been written, and a thread makes    *)
(*     its accesses in program order.  So there is no load buffering, in   *)
(*     any mode.  The axioms, after RC11, forbid it from opaque on; for    *)
(*     plain accesses they do not, and neither does the JLS.               *)
(*   - Volatile accesses pass the global order as they are made.  In the   *)
(*     axioms a thread's may pass before those of another one that made    *)
(*     its own earlier, then something plain that the first one has read.  *)
(*     The smallest programs known are in litmus/MCPassageOrder: three     *)
(*     accesses of each of two threads, or ISA2, where the first and the   *)
(*     last of three threads are volatile and the second is not.           *)
(* Both are differences that the checks know by name; they know no others. *)
(*                                                                         *)
(* Not modelled, neither here nor in the axioms                            *)
(*   - A compiler may fuse, repeat and hoist plain accesses.  A loop that  *)
(*     waits by plain reads may spin for ever in Java.                     *)
(*   - Dependencies order nothing.  Final fields, which in Java are        *)
(*     visible to whoever reads the reference even by a plain read, are    *)
(*     plain fields here.                                                  *)
(*   - Locks, thread start and join, tearing of long and double, and that  *)
(*     opaque writes become visible eventually.                            *)
(*   - loadLoadFence and storeStoreFence are what they imply, an acquire   *)
(*     and a release fence, which is more than their documentation says.   *)
(***************************************************************************)
EXTENDS Naturals, Sequences, TLC

VARIABLES
  history,  \* of each location: its messages, in the location's order of writes
  view,     \* of each thread: what it knows
  global    \* a view: what has passed the one order of volatile accesses and full fences

memory == <<history, view, global>>

(* Locations and threads are whatever InitialMemory is given. *)

Locations == DOMAIN history
Threads   == DOMAIN view

ReadModes   == {"plain", "opaque", "acquire", "volatile"}
WriteModes  == {"plain", "opaque", "release", "volatile"}
UpdateModes == {"plain", "acquire", "release", "volatile"}
FenceModes  == {"full", "acquire", "release"}

Acquires(mode) == mode \in {"acquire", "volatile"}
Releases(mode) == mode \in {"release", "volatile"}

\* How a read-modify-write reads that fails.
ReadModeOf(updateMode) == IF Acquires(updateMode) THEN updateMode ELSE "plain"

-----------------------------------------------------------------------------
(* Views: of each location the newest message known                         *)

Max(i, j) == IF i >= j THEN i ELSE j

\* TLCEval is the identity; it has TLC evaluate a function at once, and put no half evaluated one aside.
Join(v, w) == TLCEval([x \in DOMAIN v |-> Max(v[x], w[x])])

\* The view v when a message has been inserted at position i of x.
Shift(v, x, i) == IF v[x] >= i THEN [v EXCEPT ![x] = @ + 1] ELSE v

\* A thread has views, and of each location where its own newest write is, the newest message that it
\* has written or read in opaque mode or above, and the newest that it has written or read at all.  What
\* its volatile accesses knew may be pending: it has not passed the global order yet.
ShiftThread(v, x, i) ==
  [now |-> Shift(v.now, x, i), writes |-> Shift(v.writes, x, i), volatiles |-> Shift(v.volatiles, x, i),
   reads |-> Shift(v.reads, x, i), all |-> Shift(v.all, x, i), written |-> Shift(v.written, x, i),
   coherent |-> Shift(v.coherent, x, i), touched |-> Shift(v.touched, x, i), pending |-> v.pending]

\* What the next access of thread t knows.  It is a read, a write, or an update.
Known(t, kind, mode) ==
  LET v       == view[t]
      inOrder == IF mode = "volatile" THEN Join(v.now, v.volatiles) ELSE v.now
      asWrite == IF kind = "read" THEN inOrder ELSE Join(inOrder, v.writes)
  IN  IF kind # "read" /\ Releases(mode) THEN Join(asWrite, v.all) ELSE asWrite

\* What a thread knows after an access whose own view is w, at position i of x.
Learnt(v, kind, mode, x, i, w) ==
  [v EXCEPT
    !.now       = IF kind # "write" /\ Acquires(mode) THEN Join(@, w) ELSE @,
    !.volatiles = IF mode = "volatile" THEN Join(@, w) ELSE @,
    !.pending   = @ \/ mode = "volatile",
    !.reads     = IF kind # "write" THEN Join(@, w) ELSE @,
    !.all       = Join(@, w),
    !.written[x]  = IF kind # "read" THEN i ELSE @,
    !.coherent[x] = IF kind = "read" /\ mode = "plain" THEN @ ELSE Max(@, i),
    !.touched[x]  = Max(@, i)]

-----------------------------------------------------------------------------
(* Accesses and fences                                                      *)

InitialMemory(threads, value) ==
  LET oldest == TLCEval([x \in DOMAIN value |-> 1])
  IN  /\ history = TLCEval([x \in DOMAIN value |-> <<[value |-> value[x], view |-> oldest, update |-> FALSE]>>])
      /\ view = TLCEval([t \in threads |->
                   [now |-> oldest, writes |-> oldest, volatiles |-> oldest, reads |-> oldest, all |-> oldest,
                    written |-> oldest, coherent |-> oldest, touched |-> oldest, pending |-> FALSE]])
      /\ global = oldest

ValueAt(x, i) == history[x][i].value
Newest(x)     == ValueAt(x, Len(history[x]))

\* A volatile access waits until what the ones before it knew has passed.
MayBegin(t, mode) == mode = "volatile" => ~view[t].pending

IsUpdated(x, i) == i < Len(history[x]) /\ history[x][i + 1].update

\* The positions that thread t may read.
Readable(t, x, mode) ==
  LET own == IF mode = "plain" THEN view[t].written[x] ELSE view[t].coherent[x]
  IN  IF MayBegin(t, mode) THEN Max(Known(t, "read", mode)[x], own) .. Len(history[x]) ELSE {}

\* The positions at which it may write.
Writable(t, x, mode) ==
  IF MayBegin(t, mode)
  THEN {i \in Max(Known(t, "write", mode)[x], view[t].touched[x]) + 1 .. Len(history[x]) + 1 : ~IsUpdated(x, i - 1)}
  ELSE {}

\* The positions whose message it may replace.
Updatable(t, x, mode) ==
  IF MayBegin(t, mode)
  THEN {i \in Max(Known(t, "update", mode)[x], view[t].touched[x]) .. Len(history[x]) : ~IsUpdated(x, i)}
  ELSE {}

\* Thread t reads the message at position i of x.
Read(t, x, mode, i) ==
  /\ i \in Readable(t, x, mode)
  /\ view' = [view EXCEPT ![t] =
                Learnt(@, "read", mode, x, i, Join(Known(t, "read", mode), history[x][i].view))]
  /\ UNCHANGED <<history, global>>

\* Thread t puts a message that knows w at position i of x.
Insert(t, kind, x, mode, i, value, w) ==
  LET own == [Shift(w, x, i) EXCEPT ![x] = i]
      shifted == TLCEval([y \in Locations |->
                   TLCEval([j \in 1 .. Len(history[y]) |-> [history[y][j] EXCEPT !.view = Shift(@, x, i)]])])
      message == [value |-> value, view |-> own, update |-> kind = "update"]
  IN  /\ history' = [shifted EXCEPT ![x] = SubSeq(@, 1, i - 1) \o <<message>> \o SubSeq(@, i, Len(@))]
      /\ view' = TLCEval([u \in Threads |->
                   IF u = t THEN Learnt(ShiftThread(view[u], x, i), kind, mode, x, i, own)
                   ELSE ShiftThread(view[u], x, i)])
      /\ global' = Shift(global, x, i)

Write(t, x, mode, value) ==
  \E i \in Writable(t, x, mode) : Insert(t, "write", x, mode, i, value, Known(t, "write", mode))

\* Thread t replaces the message at position i of x.
Update(t, x, mode, i, value) ==
  /\ i \in Updatable(t, x, mode)
  /\ Insert(t, "update", x, mode, i + 1, value, Join(Known(t, "update", mode), history[x][i].view))

\* What a thread knows passes the one order, and it learns what has passed before.
Settle(t) ==
  /\ view[t].pending
  /\ LET passed == Join(global, view[t].volatiles)
     IN  /\ global' = passed
         /\ view' = [view EXCEPT ![t].volatiles = passed, ![t].pending = FALSE]
  /\ UNCHANGED history

Fence(t, mode) ==
  CASE mode = "acquire" ->
         view' = [view EXCEPT ![t].now = Join(@, view[t].reads)] /\ UNCHANGED <<history, global>>
    [] mode = "release" ->
         view' = [view EXCEPT ![t].writes = Join(@, view[t].all)] /\ UNCHANGED <<history, global>>
    [] mode = "full" ->
         LET passed == Join(global, Join(view[t].all, view[t].volatiles))
         IN  /\ global' = passed
             /\ view' = [view EXCEPT ![t].now = Join(@, passed), ![t].pending = FALSE]
             /\ UNCHANGED history
(* Two states of a thread are as good as the same if they differ only in    *)
(* what makes no difference to what it knows: for a VIEW, which spares TLC  *)
(* states.                                                                  *)
Essence(v) ==
  [now |-> v.now, writes |-> Join(v.now, v.writes), volatiles |-> Join(v.now, v.volatiles), reads |-> v.reads,
   all |-> Join(v.now, v.all), written |-> Join(v.now, v.written), coherent |-> Join(v.now, v.coherent),
   touched |-> Join(v.now, v.touched), pending |-> v.pending]

-----------------------------------------------------------------------------
(* Invariants                                                               *)

ViewOK(v) == \A x \in Locations : v[x] \in 1 .. Len(history[x])

MemoryOK ==
  /\ ViewOK(global)
  /\ \A t \in Threads :
       LET v == view[t]
       IN  /\ v.pending \in BOOLEAN
           /\ \A w \in {v.now, v.writes, v.volatiles, v.reads, v.all, v.written, v.coherent, v.touched} : ViewOK(w)
           /\ \A x \in Locations : /\ v.written[x] <= v.coherent[x]
                                   /\ v.coherent[x] <= v.touched[x]
                                   /\ v.touched[x] <= v.all[x]
                                   /\ v.reads[x] <= v.all[x]
  /\ \A x \in Locations : \A i \in 1 .. Len(history[x]) :
       /\ ViewOK(history[x][i].view)
       /\ history[x][i].view[x] = i   \* a message knows itself and nothing newer of its location
=============================================================================
