--------------------- MODULE WaitFreeAtomicValueModes ---------------------
(***************************************************************************)
(* The algorithm of WaitFreeAtomicValue.tla on the memory of               *)
(* AccessModes.tla, with the mode of each access as a parameter, run by    *)
(* the programs of Clients.                                                *)
(*                                                                         *)
(* The actions bear the names that the accesses have in                    *)
(* WaitFreeAtomicValue.java.  An exchange that fails has read some value,  *)
(* not necessarily the newest if its mode is weak.                         *)
(***************************************************************************)
EXTENDS Clients

ReadAccesses   == {"LoadData", "ReadType"}
WriteAccesses  == {"CacheType", "HelpCacheType", "OverwriteData"}
UpdateAccesses == {"InstallFirst", "SwapData", "CompareAndSwapData"}
Accesses       == ReadAccesses \union WriteAccesses \union UpdateAccesses

ASSUME ModesFit(ReadAccesses, WriteAccesses, UpdateAccesses)

\* The accesses that a test can make.
AccessesOf(t) ==
  LET later(c) == IF c.do = "swap" THEN "SwapData" ELSE "OverwriteData"
      of(c) == CASE c.do = "load" -> {"LoadData"}
                 [] c.do = "compareAndSwap" -> {"CompareAndSwapData"}
                 [] c.do \in {"store", "tryStore", "swap"} ->
                      {"ReadType"}
                        \union (IF MayBeFirst(t, c) THEN {"InstallFirst", "CacheType"} ELSE {})
                        \union (IF MayBeFirst(t, c) /\ MayBeLater(t, c) THEN {"HelpCacheType"} ELSE {})
                        \union (IF MayBeLater(t, c) THEN {later(c)} ELSE {})
  IN  UNION {of(c) : c \in OperationsOf(t)}

Init == InitWith(AccessesOf)

-----------------------------------------------------------------------------
(* load                                                                     *)

LoadData(t) ==
  /\ pc[t] = "load"
  /\ \E i \in Readable(t, Data(I(t).of), Mode("LoadData")) :
       /\ Read(t, Data(I(t).of), Mode("LoadData"), i)
       /\ Finish(t, ValueAt(Data(I(t).of), i))

-----------------------------------------------------------------------------
(* store and swap                                                           *)

WriteAccess(t) == IF I(t).do = "swap" THEN "SwapData" ELSE "OverwriteData"

ReadType(t) ==
  /\ pc[t] \in {"store", "tryStore", "swap"}
  /\ \E i \in Readable(t, Type(I(t).of), Mode("ReadType")) :
       /\ Read(t, Type(I(t).of), Mode("ReadType"), i)
       /\ Goto(t, IF ValueAt(Type(I(t).of), i) = TypeOf(I(t).value) THEN WriteAccess(t) ELSE "InstallFirst")

InstallFirst(t) ==
  /\ pc[t] = "InstallFirst"
  /\ \/ \E i \in Updatable(t, Data(I(t).of), Mode("InstallFirst")) :
          /\ ValueAt(Data(I(t).of), i) = Null
          /\ Update(t, Data(I(t).of), Mode("InstallFirst"), i, I(t).value)
          /\ Goto(t, "CacheType")
     \/ \E i \in Readable(t, Data(I(t).of), ReadModeOf(Mode("InstallFirst"))) :
          LET found == ValueAt(Data(I(t).of), i)
          IN  /\ found # Null
              /\ Read(t, Data(I(t).of), ReadModeOf(Mode("InstallFirst")), i)
              /\ IF TypeOf(found) = TypeOf(I(t).value)
                 THEN Goto(t, "HelpCacheType")
                 ELSE Finish(t, "refused")

\* After a first write.
CacheType(t) ==
  /\ pc[t] = "CacheType"
  /\ Write(t, Type(I(t).of), Mode("CacheType"), TypeOf(I(t).value))
  /\ FinishWrite(t, Null)

HelpCacheType(t) ==
  /\ pc[t] = "HelpCacheType"
  /\ Write(t, Type(I(t).of), Mode("HelpCacheType"), TypeOf(I(t).value))
  /\ Goto(t, WriteAccess(t))

OverwriteData(t) ==
  /\ pc[t] = "OverwriteData"
  /\ Write(t, Data(I(t).of), Mode("OverwriteData"), I(t).value)
  /\ FinishWrite(t, Null)

SwapData(t) ==
  /\ pc[t] = "SwapData"
  /\ \E i \in Updatable(t, Data(I(t).of), Mode("SwapData")) :
       /\ Update(t, Data(I(t).of), Mode("SwapData"), i, I(t).value)
       /\ FinishWrite(t, ValueAt(Data(I(t).of), i))

-----------------------------------------------------------------------------
(* compareAndSwap                                                           *)

CompareAndSwapData(t) ==
  /\ pc[t] = "compareAndSwap"
  /\ \/ \E i \in Updatable(t, Data(I(t).of), Mode("CompareAndSwapData")) :
          /\ ValueAt(Data(I(t).of), i) = I(t).expected
          /\ Update(t, Data(I(t).of), Mode("CompareAndSwapData"), i, I(t).value)
          /\ FinishWrite(t, I(t).expected)
     \/ \E i \in Readable(t, Data(I(t).of), ReadModeOf(Mode("CompareAndSwapData"))) :
          LET found == ValueAt(Data(I(t).of), i)
          IN  /\ found # I(t).expected
              /\ Read(t, Data(I(t).of), ReadModeOf(Mode("CompareAndSwapData")), i)
              /\ Finish(t, IF found # Null /\ TypeOf(found) # TypeOf(I(t).value) THEN "refused" ELSE "false")

-----------------------------------------------------------------------------

Step(t) ==
  \/ FieldStep(t)
  \/ LoadData(t)
  \/ ReadType(t) \/ InstallFirst(t) \/ CacheType(t) \/ HelpCacheType(t)
  \/ OverwriteData(t) \/ SwapData(t)
  \/ CompareAndSwapData(t)

Next == \E t \in Threads : SettleStep(t) \/ (MayMove(t) /\ Step(t))

Spec == Init /\ [][Next]_vars
=============================================================================
