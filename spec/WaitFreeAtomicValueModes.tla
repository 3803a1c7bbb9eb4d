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
UpdateAccesses == {"InstallFirst", "SwapData", "CompareAndSwapData", "CompareAndExchangeData"}
Accesses       == ReadAccesses \union WriteAccesses \union UpdateAccesses

ASSUME ModesFit(ReadAccesses, WriteAccesses, UpdateAccesses)

\* The accesses that a test can make.
AccessesOf(t) ==
  LET later(c) == IF c.do = "swap" THEN "SwapData" ELSE "OverwriteData"
      of(c) == CASE c.do = "load" -> {"LoadData"}
                 [] c.do = "compareAndSwap" ->
                      {"ReadType"}
                        \union (IF MayBeFirst(t, c) THEN {"CompareAndExchangeData", "CacheType"} ELSE {})
                        \union (IF MayBeLater(t, c) THEN {"CompareAndSwapData"} ELSE {})
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
(* Writes                                                                   *)

WriteAccess(t) ==
  CASE I(t).do \in {"store", "tryStore"} -> "OverwriteData"
    [] I(t).do = "swap"                  -> "SwapData"
    [] I(t).do = "compareAndSwap"        -> "CompareAndSwapData"

UncachedAccess(t) == IF I(t).do = "compareAndSwap" THEN "CompareAndExchangeData" ELSE "InstallFirst"

ReadType(t) ==
  /\ pc[t] \in Writes
  /\ \E i \in Readable(t, Type(I(t).of), Mode("ReadType")) :
       /\ Read(t, Type(I(t).of), Mode("ReadType"), i)
       /\ Goto(t, IF ValueAt(Type(I(t).of), i) = TypeOf(I(t).value) THEN WriteAccess(t) ELSE UncachedAccess(t))

-----------------------------------------------------------------------------
(* store and swap                                                           *)

InstallFirst(t) ==
  /\ pc[t] = "InstallFirst"
  /\ \/ /\ Newest(Data(I(t).of)) = Null
        /\ Update(t, Data(I(t).of), Mode("InstallFirst"), I(t).value)
        /\ Goto(t, "CacheType")
     \/ \E i \in Readable(t, Data(I(t).of), ReadModeOf(Mode("InstallFirst"))) :
          LET found == ValueAt(Data(I(t).of), i)
          IN  /\ found # Null
              /\ Read(t, Data(I(t).of), ReadModeOf(Mode("InstallFirst")), i)
              /\ IF TypeOf(found) = TypeOf(I(t).value)
                 THEN Goto(t, "HelpCacheType")
                 ELSE Finish(t, "refused")

\* After a first write, and after CompareAndExchangeData.
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
  /\ Update(t, Data(I(t).of), Mode("SwapData"), I(t).value)
  /\ FinishWrite(t, Newest(Data(I(t).of)))

-----------------------------------------------------------------------------
(* compareAndSwap                                                           *)

CompareAndSwapData(t) ==
  /\ pc[t] = "CompareAndSwapData"
  /\ \/ /\ Newest(Data(I(t).of)) = I(t).expected
        /\ Update(t, Data(I(t).of), Mode("CompareAndSwapData"), I(t).value)
        /\ FinishWrite(t, I(t).expected)
     \/ \E i \in Readable(t, Data(I(t).of), ReadModeOf(Mode("CompareAndSwapData"))) :
          /\ ValueAt(Data(I(t).of), i) # I(t).expected
          /\ Read(t, Data(I(t).of), ReadModeOf(Mode("CompareAndSwapData")), i)
          /\ Finish(t, "false")

CompareAndExchangeData(t) ==
  /\ pc[t] = "CompareAndExchangeData"
  /\ \/ /\ Newest(Data(I(t).of)) = I(t).expected
        /\ Update(t, Data(I(t).of), Mode("CompareAndExchangeData"), I(t).value)
        /\ Goto(t, "CacheType")
     \/ \E i \in Readable(t, Data(I(t).of), ReadModeOf(Mode("CompareAndExchangeData"))) :
          LET found == ValueAt(Data(I(t).of), i)
          IN  /\ found # I(t).expected
              /\ Read(t, Data(I(t).of), ReadModeOf(Mode("CompareAndExchangeData")), i)
              /\ Finish(t, IF found # Null /\ TypeOf(found) # TypeOf(I(t).value) THEN "refused" ELSE "false")

-----------------------------------------------------------------------------

Step(t) ==
  \/ FieldStep(t)
  \/ LoadData(t)
  \/ ReadType(t) \/ InstallFirst(t) \/ CacheType(t) \/ HelpCacheType(t)
  \/ OverwriteData(t) \/ SwapData(t)
  \/ CompareAndSwapData(t) \/ CompareAndExchangeData(t)

Next == \E t \in Threads : Step(t)

Spec == Init /\ [][Next]_vars
=============================================================================
