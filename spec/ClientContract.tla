--------------------------- MODULE ClientContract ---------------------------
(***************************************************************************)
(* What outcomes programs should have that use AtomicValues.               *)
(*                                                                         *)
(* It is worked out from the contract: each operation is one indivisible   *)
(* step, the steps happen in every order that the threads' programs allow, *)
(* and each field is as last written.                                      *)
(***************************************************************************)
EXTENDS Naturals, Sequences

CONSTANTS
  Tests,     \* a function from names to tests (see AtomicValueNotation)
  TypeOf(_)  \* the class of a value

Null == "null"

Last(s) == s[Len(s)]

RECURSIVE AllOf(_, _)
AllOf(f, n) == IF n = 0 THEN <<>> ELSE AllOf(f, n - 1) \o f[n]

\* How the test reports results, given what each AtomicValue holds in the end.
Report(t, r, holds) ==
  LET finally == Tests[t].finally
      all     == AllOf(r, Len(Tests[t].program)) \o [i \in 1 .. Len(finally) |-> holds[finally[i]]]
  IN  [i \in 1 .. Len(all) |-> IF all[i] = Null THEN Tests[t].empty ELSE all[i]]

(* What the contract does with instruction i: the new contents of the      *)
(* AtomicValues, and what is returned if anything.                         *)

Effect(holds, i) ==
  LET now     == holds[i.of]
      same(r) == [holds |-> holds, returns |-> r]
      set(r)  == [holds |-> [holds EXCEPT ![i.of] = i.value], returns |-> r]
  IN  CASE i.do = "load" -> same(<<now>>)
        [] i.do # "load" /\ now # Null /\ TypeOf(now) # TypeOf(i.value) -> same(<<"refused">>)
        [] i.do = "store"    -> set(<<>>)
        [] i.do = "tryStore" -> set(<<"stored">>)
        [] i.do = "swap"     -> set(<<now>>)
        [] i.do = "compareAndSwap" -> IF now = i.expected THEN set(<<"true">>) ELSE same(<<"false">>)

RECURSIVE OutcomesFrom(_, _, _, _, _)
OutcomesFrom(t, holds, fields, position, r) ==
  LET threads == Tests[t].program
      waiting == {u \in 1 .. Len(threads) : position[u] <= Len(threads[u])}
      after(u) ==
        LET i    == threads[u][position[u]]
            next == [position EXCEPT ![u] = @ + 1]
            last == Last(r[u])
        IN  CASE i.do = "writeField" ->
                   OutcomesFrom(t, holds, [fields EXCEPT ![i.of] = i.value], next, r)
              [] i.do = "readField" ->
                   OutcomesFrom(t, holds, fields, next,
                     IF last \in DOMAIN fields THEN [r EXCEPT ![u][Len(r[u])] = fields[last]] ELSE r)
              [] OTHER ->
                   LET e == Effect(holds, i)
                   IN  OutcomesFrom(t, e.holds, fields, next, [r EXCEPT ![u] = @ \o e.returns])
  IN  IF waiting = {} THEN {Report(t, r, holds)} ELSE UNION {after(u) : u \in waiting}

\* Of each test, the outcomes of its sequentially consistent executions.
ContractOutcomes ==
  [t \in DOMAIN Tests |->
     OutcomesFrom(t, Tests[t].holds, Tests[t].fields,
                  [u \in 1 .. Len(Tests[t].program) |-> 1],
                  [u \in 1 .. Len(Tests[t].program) |-> <<>>])]
=============================================================================
