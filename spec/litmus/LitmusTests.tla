---------------------------- MODULE LitmusTests ----------------------------
(***************************************************************************)
(* The litmus tests of the course, from all modules that have some.        *)
(***************************************************************************)
LOCAL INSTANCE TLC

MP   == INSTANCE MessagePassing
SB   == INSTANCE StoreBuffering
LB   == INSTANCE LoadBuffering
Co   == INSTANCE Coherence
IRIW == INSTANCE IndependentReads
WW   == INSTANCE TwoPlusTwoWrites
RS   == INSTANCE ReleaseSequence
WRC  == INSTANCE WriteToReadCausality
FCAS == INSTANCE FailedCompareAndSet
VO   == INSTANCE VolatileOrder
Fe   == INSTANCE Fences
RP   == INSTANCE RacyPublication

LitmusTests ==
  MP!Tests @@ SB!Tests @@ LB!Tests @@ Co!Tests @@ IRIW!Tests @@ WW!Tests @@ RS!Tests @@ WRC!Tests
    @@ FCAS!Tests @@ VO!Tests @@ Fe!Tests @@ RP!Tests
=============================================================================
