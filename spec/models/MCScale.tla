------------------------------ MODULE MCScale ------------------------------
(* Models of AtomicValue of growing size, for docs/spec-scale.md, which is  *)
(* written by ScaleDocument.java; it also writes the configurations.        *)
EXTENDS MCAtomicValue, TLC

LoadsAndStores == {c \in AllCalls : c.op \in {"load", "store"} /\ ~RefusedByArguments(c)}

\* Renaming the threads of a behaviour gives a behaviour.
Symmetry == Permutations(Threads)
=============================================================================
