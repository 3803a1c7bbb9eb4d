------------------------------ MODULE Outcomes ------------------------------
(***************************************************************************)
(* How a model tells what it found: each of these prints one string, which *)
(* TLC, unlike other values, never breaks into several lines.  All are     *)
(* true.                                                                   *)
(***************************************************************************)
LOCAL INSTANCE Naturals
LOCAL INSTANCE Sequences
LOCAL INSTANCE TLC

RECURSIVE Joined(_, _)
Joined(strings, separator) ==
  CASE Len(strings) = 0 -> ""
    [] Len(strings) = 1 -> strings[1]
    [] OTHER            -> strings[1] \o separator \o Joined(Tail(strings), separator)

Line(word, test, outcome) == word \o " | " \o test \o " | " \o Joined(outcome, ", ")

PrintOutcome(test, outcome)  == PrintT(Line("outcome", test, outcome))
PrintExpected(test, outcome) == PrintT(Line("expected", test, outcome))

\* A function from names to strings.
RECURSIVE Entries(_, _)
Entries(f, keys) ==
  IF keys = {}
  THEN <<>>
  ELSE LET key == CHOOSE k \in keys : TRUE
       IN  <<key \o "=" \o f[key]>> \o Entries(f, keys \ {key})

PrintViolation(test, outcome, modes) ==
  PrintT(Line("violation", test, outcome) \o " | " \o Joined(Entries(modes, DOMAIN modes), " "))
=============================================================================
