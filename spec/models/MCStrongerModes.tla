-------------------------- MODULE MCStrongerModes --------------------------
(***************************************************************************)
(* A stronger mode only takes executions away.                             *)
(*                                                                         *)
(* Two memories side by side.  Threads make any accesses they like; each   *)
(* access is made in both memories, in the one in a mode that is the same  *)
(* as in the other or weaker, reads the same message and writes at the     *)
(* same place.  So the one can follow the other in everything: what a      *)
(* program does with some modes it does with weaker modes, too.            *)
(*                                                                         *)
(* A compareAndSet that fails is a read, in a mode that depends on its     *)
(* own; one that succeeds is an update.                                    *)
(***************************************************************************)
EXTENDS Naturals, Sequences, TLC

CONSTANTS MCThreads, MCLocations, MCMaxWrites

VARIABLES
  history, view, newestVolatile,                    \* the memory with the weaker modes
  strongHistory, strongView, strongNewestVolatile   \* the memory with the stronger modes

vars == <<history, view, newestVolatile, strongHistory, strongView, strongNewestVolatile>>

Weak   == INSTANCE AccessModes
Strong == INSTANCE AccessModes
            WITH history <- strongHistory, view <- strongView, newestVolatile <- strongNewestVolatile

\* Pairs of modes, the second the same as the first or the next stronger.  What
\* holds of two steps from mode to mode holds of both together.
Steps(a, b, c, d) == {<<a, a>>, <<b, b>>, <<c, c>>, <<d, d>>, <<a, b>>, <<b, c>>, <<c, d>>}

ReadPairs   == Steps("plain", "opaque", "acquire", "volatile")
WritePairs  == Steps("plain", "opaque", "release", "volatile")
UpdatePairs == Steps("plain", "plain", "acquire", "volatile") \union Steps("plain", "plain", "release", "volatile")

Init ==
  LET zero == [x \in MCLocations |-> 0]
  IN  Weak!InitialMemory(MCThreads, zero) /\ Strong!InitialMemory(MCThreads, zero)

MayWrite(x)  == Len(history[x]) <= MCMaxWrites
NextValue(x) == Len(history[x])   \* what the next write to x writes

ReadStep(t, x) ==
  \E p \in ReadPairs, i \in 1 .. Len(history[x]) :
    Weak!Read(t, x, p[1], i) /\ Strong!Read(t, x, p[2], i)

WriteStep(t, x) ==
  /\ MayWrite(x)
  /\ \E p \in WritePairs :
       \E i \in Weak!Writable(t, x, p[1]) \intersect Strong!Writable(t, x, p[2]) :
         /\ Weak!Insert(t, x, p[1], i, NextValue(x), view[t], FALSE)
         /\ Strong!Insert(t, x, p[2], i, NextValue(x), strongView[t], FALSE)

UpdateStep(t, x) ==
  /\ MayWrite(x)
  /\ \E p \in UpdatePairs :
       Weak!Update(t, x, p[1], NextValue(x)) /\ Strong!Update(t, x, p[2], NextValue(x))

Next == \E t \in MCThreads, x \in MCLocations : ReadStep(t, x) \/ WriteStep(t, x) \/ UpdateStep(t, x)

Spec == Init /\ [][Next]_vars

\* Threads are alike, and so are locations.
Alike == Permutations(MCThreads) \union Permutations(MCLocations)

-----------------------------------------------------------------------------

\* Both memories have seen the same writes, in the same order.
SameHistory ==
  \A x \in MCLocations :
    /\ Len(history[x]) = Len(strongHistory[x])
    /\ \A i \in 1 .. Len(history[x]) : /\ history[x][i].value = strongHistory[x][i].value
                                       /\ history[x][i].update = strongHistory[x][i].update

\* Whatever may come next with the stronger mode may come next with the weaker one.
WeakerAllowsAsMuch ==
  \A t \in MCThreads, x \in MCLocations :
    /\ \A p \in ReadPairs  : Strong!Readable(t, x, p[2]) \subseteq Weak!Readable(t, x, p[1])
    /\ \A p \in WritePairs : Strong!Writable(t, x, p[2]) \subseteq Weak!Writable(t, x, p[1])
=============================================================================
