---------------------------- MODULE MCInduction ----------------------------
(***************************************************************************)
(* Is Inv inductive?  TLC starts from every state in which Inv holds, not  *)
(* only from the reachable ones, and takes one step from each: Inv must    *)
(* hold again, and the step must be one of the contract.  TLC finds all of *)
(* the states among the initial ones, so its search has depth 1.           *)
(*                                                                         *)
(* What that gives.  With Init => Inv, which the other models check, the   *)
(* refinement follows by induction on the length of a behaviour.  Nothing  *)
(* depends on how far TLC searched or on which states it could reach; and  *)
(* Inv says in a few lines why the algorithm is right.                     *)
(*                                                                         *)
(* What it does not give.  The threads and values are few here.  For any   *)
(* number of them the same is proved, from the same text (docs/proof.md);  *)
(* these models show that the proof speaks of what TLC means.  Liveness is *)
(* not a matter of single steps and is checked elsewhere.                  *)
(***************************************************************************)
EXTENDS MCAtomicValue

\* Inv as it stands.  TLC has to go through all type-correct states, so this
\* serves for one thread, to show that InvStates leaves none out.
Literal == TypeOK /\ Inv

\* What one thread may be doing while the two words are as they are.
LocalStates ==
  {s \in [pc : Accesses \union {"Idle", "Respond"},
          call : Calls \union {NoCall},
          result : Results \union {NoResult}] :
     Answers(s.pc, s.call, s.result) /\ Knows(s.pc, s.call)}

\* The same states as Literal, found faster.
InvStates ==
  /\ type \in {Null, Claimed} \union Types
  /\ data \in Values \union {Null}
  /\ TypeAgreesWithData /\ EmptyUntilClaimed
  /\ \E local \in [Threads -> LocalStates] :
       /\ pc = [t \in Threads |-> local[t].pc]
       /\ call = [t \in Threads |-> local[t].call]
       /\ result = [t \in Threads |-> local[t].result]
  /\ Inv

\* The calls without those that are refused for their arguments.
GoodCalls == {c \in AllCalls : ~RefusedByArguments(c)}

LoadsAndStores == {c \in GoodCalls : c.op \in {"load", "store"}}
=============================================================================
