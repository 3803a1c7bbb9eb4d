------------------------ MODULE MCWaitFreeInduction ------------------------
(***************************************************************************)
(* Is the invariant Inv of WaitFreeAtomicValue inductive?  TLC starts from *)
(* every state in which Inv holds and takes one step from each.  What that *)
(* gives, and what it does not, is said in MCInduction.                    *)
(***************************************************************************)
EXTENDS MCWaitFreeAtomicValue

\* Inv as it stands.  TLC has to go through all type-correct states, so this
\* serves for one thread, to show that InvStates leaves none out.
Literal == TypeOK /\ Inv

\* What one thread may be doing while the two words are as they are.
LocalStates ==
  {s \in [pc : Accesses \union {"Idle", "Respond"},
          call : Calls \union {NoCall},
          result : Results \union {NoResult}] :
     MayHave(s.pc, s.call, s.result) /\ Knows(s.pc, s.call)}

\* The same states as Literal, found faster.
InvStates ==
  /\ type \in Types \union {Null}
  /\ data \in Values \union {Null}
  /\ TypeAgreesWithData
  /\ ValuesAreOfTheDeclaredType
  /\ \E local \in [Threads -> LocalStates] :
       /\ pc = [t \in Threads |-> local[t].pc]
       /\ call = [t \in Threads |-> local[t].call]
       /\ result = [t \in Threads |-> local[t].result]
  /\ Inv

\* The calls without those that are refused for their arguments.
GoodCalls == {c \in AllCalls : ~RefusedByArguments(c)}

LoadsAndStores == {c \in GoodCalls : c.op \in {"load", "store"}}
=============================================================================
