-------------------------- MODULE PublicationTests --------------------------
(***************************************************************************)
(* Publication: whoever obtains an object from an AtomicValue sees its     *)
(* plain field as it was written before the object was put there.  And no  *)
(* torn pair: whoever finds a class finds a value.                         *)
(***************************************************************************)
EXTENDS AtomicValueNotation

FirstStorePublication ==
  Empty("-1", Test([value |-> "null"], [box |-> "0"],
    << << FIELD("box", "1"), STORE("value", "box") >>,
       << LOAD("value"), ITSFIELD >> >>))

LaterStorePublication ==
  Test([value |-> "old"], [old |-> "-1", box |-> "0"],
    << << FIELD("box", "1"), STORE("value", "box") >>,
       << LOAD("value"), ITSFIELD >> >>)

\* With a declared type there is no first store.
DeclaredStorePublication ==
  Declared(Empty("-1", Test([value |-> "null"], [box |-> "0"],
    << << FIELD("box", "1"), STORE("value", "box") >>,
       << LOAD("value"), ITSFIELD >> >>)))

\* Two first stores race, and the load may find either box.
RacingStorePublication ==
  Empty("-1", Test([value |-> "null"], [box1 |-> "0", box2 |-> "0"],
    << << FIELD("box1", "1"), STORE("value", "box1") >>,
       << FIELD("box2", "2"), STORE("value", "box2") >>,
       << LOAD("value"), ITSFIELD >> >>))

SwapPublication ==
  Test([value |-> "old"], [old |-> "-1", box |-> "0"],
    << << FIELD("box", "1"), SWAP("value", "box") >>,
       << LOAD("value"), ITSFIELD >> >>)

CompareAndSwapPublication ==
  Test([value |-> "old"], [old |-> "-1", box |-> "0"],
    << << FIELD("box", "1"), CAS("value", "old", "box") >>,
       << LOAD("value"), ITSFIELD >> >>)

FirstCompareAndSwapPublication ==
  Empty("-1", Test([value |-> "null"], [box |-> "0"],
    << << FIELD("box", "1"), CAS("value", "null", "box") >>,
       << LOAD("value"), ITSFIELD >> >>))

\* The object is obtained by a swap instead of a load.
FirstStoreToSwapPublication ==
  Empty("-1", Test([value |-> "null"], [box |-> "0", other |-> "0"],
    << << FIELD("box", "1"), STORE("value", "box") >>,
       << SWAP("value", "other"), ITSFIELD >> >>))

LaterStoreToSwapPublication ==
  Test([value |-> "old"], [old |-> "-1", box |-> "0", other |-> "0"],
    << << FIELD("box", "1"), STORE("value", "box") >>,
       << SWAP("value", "other"), ITSFIELD >> >>)

Tests ==
  "FirstStorePublication"          :> FirstStorePublication @@
  "LaterStorePublication"          :> LaterStorePublication @@
  "DeclaredStorePublication"       :> DeclaredStorePublication @@
  "RacingStorePublication"         :> RacingStorePublication @@
  "SwapPublication"                :> SwapPublication @@
  "CompareAndSwapPublication"      :> CompareAndSwapPublication @@
  "FirstCompareAndSwapPublication" :> FirstCompareAndSwapPublication @@
  "FirstStoreToSwapPublication"    :> FirstStoreToSwapPublication @@
  "LaterStoreToSwapPublication"    :> LaterStoreToSwapPublication
=============================================================================
