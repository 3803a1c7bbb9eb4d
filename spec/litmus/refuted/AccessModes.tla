---------------------------- MODULE AccessModes ----------------------------
(***************************************************************************)
(* Java's access modes as a machine: a memory that threads read and write  *)
(* in plain, opaque, acquire, release and volatile mode.                   *)
(*                                                                         *)
(* Modelled.  A location keeps every value that was ever written to it, as *)
(* messages in one order, its history.  A thread may read an old message   *)
(* as long as it is not too old for what the thread knows.  What it knows  *)
(* is its view: for each location, two positions in the history.           *)
(*                                                                         *)
(*   hb    the newest message that happens-before the thread's next access *)
(*   seen  the newest message that it knows by happens-before or has read  *)
(*         in opaque mode or above, itself or through other threads        *)
(*                                                                         *)
(*   plain     a read or write goes by hb alone, and a plain read teaches  *)
(*             the thread nothing: two plain reads may see a new value,    *)
(*             then the old one                                            *)
(*   opaque    goes by seen: reads of one location never go backwards      *)
(*   release   a write; opaque, and its message carries the writer's view  *)
(*   acquire   a read; opaque, and the reader's view joins the message's   *)
(*   volatile  acquire or release, and moreover all volatile accesses to   *)
(*             one location agree: a volatile read sees the newest         *)
(*             volatile write or a later message, and a volatile write     *)
(*             comes after all earlier volatile writes                     *)
(*                                                                         *)
(* Volatile accesses are thus totally ordered by the order in which they   *)
(* happen here, which agrees with program order and in which a read sees   *)
(* the last write: the synchronization order of JLS 17.4.4.  No view is    *)
(* joined for it.  A volatile access to x tells a thread nothing about y   *)
(* unless the message that it reads does; it is not a full fence.          *)
(*                                                                         *)
(* A read-modify-write reads the newest message and its own is the next,   *)
(* for ever.  Its mode is one that VarHandle offers, and both halves take  *)
(* from it what fits: "acquire" means an acquire read and a plain write,   *)
(* "release" a plain read and a release write, "volatile" both.  One that  *)
(* fails is only a read.                                                   *)
(*                                                                         *)
(* Sources.  JLS chapter 17; the documentation of VarHandle; D. Lea, Using *)
(* JDK 9 Memory Order Modes, 2018; J. Bender and J. Palsberg, A            *)
(* Formalization of Java's Concurrent Access Modes (JAM), OOPSLA 2019; S.  *)
(* Liu, J. Bender and J. Palsberg, Compiling Volatile Correctly in Java,   *)
(* ECOOP 2022, which revises it.  JAM is axiomatic, in Herd and Coq.  This *)
(* module is not derived from its rules, and no machine compares the two;  *)
(* what is said of JAM below rests on the abstracts of both papers and on  *)
(* secondary literature.  The shape, histories and views, is that of       *)
(* operational models of C11.                                              *)
(*                                                                         *)
(* Stronger than the sources; a program may misbehave in Java and not here *)
(*   - A read returns what has already been written.  So no load           *)
(*     buffering and no value out of thin air, in any mode.  JAM, after    *)
(*     RC11, forbids load buffering from opaque on.  For plain accesses it *)
(*     does not, and neither does the JLS.                                 *)
(*   - Plain accesses happen in program order and exactly once: a compiler *)
(*     may fuse, repeat and hoist them.  A loop that waits by plain reads  *)
(*     may spin for ever in Java.                                          *)
(*   - Writes to one location have one order, the same for all, in every   *)
(*     mode.  The JLS has none between racing plain writes.  In JAM the    *)
(*     order is partial, which, as its authors prove, no program can       *)
(*     observe.                                                            *)
(*   - A successful read-modify-write reads the newest message in every    *)
(*     mode.  In C11 it only follows what it reads at once, which differs  *)
(*     where another thread's write is still to be placed.                 *)
(*   - Where volatile accesses mix with weaker ones to the same location   *)
(*     the order of volatile accesses still extends happens-before.  C++20 *)
(*     gives that up for seq_cst, to allow cheaper compilation to POWER.   *)
(*     (Liu, Bender and Palsberg show that Java may not compile volatile   *)
(*     accesses as C++11 compiles its own.)                                *)
(*                                                                         *)
(* Weaker than the sources; a program may misbehave here and not in Java   *)
(*   - There are no release sequences: only reading the very message of a  *)
(*     release write synchronizes.  An opaque write or a read-modify-write *)
(*     of another thread in between breaks the chain; in C11 the latter    *)
(*     does not.                                                           *)
(*   - A plain read that saw a value constrains nothing, not even together *)
(*     with a later release write of the same thread.  The documentation   *)
(*     of setRelease does order the two.                                   *)
(*   - A strong compareAndSet below volatile may fail because it read an   *)
(*     old message, as any read may.                                       *)
(*   - A volatile read says nothing to other volatile reads of the same    *)
(*     location if what it saw was not a volatile write.  The JLS knows no *)
(*     such mix; IRIW with volatile reads of release writes is allowed     *)
(*     here, as it is in C11.                                              *)
(*                                                                         *)
(* Left out.  Fences, final fields, locks, thread start and join, tearing  *)
(* of long and double, weakCompareAndSet's spurious failures, and that     *)
(* opaque writes become visible eventually.                                *)
(***************************************************************************)
EXTENDS Naturals, Sequences

VARIABLES
  history,        \* of each location: its messages, in the location's order of writes
  view,           \* of each thread: what it knows
  newestVolatile  \* of each location: the position of the newest volatile write

memory == <<history, view, newestVolatile>>

(* Locations and threads are whatever InitialMemory is given. *)

Locations == DOMAIN history
Threads   == DOMAIN view

ReadModes   == {"plain", "opaque", "acquire", "volatile"}
WriteModes  == {"plain", "opaque", "release", "volatile"}
UpdateModes == {"plain", "acquire", "release", "volatile"}

Acquires(mode) == mode \in {"acquire", "volatile"}
Releases(mode) == mode \in {"release", "volatile"}

ReadModeOf(updateMode) == IF Acquires(updateMode) THEN updateMode ELSE "plain"

-----------------------------------------------------------------------------
(* Views                                                                    *)

Max(i, j) == IF i >= j THEN i ELSE j

\* Knows only the messages that were there in the beginning.
EmptyView == [hb |-> [x \in Locations |-> 1], seen |-> [x \in Locations |-> 1]]

Join(v, w) ==
  [hb   |-> [x \in Locations |-> Max(v.hb[x], w.hb[x])],
   seen |-> [x \in Locations |-> Max(v.seen[x], w.seen[x])]]

\* The view v when a message has been inserted at position i of x.
Shift(v, x, i) ==
  [v EXCEPT !.hb[x] = IF @ >= i THEN @ + 1 ELSE @, !.seen[x] = IF @ >= i THEN @ + 1 ELSE @]

\* The oldest message that thread t may read in this mode; what it writes comes after it.
Floor(t, x, mode) ==
  CASE mode = "plain"    -> view[t].hb[x]
    [] mode = "volatile" -> Max(view[t].seen[x], newestVolatile[x])
    [] OTHER             -> view[t].seen[x]

-----------------------------------------------------------------------------
(* The three accesses                                                       *)

InitialMemory(threads, value) ==
  LET nothing == [hb |-> [x \in DOMAIN value |-> 1], seen |-> [x \in DOMAIN value |-> 1]]
  IN  /\ history = [x \in DOMAIN value |-> <<[value |-> value[x], view |-> nothing, update |-> FALSE]>>]
      /\ view = [t \in threads |-> nothing]
      /\ newestVolatile = [x \in DOMAIN value |-> 1]

ValueAt(x, i) == history[x][i].value
Newest(x)     == ValueAt(x, Len(history[x]))

\* The positions that thread t may read.
Readable(t, x, mode) == Floor(t, x, mode) .. Len(history[x])

\* The positions at which it may write, and shift what is there: not between a
\* read-modify-write and what that read.
Writable(t, x, mode) ==
  {i \in Floor(t, x, mode) + 1 .. Len(history[x]) + 1 : i <= Len(history[x]) => ~history[x][i].update}

\* Thread t reads the message at position i of x.
Read(t, x, mode, i) ==
  LET observed == IF mode = "plain" THEN view[t] ELSE [view[t] EXCEPT !.seen[x] = Max(@, i)]
  IN  /\ i \in Readable(t, x, mode)
      /\ view' = [view EXCEPT ![t] =
                    IF Acquires(mode) THEN Join(observed, history[x][i].view) ELSE observed]
      /\ UNCHANGED <<history, newestVolatile>>

\* Thread t, which knows v, puts a message at position i of x.
Insert(t, x, mode, i, value, v, isUpdate) ==
  LET after == [Shift(v, x, i) EXCEPT !.hb[x] = i, !.seen[x] = i]
      message == [value  |-> value,
                  view   |-> IF Releases(mode) THEN after ELSE EmptyView,
                  update |-> isUpdate]
      shifted == [y \in Locations |->
                    [j \in 1 .. Len(history[y]) |-> [history[y][j] EXCEPT !.view = Shift(@, x, i)]]]
      at == newestVolatile[x]
  IN  /\ history' = [shifted EXCEPT ![x] =
                       SubSeq(@, 1, i - 1) \o <<message>> \o SubSeq(@, i, Len(@))]
      /\ view' = [u \in Threads |-> IF u = t THEN after ELSE Shift(view[u], x, i)]
      /\ newestVolatile' = [newestVolatile EXCEPT ![x] =
                              IF mode = "volatile" THEN i ELSE IF at >= i THEN at + 1 ELSE at]

Write(t, x, mode, value) ==
  \E i \in Writable(t, x, mode) : Insert(t, x, mode, i, value, view[t], FALSE)

\* Thread t replaces the newest value, which is Newest(x).
Update(t, x, mode, value) ==
  LET n == Len(history[x])
      known == IF Acquires(mode) THEN Join(view[t], history[x][n].view) ELSE view[t]
  IN  Insert(t, x, mode, n + 1, value, known, TRUE)

-----------------------------------------------------------------------------
(* Invariants                                                               *)

ViewOK(v) ==
  \A x \in Locations : /\ v.hb[x] \in 1 .. Len(history[x])
                       /\ v.seen[x] \in v.hb[x] .. Len(history[x])

MemoryOK ==
  /\ \A t \in Threads : ViewOK(view[t])
  /\ \A x \in Locations : /\ newestVolatile[x] \in 1 .. Len(history[x])
                          /\ \A i \in 1 .. Len(history[x]) : ViewOK(history[x][i].view)
=============================================================================
