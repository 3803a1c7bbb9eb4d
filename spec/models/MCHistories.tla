---------------------------- MODULE MCHistories ----------------------------
(* Finite models of Histories.                                              *)
EXTENDS Histories, TLC

CONSTANTS a1, a2, b1, A, B  \* values are named after their classes

MCTypeOf == [v \in Values |-> IF v = b1 THEN B ELSE A]

\* Enough for every rule: what finds nothing, what is first, what comes later,
\* what fails and what is refused.
SomeCalls ==
  LoadCalls
    \union {c \in StoreCalls : c.value \in {a1, b1}}
    \union {c \in SwapCalls : c.value = a2}
    \union {c \in CASCalls : <<c.expected, c.value>> \in {<<Null, a1>>, <<a1, a2>>}}

\* Fewer of them, for longer sequences.
FewCalls ==
  LoadCalls
    \union {c \in StoreCalls : c.value \in {a1, b1}}
    \union {c \in CASCalls : <<c.expected, c.value>> = <<a1, a2>>}

\* Swaps alone show what is lost.
Swaps == {c \in SwapCalls : c.value \in {a1, a2}}

\* Renaming the threads of a history makes no difference to IsLinearizable.
Symmetry == Permutations(Threads)
=============================================================================
