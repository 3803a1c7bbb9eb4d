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
(* own; one that succeeds is an update.  Fences are made in both, or only  *)
(* in the memory with the stronger modes.                                  *)
(***************************************************************************)
EXTENDS Naturals, Sequences, TLC

CONSTANTS
  MCThreads, MCLocations,
  MCMaxWrites,  \* how often each location is written
  MCMaxSteps,   \* how many accesses and fences a thread makes
  MCMaxInAll    \* how many all threads make

VARIABLES
  history, view, global,                    \* the memory with the weaker modes
  strongHistory, strongView, strongGlobal,  \* the memory with the stronger modes
  steps                                     \* of each thread: how many accesses and fences it has made

weak   == <<history, view, global>>
strong == <<strongHistory, strongView, strongGlobal>>
vars   == <<weak, strong, steps>>

Weak   == INSTANCE AccessModes
Strong == INSTANCE AccessModes
            WITH history <- strongHistory, view <- strongView, global <- strongGlobal

\* Pairs of modes, the second the same as the first or the next stronger.  What
\* holds of two steps from mode to mode holds of both together.
Steps(a, b, c, d) == {<<a, a>>, <<b, b>>, <<c, c>>, <<d, d>>, <<a, b>>, <<b, c>>, <<c, d>>}

ReadPairs   == Steps("plain", "opaque", "acquire", "volatile")
WritePairs  == Steps("plain", "opaque", "release", "volatile")
UpdatePairs == Steps("plain", "plain", "acquire", "volatile") \union Steps("plain", "plain", "release", "volatile")

Init ==
  LET zero == [x \in MCLocations |-> 0]
  IN  /\ Weak!InitialMemory(MCThreads, zero)
      /\ Strong!InitialMemory(MCThreads, zero)
      /\ steps = [t \in MCThreads |-> 0]

RECURSIVE StepsOf(_)
StepsOf(threads) ==
  IF threads = {} THEN 0 ELSE LET t == CHOOSE t \in threads : TRUE IN steps[t] + StepsOf(threads \ {t})

MayWrite(x)  == Len(history[x]) <= MCMaxWrites
NextValue(x) == Len(history[x])   \* what the next write to x writes

ReadStep(t, x) ==
  \E p \in ReadPairs, i \in 1 .. Len(history[x]) :
    Weak!Read(t, x, p[1], i) /\ Strong!Read(t, x, p[2], i)

WriteStep(t, x) ==
  /\ MayWrite(x)
  /\ \E p \in WritePairs :
       \E i \in Weak!Writable(t, x, p[1]) \intersect Strong!Writable(t, x, p[2]) :
         /\ Weak!Insert(t, "write", x, p[1], i, NextValue(x), Weak!Known(t, "write", p[1]))
         /\ Strong!Insert(t, "write", x, p[2], i, NextValue(x), Strong!Known(t, "write", p[2]))

UpdateStep(t, x) ==
  /\ MayWrite(x)
  /\ \E p \in UpdatePairs, i \in 1 .. Len(history[x]) :
       Weak!Update(t, x, p[1], i, NextValue(x)) /\ Strong!Update(t, x, p[2], i, NextValue(x))

\* What is pending in the weaker memory is pending in the stronger one.
SettleStep(t) == Strong!Settle(t) /\ IF view[t].pending THEN Weak!Settle(t) ELSE UNCHANGED weak

\* In the weaker memory it takes no fence for what is pending to pass.
FenceStep(t) ==
  \E mode \in Weak!FenceModes :
    /\ Strong!Fence(t, mode)
    /\ \/ Weak!Fence(t, mode)
       \/ IF mode = "full" /\ view[t].pending THEN Weak!Settle(t) ELSE UNCHANGED weak

Next ==
  \/ \E t \in MCThreads :
       /\ steps[t] < MCMaxSteps
       /\ StepsOf(MCThreads) < MCMaxInAll
       /\ steps' = [steps EXCEPT ![t] = @ + 1]
       /\ \/ FenceStep(t)
          \/ \E x \in MCLocations : ReadStep(t, x) \/ WriteStep(t, x) \/ UpdateStep(t, x)
  \/ \E t \in MCThreads : SettleStep(t) /\ UNCHANGED steps

Spec == Init /\ [][Next]_vars

\* Threads are alike, and so are locations.
Alike == Permutations(MCThreads) \union Permutations(MCLocations)

-----------------------------------------------------------------------------

MemoryOK == Weak!MemoryOK /\ Strong!MemoryOK

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
    /\ \A p \in UpdatePairs : Strong!Updatable(t, x, p[2]) \subseteq Weak!Updatable(t, x, p[1])
=============================================================================
