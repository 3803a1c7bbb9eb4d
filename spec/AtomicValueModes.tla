------------------------- MODULE AtomicValueModes -------------------------
(***************************************************************************)
(* The algorithm of AtomicValue.tla on the memory of AccessModes.tla, with *)
(* the mode of each access as a parameter, run by the programs of Clients. *)
(*                                                                         *)
(* The actions bear the names that the accesses have in AtomicValue.java;  *)
(* waiting (AwaitType) is reading the type word again.                     *)
(***************************************************************************)
EXTENDS Clients

Claimed == "claimed"

ReadAccesses   == {"LoadType", "LoadData", "ReadType"}
WriteAccesses  == {"StoreFirstData", "PublishType", "OverwriteData"}
UpdateAccesses == {"ClaimType", "SwapData", "CompareAndSwapData"}
Accesses       == ReadAccesses \union WriteAccesses \union UpdateAccesses

ASSUME ModesFit(ReadAccesses, WriteAccesses, UpdateAccesses)

\* The accesses that a test can make.
AccessesOf(t) ==
  LET of(c) == CASE c.do = "load" -> {"LoadType", "LoadData"}
                 [] c.do \in Writes ->
                      {"ReadType"}
                        \union (IF MayBeFirst(t, c) THEN {"ClaimType", "StoreFirstData", "PublishType"} ELSE {})
                        \union (IF ~MayBeLater(t, c) THEN {}
                                ELSE CASE c.do \in {"store", "tryStore"} -> {"OverwriteData"}
                                       [] c.do = "swap"                  -> {"SwapData"}
                                       [] c.do = "compareAndSwap"        -> {"CompareAndSwapData"})
  IN  UNION {of(c) : c \in OperationsOf(t)}

Init == InitWith(AccessesOf)

\* What an operation returns that has found a type: unless that was declared it
\* must return a value.
Torn(v) == IF v = Null /\ ~Tests[test].declared THEN "torn" ELSE v

-----------------------------------------------------------------------------
(* load                                                                     *)

LoadType(t) ==
  /\ pc[t] = "load"
  /\ \E i \in Readable(t, Type(I(t).of), Mode("LoadType")) :
       /\ Read(t, Type(I(t).of), Mode("LoadType"), i)
       /\ IF ValueAt(Type(I(t).of), i) \in {Null, Claimed}
          THEN Finish(t, Null)
          ELSE Goto(t, "LoadData")

LoadData(t) ==
  /\ pc[t] = "LoadData"
  /\ \E i \in Readable(t, Data(I(t).of), Mode("LoadData")) :
       /\ Read(t, Data(I(t).of), Mode("LoadData"), i)
       /\ Finish(t, Torn(ValueAt(Data(I(t).of), i)))

-----------------------------------------------------------------------------
(* What store, swap and compareAndSwap do with the type word                *)

ReadType(t) ==
  /\ pc[t] \in Writes \union {"ReadType"}
  /\ \E i \in Readable(t, Type(I(t).of), Mode("ReadType")) :
       /\ Read(t, Type(I(t).of), Mode("ReadType"), i)
       /\ LET type == ValueAt(Type(I(t).of), i)
          IN  CASE type = Null ->
                     IF I(t).expected # Null THEN Finish(t, "false") ELSE Goto(t, "ClaimType")
                [] type = Claimed ->
                     Goto(t, "ReadType")
                [] type = TypeOf(I(t).value) ->
                     Goto(t, CASE I(t).do \in {"store", "tryStore"} -> "OverwriteData"
                               [] I(t).do = "swap"                  -> "SwapData"
                               [] I(t).do = "compareAndSwap"        -> "CompareAndSwapData")
                [] OTHER ->
                     Finish(t, "refused")

ClaimType(t) ==
  /\ pc[t] = "ClaimType"
  /\ \/ \E i \in Updatable(t, Type(I(t).of), Mode("ClaimType")) :
          /\ ValueAt(Type(I(t).of), i) = Null
          /\ Update(t, Type(I(t).of), Mode("ClaimType"), i, Claimed)
          /\ Goto(t, "StoreFirstData")
     \/ \E i \in Readable(t, Type(I(t).of), ReadModeOf(Mode("ClaimType"))) :
          /\ ValueAt(Type(I(t).of), i) # Null
          /\ Read(t, Type(I(t).of), ReadModeOf(Mode("ClaimType")), i)
          /\ Goto(t, "ReadType")

StoreFirstData(t) ==
  /\ pc[t] = "StoreFirstData"
  /\ Write(t, Data(I(t).of), Mode("StoreFirstData"), I(t).value)
  /\ Goto(t, "PublishType")

PublishType(t) ==
  /\ pc[t] = "PublishType"
  /\ Write(t, Type(I(t).of), Mode("PublishType"), TypeOf(I(t).value))
  /\ FinishWrite(t, Null)

-----------------------------------------------------------------------------
(* What they do with the data word once the class is settled                *)

OverwriteData(t) ==
  /\ pc[t] = "OverwriteData"
  /\ Write(t, Data(I(t).of), Mode("OverwriteData"), I(t).value)
  /\ FinishWrite(t, Null)

SwapData(t) ==
  /\ pc[t] = "SwapData"
  /\ \E i \in Updatable(t, Data(I(t).of), Mode("SwapData")) :
       /\ Update(t, Data(I(t).of), Mode("SwapData"), i, I(t).value)
       /\ FinishWrite(t, Torn(ValueAt(Data(I(t).of), i)))

CompareAndSwapData(t) ==
  /\ pc[t] = "CompareAndSwapData"
  /\ \/ \E i \in Updatable(t, Data(I(t).of), Mode("CompareAndSwapData")) :
          /\ ValueAt(Data(I(t).of), i) = I(t).expected
          /\ Update(t, Data(I(t).of), Mode("CompareAndSwapData"), i, I(t).value)
          /\ Finish(t, "true")
     \/ \E i \in Readable(t, Data(I(t).of), ReadModeOf(Mode("CompareAndSwapData"))) :
          /\ ValueAt(Data(I(t).of), i) # I(t).expected
          /\ Read(t, Data(I(t).of), ReadModeOf(Mode("CompareAndSwapData")), i)
          /\ Finish(t, "false")

-----------------------------------------------------------------------------

Step(t) ==
  \/ FieldStep(t)
  \/ LoadType(t) \/ LoadData(t)
  \/ ReadType(t) \/ ClaimType(t) \/ StoreFirstData(t) \/ PublishType(t)
  \/ OverwriteData(t) \/ SwapData(t) \/ CompareAndSwapData(t)

Next == \E t \in Threads : SettleStep(t) \/ (MayMove(t) /\ Step(t))

Spec == Init /\ [][Next]_vars
=============================================================================
