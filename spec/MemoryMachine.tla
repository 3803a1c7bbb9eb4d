---------------------------- MODULE MemoryMachine ----------------------------
(***************************************************************************)
(* Java's access modes as a machine, with fences: what AccessModes is to   *)
(* become.  Volatile is acquire or release, and moreover what a thread     *)
(* knows by its volatile accesses passes one global order between any two  *)
(* of them.                                                                *)
(***************************************************************************)
EXTENDS Naturals, Sequences

VARIABLES
  history,  \* of each location: its messages, in the order of writes to it
  view,     \* of each thread: what it knows
  global    \* what has passed the one order of volatile accesses and full fences

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

Join(v, w) == [x \in DOMAIN v |-> Max(v[x], w[x])]

\* The view v when a message has been inserted at position i of x.
Shift(v, x, i) == IF v[x] >= i THEN [v EXCEPT ![x] = @ + 1] ELSE v

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

InitialMemory(threads, value) ==
  LET oldest == [x \in DOMAIN value |-> 1]
  IN  /\ history = [x \in DOMAIN value |-> <<[value |-> value[x], view |-> oldest, update |-> FALSE]>>]
      /\ view = [t \in threads |->
                   [now |-> oldest, writes |-> oldest, volatiles |-> oldest, reads |-> oldest, all |-> oldest,
                    written |-> oldest, coherent |-> oldest, touched |-> oldest, pending |-> FALSE]]
      /\ global = oldest

ValueAt(x, i) == history[x][i].value
Newest(x)     == ValueAt(x, Len(history[x]))

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

Read(t, x, mode, i) ==
  /\ i \in Readable(t, x, mode)
  /\ view' = [view EXCEPT ![t] =
                Learnt(@, "read", mode, x, i, Join(Known(t, "read", mode), history[x][i].view))]
  /\ UNCHANGED <<history, global>>

\* Thread t puts a message that knows w at position i of x.
Insert(t, kind, x, mode, i, value, w) ==
  LET own == [Shift(w, x, i) EXCEPT ![x] = i]
      shifted == [y \in Locations |->
                    [j \in 1 .. Len(history[y]) |-> [history[y][j] EXCEPT !.view = Shift(@, x, i)]]]
      message == [value |-> value, view |-> own, update |-> kind = "update"]
  IN  /\ history' = [shifted EXCEPT ![x] = SubSeq(@, 1, i - 1) \o <<message>> \o SubSeq(@, i, Len(@))]
      /\ view' = [u \in Threads |->
                    IF u = t THEN Learnt(ShiftThread(view[u], x, i), kind, mode, x, i, own)
                    ELSE ShiftThread(view[u], x, i)]
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
=============================================================================
