--------------------------- MODULE CoherenceTests ---------------------------
(***************************************************************************)
(* Coherence: the operations on one AtomicValue have one order, in which   *)
(* each thread's are in program order.                                     *)
(***************************************************************************)
EXTENDS AtomicValueNotation

CoherentReads ==
  Test([value |-> "null"], NoFields,
    << << STORE("value", "1"), STORE("value", "2") >>,
       << LOAD("value"), LOAD("value") >> >>)

CoherentLaterReads ==
  Test([value |-> "0"], NoFields,
    << << STORE("value", "1"), STORE("value", "2") >>,
       << LOAD("value"), LOAD("value") >> >>)

\* What a thread has stored, it does not lose to a store that came before.
CoherentWrites ==
  Test([value |-> "null"], NoFields,
    << << STORE("value", "1"), LOAD("value") >>,
       << STORE("value", "2"), LOAD("value") >> >>)

\* What a thread stores comes after what it has loaded.
CoherentReadThenWrite ==
  Test([value |-> "null"], NoFields,
    << << STORE("value", "1") >>,
       << LOAD("value"), STORE("value", "2"), LOAD("value") >> >>)

\* Two classes: one thread's is refused.
RacingFirstStores ==
  Empty("null", Test([value |-> "null"], NoFields,
    << << TRYSTORE("value", "A"), LOAD("value") >>,
       << TRYSTORE("value", "66"), LOAD("value") >> >>))

\* Two of one class and one of another.  Not among the Tests below, which machine and axioms agree on: with the fewest
\* fences for publication, which do not have to keep it, the axioms let all three be stored (see ModesByAxiomsIT).
ThreeFirstStores ==
  Empty("null", Test([value |-> "null"], NoFields,
    << << TRYSTORE("value", "66") >>,
       << TRYSTORE("value", "67") >>,
       << TRYSTORE("value", "A") >> >>))

RacingFirstCompareAndSwaps ==
  Empty("null", Test([value |-> "null"], NoFields,
    << << CAS("value", "null", "A"), LOAD("value") >>,
       << CAS("value", "null", "66"), LOAD("value") >> >>))

SwapConservation ==
  Finally(<<"value">>, Test([value |-> "null"], NoFields,
    << << SWAP("value", "1"), SWAP("value", "2") >>,
       << SWAP("value", "3"), SWAP("value", "4") >> >>))

DeclaredSwapConservation == Declared(SwapConservation)

CompareAndSwapExclusivity ==
  Finally(<<"value">>, Test([value |-> "0"], NoFields,
    << << CAS("value", "0", "1") >>,
       << CAS("value", "0", "2") >> >>))

FirstCompareAndSwapExclusivity ==
  Finally(<<"value">>, Test([value |-> "null"], NoFields,
    << << CAS("value", "null", "1") >>,
       << CAS("value", "null", "2") >> >>))

DeclaredCompareAndSwapExclusivity == Declared(FirstCompareAndSwapExclusivity)

\* What has been loaded or seen by a swap, a compareAndSwap does not miss.
CompareAndSwapAfterLoad ==
  Test([value |-> "null"], NoFields,
    << << STORE("value", "1") >>,
       << LOAD("value"), CAS("value", "1", "2"), LOAD("value") >> >>)

StoreAndSwap ==
  Finally(<<"value">>, Test([value |-> "null"], NoFields,
    << << STORE("value", "1"), LOAD("value") >>,
       << SWAP("value", "2"), LOAD("value") >> >>))

Tests ==
  "CoherentReads"                     :> CoherentReads @@
  "CoherentLaterReads"                :> CoherentLaterReads @@
  "CoherentWrites"                    :> CoherentWrites @@
  "CoherentReadThenWrite"             :> CoherentReadThenWrite @@
  "RacingFirstStores"                 :> RacingFirstStores @@
  "RacingFirstCompareAndSwaps"        :> RacingFirstCompareAndSwaps @@
  "SwapConservation"                  :> SwapConservation @@
  "DeclaredSwapConservation"          :> DeclaredSwapConservation @@
  "CompareAndSwapExclusivity"         :> CompareAndSwapExclusivity @@
  "FirstCompareAndSwapExclusivity"    :> FirstCompareAndSwapExclusivity @@
  "DeclaredCompareAndSwapExclusivity" :> DeclaredCompareAndSwapExclusivity @@
  "CompareAndSwapAfterLoad"           :> CompareAndSwapAfterLoad @@
  "StoreAndSwap"                      :> StoreAndSwap
=============================================================================
