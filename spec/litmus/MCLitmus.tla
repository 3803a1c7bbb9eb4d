------------------------------ MODULE MCLitmus ------------------------------
(***************************************************************************)
(* The calibration of AccessModes: the classic litmus tests.               *)
(***************************************************************************)
EXTENDS Litmus

MP   == INSTANCE MessagePassing
SB   == INSTANCE StoreBuffering
LB   == INSTANCE LoadBuffering
Co   == INSTANCE Coherence
IRIW == INSTANCE IndependentReads
WW   == INSTANCE TwoPlusTwoWrites
RS   == INSTANCE ReleaseSequence
WRC  == INSTANCE WriteToReadCausality
FCAS == INSTANCE FailedCompareAndSet

MCTests ==
  MP!Tests @@ SB!Tests @@ LB!Tests @@ Co!Tests @@ IRIW!Tests @@ WW!Tests @@ RS!Tests @@ WRC!Tests
    @@ FCAS!Tests

ASSUME PrintExpectations
=============================================================================
