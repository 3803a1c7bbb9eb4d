--------------------------- MODULE MCLitmusAxioms ---------------------------
(***************************************************************************)
(* The litmus tests of the course by the axioms: what they allow, beside   *)
(* what should be allowed.                                                 *)
(***************************************************************************)
EXTENDS TwoModels, LitmusTests

CONSTANT Tests  \* a function from names to tests (see LitmusNotation)

\* In the notation of Programs; the register of an instruction is its number.
Translated(i, n) ==
  CASE i.do = "read"  -> READ(n, i.at, i.mode)
    [] i.do = "write" -> WRITE(i.at, INT(i.value), i.mode)
    [] i.do = "swap"  -> UPDATE(n, i.at, "set", INT(i.value), i.mode)
    [] i.do = "cas"   -> COMPARE(n, i.at, INT(i.expected), INT(i.value), i.mode, FALSE, "witness")
    [] i.do = "fence" -> FENCE(i.mode)

RECURSIVE Returning(_, _, _)
Returning(t, code, n) ==
  IF n > Len(code) THEN <<>>
  ELSE (IF code[n].do \in {"write", "fence"} THEN <<>> ELSE <<<<t, n>>>>) \o Returning(t, code, n + 1)

AsProgram(test) ==
  LET threads == test.program
  IN  FromZero([t \in 1 .. Len(threads) |-> [n \in 1 .. Len(threads[t]) |-> Translated(threads[t][n], n)]],
               Concatenated([t \in 1 .. Len(threads) |-> Returning(t, threads[t], 1)]),
               test.finally)

MCTests  == LitmusTests
MCJudges == {"axioms"}

Init == \E test \in DOMAIN Tests : Begin(test, AsProgram(Tests[test]))

Spec == Init /\ [][Next]_vars

ASSUME \A test \in DOMAIN Tests :
         \A outcome \in Tests[test].expected : PrintExpected(test, Strings(outcome))
=============================================================================
