---------------------------- MODULE PictureRace ----------------------------
(* The race of two first stores of different classes: t stores x, u stores  *)
(* y, both once.                                                            *)
EXTENDS AtomicValue

CONSTANTS t, u, x, y, X, Y

PictureTypeOf == [o \in Values |-> IF o = x THEN X ELSE Y]

Stores == {c \in StoreCalls : c.value # Null}

ValueOf(thread) == IF thread = t THEN x ELSE y

RaceInit ==
  /\ type = Null /\ data = Null
  /\ pc = [thread \in Threads |-> "ReadType"]
  /\ call = [thread \in Threads |-> [op |-> "store", expected |-> Null, value |-> ValueOf(thread)]]
  /\ result = [thread \in Threads |-> NoResult]

RaceNext == \E thread \in Threads : WriteAccess(thread)
=============================================================================
