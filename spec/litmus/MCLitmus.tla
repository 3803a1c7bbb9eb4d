------------------------------ MODULE MCLitmus ------------------------------
(***************************************************************************)
(* The calibration of AccessModes: the litmus tests of the course, each    *)
(* with exactly the outcomes that it should have.                          *)
(***************************************************************************)
EXTENDS Litmus, LitmusTests

MCTests == LitmusTests

ASSUME PrintExpectations
=============================================================================
