----------------------------- MODULE TwoThreads -----------------------------
(***************************************************************************)
(* All programs of two threads that make one or two accesses each, to two  *)
(* locations, with any fence or none between the two; up to symmetry: the  *)
(* threads and the locations have no names.                                *)
(*                                                                         *)
(* A thread is written down as if its first access were to x.  A program   *)
(* is two threads, in any order, and whether the second one's accesses are *)
(* to these locations or to the other ones.  The n-th access writes n, if  *)
(* it writes; so an outcome says which read has read from which write.  A  *)
(* compareAndExchange expects the 0 of the beginning.                      *)
(***************************************************************************)
EXTENDS Programs

\* All pairs of an element of s and one of u, as a sequence.
Product(s, u) ==
  TLCEval([n \in 1 .. Len(s) * Len(u) |-> <<s[((n - 1) \div Len(u)) + 1], u[((n - 1) % Len(u)) + 1]>>])

ModesOf(kind) ==
  CASE kind = "read"  -> <<"plain", "opaque", "acquire", "volatile">>
    [] kind = "write" -> <<"plain", "opaque", "release", "volatile">>
    [] OTHER          -> <<"plain", "acquire", "release", "volatile">>   \* "swap" and "exchange"

\* Accesses <<kind, location, mode>>.
RECURSIVE AccessesTo(_, _)
AccessesTo(locations, kinds) ==
  IF kinds = <<>> THEN <<>>
  ELSE LET pairs == Product(locations, ModesOf(Head(kinds)))
       IN  TLCEval([n \in 1 .. Len(pairs) |-> <<Head(kinds), pairs[n][1], pairs[n][2]>>])
             \o AccessesTo(locations, Tail(kinds))

\* Threads: <<access>>, or <<access, what is between, access>>.
ThreadsWith(kinds, between) ==
  LET first  == AccessesTo(<<"x">>, kinds)
      second == Product(between, AccessesTo(<<"x", "y">>, kinds))
      both   == Product(first, second)
  IN  TLCEval([n \in 1 .. Len(first) |-> <<first[n]>>]
                \o [n \in 1 .. Len(both) |-> <<both[n][1], both[n][2][1], both[n][2][2]>>])

Other(x) == IF x = "x" THEN "y" ELSE "x"

\* Access number n.
Instruction(access, n, renamed) ==
  LET x    == IF renamed THEN Other(access[2]) ELSE access[2]
      mode == access[3]
  IN  CASE access[1] = "read"     -> READ(n, x, mode)
        [] access[1] = "write"    -> WRITE(x, INT(n), mode)
        [] access[1] = "swap"     -> UPDATE(n, x, "set", INT(n), mode)
        [] access[1] = "exchange" -> COMPARE(n, x, INT(0), INT(n), mode, FALSE, "witness")

Instructions(thread, n, renamed) ==
  IF Len(thread) = 1 THEN <<Instruction(thread[1], n, renamed)>>
  ELSE <<Instruction(thread[1], n, renamed)>>
         \o (IF thread[2] = "none" THEN <<>> ELSE <<FENCE(thread[2])>>)
         \o <<Instruction(thread[3], n + 1, renamed)>>

\* What the n-th and the next access return.
ObservedOf(t, thread, n) ==
  (IF thread[1][1] = "write" THEN <<>> ELSE <<<<t, n>>>>)
    \o (IF Len(thread) = 1 \/ (Len(thread) = 3 /\ thread[3][1] = "write") THEN <<>> ELSE <<<<t, n + 1>>>>)

ProgramOf(first, second, renamed) ==
  Program(<<Instructions(first, 1, FALSE), Instructions(second, 3, renamed)>>, [x |-> 0, y |-> 0],
          ObservedOf(1, first, 1) \o ObservedOf(2, second, 3), <<"x", "y">>)

-----------------------------------------------------------------------------
(* How a program is called                                                  *)

AccessName(access, renamed) ==
  access[1] \o " " \o (IF renamed THEN Other(access[2]) ELSE access[2]) \o " " \o access[3]

ThreadName(thread, renamed) ==
  IF Len(thread) = 1 THEN AccessName(thread[1], renamed)
  ELSE AccessName(thread[1], renamed) \o "; "
         \o (IF thread[2] = "none" THEN "" ELSE thread[2] \o " fence; ")
         \o AccessName(thread[3], renamed)

NameOf(first, second, renamed) == ThreadName(first, FALSE) \o " // " \o ThreadName(second, renamed)
=============================================================================
