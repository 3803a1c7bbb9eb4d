--------------------------- MODULE MCPassageOrder ---------------------------
(***************************************************************************)
(* The smallest known programs in which the machine has less than the      *)
(* axioms allow in order.  Volatile accesses pass the global order of      *)
(* AccessModes as they are made: those of the first thread before a later  *)
(* one learns, by accesses that order nothing, that they have been made,   *)
(* and makes its own.  The axioms may have them pass the other way round.  *)
(***************************************************************************)
EXTENDS TwoModels

TwoThreads ==
  FromZero(<< <<WRITE("a", INT(1), "volatile"), WRITE("x", INT(1), "volatile"), WRITE("z", INT(1), "plain")>>,
              <<READ("r1", "z", "plain"), WRITE("x", INT(2), "volatile"), READ("r2", "a", "volatile")>> >>,
           <<<<2, "r1">>, <<2, "r2">>>>, <<"x">>)

\* Only if both accesses of the second thread are plain or opaque.
ISA2 ==
  FromZero(<< <<WRITE("x", INT(1), "volatile"), WRITE("y", INT(1), "volatile")>>,
              <<READ("r1", "y", "opaque"), WRITE("z", INT(1), "opaque")>>,
              <<READ("r2", "z", "volatile"), READ("r3", "x", "volatile")>> >>,
           <<<<2, "r1">>, <<3, "r2">>, <<3, "r3">>>>, <<>>)

Init == Begin("two threads", TwoThreads) \/ Begin("ISA2", ISA2)

Spec == Init /\ [][Next]_vars
=============================================================================
