-------------------------- MODULE LitmusNotation --------------------------
(***************************************************************************)
(* How litmus tests are written down.                                      *)
(*                                                                         *)
(* A program is a sequence of threads, a thread a sequence of accesses to  *)
(* locations that hold 0 in the beginning.  The outcome of an execution is *)
(* what its reads returned, thread by thread, followed by the last values  *)
(* of the locations listed in `finally'.                                   *)
(***************************************************************************)
EXTENDS Naturals, Sequences, TLC

R(x, mode)        == [do |-> "read",  at |-> x, mode |-> mode]
W(x, value, mode) == [do |-> "write", at |-> x, mode |-> mode, value |-> value]

\* Reads the old value and writes the new one.
SWAP(x, value, mode) == [do |-> "swap", at |-> x, mode |-> mode, value |-> value]

\* Reads a value, and replaces it if it is the expected one.
CAS(x, expected, value, mode) ==
  [do |-> "cas", at |-> x, mode |-> mode, expected |-> expected, value |-> value]

\* "full", "acquire" or "release"
FENCE(mode) == [do |-> "fence", mode |-> mode]

\* A test: a program and exactly the outcomes that it has.
Test(program, expected) == [program |-> program, finally |-> <<>>, expected |-> expected]

TestOfFinalValues(program, finally, expected) ==
  [program |-> program, finally |-> finally, expected |-> expected]

Bits    == {0, 1}
Pairs   == Bits \X Bits
Triples == Bits \X Bits \X Bits
Fours   == Bits \X Bits \X Bits \X Bits
=============================================================================
