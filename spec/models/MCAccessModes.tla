--------------------------- MODULE MCAccessModes ---------------------------
(***************************************************************************)
(* Threads that make any accesses they like, in the modes given; the n-th  *)
(* write to a location writes n.                                           *)
(***************************************************************************)
EXTENDS AccessModes

CONSTANTS MCThreads, MCLocations, MCMaxWrites, MCModes

VARIABLE outcome   \* of each thread: <<access, location, value>> of its last access

vars == <<memory, outcome>>

Init ==
  /\ InitialMemory(MCThreads, [x \in MCLocations |-> 0])
  /\ outcome = [t \in MCThreads |-> <<>>]

NextValue(x) == Len(history[x])   \* what the next write to x writes

Returns(t, access, x, v) == outcome' = [outcome EXCEPT ![t] = <<access, x, v>>]

MayWrite(x) == Len(history[x]) <= MCMaxWrites

ReadStep(t, x, mode) ==
  \E i \in Readable(t, x, mode) :
    Read(t, x, mode, i) /\ Returns(t, "read", x, ValueAt(x, i))

WriteStep(t, x, mode) ==
  MayWrite(x) /\ Write(t, x, mode, NextValue(x)) /\ Returns(t, "write", x, NextValue(x))

SwapStep(t, x, mode) ==
  MayWrite(x) /\ Update(t, x, mode, NextValue(x)) /\ Returns(t, "swap", x, Newest(x))

SetStep(t, x, mode) ==
  MayWrite(x) /\ Update(t, x, mode, NextValue(x)) /\ Returns(t, "set", x, Newest(x))

FailedSetStep(t, x, mode, expected) ==
  \E i \in Readable(t, x, ReadModeOf(mode)) :
    /\ ValueAt(x, i) # expected
    /\ Read(t, x, ReadModeOf(mode), i)
    /\ Returns(t, "not set", x, expected)

Next ==
  \E t \in MCThreads, x \in MCLocations :
    \/ \E mode \in ReadModes \intersect MCModes : ReadStep(t, x, mode)
    \/ \E mode \in WriteModes \intersect MCModes : WriteStep(t, x, mode)
    \/ \E mode \in UpdateModes \intersect MCModes :
         \/ SwapStep(t, x, mode)
         \/ SetStep(t, x, mode)
         \/ \E expected \in 0 .. MCMaxWrites : FailedSetStep(t, x, mode, expected)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------

Interleaving == INSTANCE SequentialMemory
  WITH Threads <- MCThreads, Locations <- MCLocations, MaxWrites <- MCMaxWrites,
       value <- [x \in MCLocations |-> Newest(x)]

\* True if all accesses are volatile.
RefinesInterleaving == Interleaving!Spec
=============================================================================
