----------------------------- MODULE MCRefuted -----------------------------
(***************************************************************************)
(* The litmus tests of the course on the first memory of this project.     *)
(* That is the module AccessModes beside this one, as it was until it was  *)
(* refuted, with its header; it knows no fences.                           *)
(***************************************************************************)
EXTENDS Litmus, LitmusTests

HasFence(program) ==
  \E t \in 1 .. Len(program) : \E i \in 1 .. Len(program[t]) : program[t][i].do = "fence"

MCTests == [t \in {t \in DOMAIN LitmusTests : ~HasFence(LitmusTests[t].program)} |-> LitmusTests[t]]

ASSUME PrintExpectations
=============================================================================
