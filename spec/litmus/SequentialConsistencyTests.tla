--------------------- MODULE SequentialConsistencyTests ---------------------
(***************************************************************************)
(* Sequential consistency: the operations on several AtomicValues have one *)
(* order, in which each thread's are in program order.                     *)
(***************************************************************************)
EXTENDS AtomicValueNotation

Buffering(initially, a, b, c, d) ==
  Test([x |-> initially, y |-> initially], NoFields, << << a, b >>, << c, d >> >>)

\* First stores: the type word decides.
StoreBuffering ==
  Buffering("null", STORE("x", "1"), LOAD("y"), STORE("y", "1"), LOAD("x"))

\* Later stores: the data word decides.
LaterStoreBuffering ==
  Buffering("0", STORE("x", "1"), LOAD("y"), STORE("y", "1"), LOAD("x"))

\* With a declared type there are no first stores.
DeclaredStoreBuffering == Declared(StoreBuffering)

SwapBuffering ==
  Buffering("0", SWAP("x", "1"), LOAD("y"), SWAP("y", "1"), LOAD("x"))

CompareAndSwapBuffering ==
  Buffering("0", CAS("x", "0", "1"), LOAD("y"), CAS("y", "0", "1"), LOAD("x"))

\* The compareAndSwaps take the part of the loads: they fail if they miss the store.
FailedCompareAndSwapBuffering ==
  Buffering("0", STORE("x", "1"), CAS("y", "1", "2"), STORE("y", "1"), CAS("x", "1", "2"))

\* The same with first stores: they fail at the type word.
EmptyCompareAndSwapBuffering ==
  Buffering("null", STORE("x", "1"), CAS("y", "1", "2"), STORE("y", "1"), CAS("x", "1", "2"))

IndependentReads ==
  Test([x |-> "null", y |-> "null"], NoFields,
    << << STORE("x", "1") >>,
       << STORE("y", "1") >>,
       << LOAD("x"), LOAD("y") >>,
       << LOAD("y"), LOAD("x") >> >>)

\* A compareAndSwap takes the part of the second load: it fails if it misses the store, though that may not have ended.
IndependentCompareAndSwap ==
  Test([x |-> "null", y |-> "null"], NoFields,
    << << STORE("x", "1") >>,
       << STORE("y", "1") >>,
       << LOAD("x"), CAS("y", "1", "2") >>,
       << LOAD("y"), LOAD("x") >> >>)

IndependentLaterReads ==
  Test([x |-> "0", y |-> "0"], NoFields,
    << << STORE("x", "1") >>,
       << STORE("y", "1") >>,
       << LOAD("x"), LOAD("y") >>,
       << LOAD("y"), LOAD("x") >> >>)

Tests ==
  "StoreBuffering"                :> StoreBuffering @@
  "LaterStoreBuffering"           :> LaterStoreBuffering @@
  "DeclaredStoreBuffering"        :> DeclaredStoreBuffering @@
  "SwapBuffering"                 :> SwapBuffering @@
  "CompareAndSwapBuffering"       :> CompareAndSwapBuffering @@
  "FailedCompareAndSwapBuffering" :> FailedCompareAndSwapBuffering @@
  "EmptyCompareAndSwapBuffering"  :> EmptyCompareAndSwapBuffering @@
  "IndependentReads"              :> IndependentReads @@
  "IndependentCompareAndSwap"     :> IndependentCompareAndSwap @@
  "IndependentLaterReads"         :> IndependentLaterReads
=============================================================================
