--------------------------- MODULE MCPassageOrder ---------------------------
(***************************************************************************)
(* The one known program in which the machine has less than the axioms     *)
(* allow in order.  Volatile accesses pass the global order of AccessModes *)
(* as they are made: those of the first thread before it writes z, which   *)
(* the second thread reads before it makes its own.  The axioms may have   *)
(* them pass the other way round, since z is plain and orders nothing.     *)
(***************************************************************************)
EXTENDS TwoModels

LatePassages ==
  FromZero(<< <<WRITE("a", INT(1), "volatile"), WRITE("x", INT(1), "volatile"), WRITE("z", INT(1), "plain")>>,
              <<READ("r1", "z", "plain"), WRITE("x", INT(2), "volatile"), READ("r2", "a", "volatile")>> >>,
           <<<<2, "r1">>, <<2, "r2">>>>, <<"x">>)

Init == Begin("order of passages", LatePassages)

Spec == Init /\ [][Next]_vars
=============================================================================
