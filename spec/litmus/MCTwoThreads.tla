---------------------------- MODULE MCTwoThreads ----------------------------
(***************************************************************************)
(* Programs of two threads, by the axioms and by the machine: all that can *)
(* be made of the accesses and fences given, or every n-th of them.        *)
(***************************************************************************)
EXTENDS TwoModels, TwoThreads

CONSTANTS
  MCKinds,    \* the kinds of accesses
  MCBetween,  \* what may be between two accesses: "none", "acquire", "release", "full"
  MCEvery,    \* 1 for all programs, n for every n-th
  MCFirst     \* the number of the first one, less than MCEvery

MCThreads == ThreadsWith(MCKinds, MCBetween)

N == Len(MCThreads)

\* Program number n, of 2 * N * N; of two that differ in the order of the threads, one is left out.
Init ==
  \E k \in 0 .. (2 * N * N - 1 - MCFirst) \div MCEvery :
    LET n       == k * MCEvery + MCFirst
        first   == (n \div (2 * N)) + 1
        second  == ((n \div 2) % N) + 1
        renamed == n % 2 = 1
    IN  /\ first <= second
        /\ Begin(NameOf(MCThreads[first], MCThreads[second], renamed),
                 ProgramOf(MCThreads[first], MCThreads[second], renamed))

Spec == Init /\ [][Next]_vars

AllKinds        == <<"read", "write", "swap", "exchange">>
WithoutExchange == <<"read", "write", "swap">>
ReadsAndWrites  == <<"read", "write">>
AllFences       == <<"none", "acquire", "release", "full">>
NoFence         == <<"none">>
=============================================================================
