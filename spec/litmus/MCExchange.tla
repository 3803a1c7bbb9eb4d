----------------------------- MODULE MCExchange -----------------------------
(***************************************************************************)
(* Programs with a compareAndExchange, beside the same programs with       *)
(* getAndSet or a read in its place.  It is the getAndSet of its mode if   *)
(* it finds what it expects; if not, it is a read, which acquires if its   *)
(* mode does.  So both models should give a program the outcomes that the  *)
(* others have when each getAndSet found what was expected, and each read  *)
(* found something else; and all programs with a compareAndExchange need   *)
(* not be compared, if all others have been.                               *)
(*                                                                         *)
(* A program is called "whole: NAME", and "swap read: NAME" with a swap in *)
(* place of its first exchange and a read in place of its second.          *)
(***************************************************************************)
EXTENDS MCTwoThreads

\* Not taken from the module Programs, which is to be judged.
IfItFails(mode) ==
  CASE mode = "plain"    -> "plain"
    [] mode = "acquire"  -> "acquire"
    [] mode = "release"  -> "plain"
    [] mode = "volatile" -> "volatile"

IsExchange(access) == access[1] = "exchange"

\* Which of the accesses 1 to 4 are exchanges: the first thread makes 1 and 2, the second one 3 and 4.
ExchangesOf(first, second) ==
  LET in(thread, n) == {n + (i \div 2) : i \in {i \in {1, 3} \intersect DOMAIN thread : IsExchange(thread[i])}}
  IN  in(first, 1) \union in(second, 3)

Instead(access, by) ==
  CASE ~IsExchange(access) -> access
    [] by = "swap"         -> <<"swap", access[2], access[3]>>
    [] by = "read"         -> <<"read", access[2], IfItFails(access[3])>>

\* A thread whose first access is number n, with others in place of its exchanges.
With(thread, n, choice) ==
  LET at(i) == IF IsExchange(thread[i]) THEN Instead(thread[i], choice[n + (i \div 2)]) ELSE thread[i]
  IN  TLCEval([i \in DOMAIN thread |-> IF i = 2 THEN thread[2] ELSE at(i)])

RECURSIVE Words(_, _)
Words(choice, n) ==
  IF n > 4 THEN "" ELSE (IF n \in DOMAIN choice THEN choice[n] \o " " ELSE "") \o Words(choice, n + 1)

WithExchanges ==
  \E k \in 0 .. (2 * N * N - 1 - MCFirst) \div MCEvery :
    LET n         == k * MCEvery + MCFirst
        first     == MCThreads[(n \div (2 * N)) + 1]
        second    == MCThreads[((n \div 2) % N) + 1]
        renamed   == n % 2 = 1
        title     == ": " \o NameOf(first, second, renamed)
        exchanges == ExchangesOf(first, second)
    IN  /\ (n \div (2 * N)) <= (n \div 2) % N
        /\ exchanges # {}
        /\ \/ Begin("whole" \o title, ProgramOf(first, second, renamed))
           \/ \E choice \in [exchanges -> {"swap", "read"}] :
                Begin(Words(choice, 1) \o title,
                      ProgramOf(With(first, 1, choice), With(second, 3, choice), renamed))

ExchangeSpec == WithExchanges /\ [][Next]_vars
=============================================================================
