--------------------------- MODULE ClientPrograms ---------------------------
(***************************************************************************)
(* Litmus tests of AtomicValues as programs in the form of Programs, so    *)
(* that the axioms of JavaAxioms can judge them, and not the machine of    *)
(* AccessModes alone.                                                      *)
(*                                                                         *)
(* Modelled.  Each operation is expanded into the accesses that            *)
(* AtomicValueModes and WaitFreeAtomicValueModes make, under the same      *)
(* names, in the modes given.  Values are integers there: a word of a test *)
(* is its number in Words.  What an operation returns goes into a register *)
(* of its own; reading the field of an object goes into the register of    *)
(* the operation that returned the object.                                 *)
(*                                                                         *)
(* Left out.  Waiting: a thread that finds the type word claimed, or fails *)
(* to claim it, looks at it again at most `Waiting' times.  Then it says   *)
(* in its register "waits" that it still would, and ends; such an          *)
(* execution is nobody's outcome.  Not one look is needed: what it has     *)
(* found in vain are reads, which decide nothing.  Leave them out of an    *)
(* execution that the axioms allow, and what is left is one that they      *)
(* allow, with the same outcome: fewer events are ordered, fewer are       *)
(* visible, and every axiom asks for less.                                 *)
(*                                                                         *)
(* That a test is translated well is checked by having the machine run the *)
(* translation: it must have the outcomes that the algorithm's own module  *)
(* has.                                                                    *)
(***************************************************************************)
EXTENDS Programs, ClientContract

CONSTANT
  Waiting   \* how often a thread looks again that has to wait

Claimed == "claimed"

Type(o)  == o \o ".type"
Data(o)  == o \o ".data"
Field(v) == v \o ".field"

-----------------------------------------------------------------------------
(* The words of a test, and their numbers                                   *)

Instructions(t) ==
  LET threads == Tests[t].program
  IN  UNION {{threads[u][i] : i \in 1 .. Len(threads[u])} : u \in 1 .. Len(threads)}

Writing(t) == {c \in Instructions(t) : c.do \in {"store", "tryStore", "swap", "compareAndSwap"}}

\* The values that an AtomicValue may hold.
ValuesOf(t, o) == ({Tests[t].holds[o]} \union {c.value : c \in {c \in Writing(t) : c.of = o}}) \ {Null}

\* Those whose class is not that of v.
OthersThan(t, o, v) == {w \in ValuesOf(t, o) : TypeOf(w) # TypeOf(v)}

\* A store returns nothing, not even that it was refused.
ASSUME \A t \in DOMAIN Tests : \A c \in Writing(t) : c.do = "store" => OthersThan(t, c.of, c.value) = {}

WordsOf(t) ==
  LET held   == UNION {ValuesOf(t, o) : o \in DOMAIN Tests[t].holds}
      fields == Tests[t].fields
  IN  held \union {TypeOf(v) : v \in held}
        \union {fields[v] : v \in DOMAIN fields}
        \union {c.value : c \in {c \in Instructions(t) : c.do = "writeField"}}

RECURSIVE InSomeOrder(_)
InSomeOrder(S) == IF S = {} THEN <<>> ELSE LET x == CHOOSE x \in S : TRUE IN <<x>> \o InSomeOrder(S \ {x})

Words ==
  InSomeOrder({Null, Claimed, "stored", "refused", "true", "false", "torn"}
                \union UNION {WordsOf(t) : t \in DOMAIN Tests})

\* From 1; a register that holds 0 has been given nothing.
Number(word) == CHOOSE i \in 1 .. Len(Words) : Words[i] = word

-----------------------------------------------------------------------------
(* Instructions                                                             *)

WORD(word)   == INT(Number(word))
PUT(r, word) == ASSIGN(r, WORD(word))
IS(r, word)  == OP("=", REG(r), WORD(word))

RECURSIVE ISONEOF(_, _)
ISONEOF(r, words) ==
  IF words = {} THEN INT(0)
  ELSE LET word == CHOOSE word \in words : TRUE
       IN  OP("or", IS(r, word), ISONEOF(r, words \ {word}))

\* Puts into a register what operation c returns that has written, where there was the value `previous' before.
Returned(c, r, previous) ==
  CASE c.do = "store"          -> <<>>
    [] c.do = "tryStore"       -> <<PUT(r, "stored")>>
    [] c.do = "swap"           -> <<PUT(r, previous)>>
    [] c.do = "compareAndSwap" -> <<PUT(r, "true")>>

\* Puts the field of the object in the register into the register, if it is one of these objects.
RECURSIVE FieldOfOneOf(_, _)
FieldOfOneOf(objects, r) ==
  IF objects = {} THEN <<>>
  ELSE LET v == CHOOSE v \in objects : TRUE
       IN  <<BRANCH(IS(r, v), <<READ(r, Field(v), "plain")>>, FieldOfOneOf(objects \ {v}, r))>>

-----------------------------------------------------------------------------
(* AtomicValue: operation c of test t, with the modes m, returns into r     *)

\* What an operation returns that has found a type.
Torn(t, r) == IF Tests[t].declared THEN <<>> ELSE <<BRANCH(IS(r, Null), <<PUT(r, "torn")>>, <<>>)>>

LoadOfAtomicValue(m, t, c, r) ==
  << READ("type", Type(c.of), m.LoadType),
     BRANCH(ISONEOF("type", {Null, Claimed}),
       <<PUT(r, Null)>>,
       <<READ(r, Data(c.of), m.LoadData)>> \o Torn(t, r)) >>

\* The class is settled.
LaterWriteOfAtomicValue(m, t, c, r) ==
  CASE c.do \in {"store", "tryStore"} ->
         <<WRITE(Data(c.of), WORD(c.value), m.OverwriteData)>> \o Returned(c, r, Null)
    [] c.do = "swap" ->
         <<UPDATE(r, Data(c.of), "set", WORD(c.value), m.SwapData)>> \o Torn(t, r)
    [] c.do = "compareAndSwap" ->
         << COMPARE("found", Data(c.of), WORD(c.expected), WORD(c.value), m.CompareAndSwapData, FALSE, "witness"),
            BRANCH(IS("found", c.expected), <<PUT(r, "true")>>, <<PUT(r, "false")>>) >>

\* A store, swap or compareAndSwap that may still look again so many times.
RECURSIVE WriteOfAtomicValue(_, _, _, _, _)
WriteOfAtomicValue(m, t, c, r, looks) ==
  LET again == IF looks = 0 THEN <<ASSIGN("waits", INT(1))>> ELSE WriteOfAtomicValue(m, t, c, r, looks - 1)
      first == << COMPARE("found", Type(c.of), WORD(Null), WORD(Claimed), m.ClaimType, FALSE, "witness"),
                  BRANCH(IS("found", Null),
                    << WRITE(Data(c.of), WORD(c.value), m.StoreFirstData),
                       WRITE(Type(c.of), WORD(TypeOf(c.value)), m.PublishType) >> \o Returned(c, r, Null),
                    again) >>
  IN  << READ("type", Type(c.of), m.ReadType),
         BRANCH(IS("type", Null),
           IF c.expected # Null THEN <<PUT(r, "false")>> ELSE first,
           <<BRANCH(IS("type", Claimed),
               again,
               <<BRANCH(IS("type", TypeOf(c.value)),
                   LaterWriteOfAtomicValue(m, t, c, r),
                   <<PUT(r, "refused")>>)>>)>>) >>

OperationOfAtomicValue(m, t, c, r) ==
  IF c.do = "load" THEN LoadOfAtomicValue(m, t, c, r) ELSE WriteOfAtomicValue(m, t, c, r, Waiting)

-----------------------------------------------------------------------------
(* WaitFreeAtomicValue                                                      *)

LaterWriteOfWaitFreeAtomicValue(m, c, r) ==
  IF c.do = "swap"
  THEN <<UPDATE(r, Data(c.of), "set", WORD(c.value), m.SwapData)>>
  ELSE <<WRITE(Data(c.of), WORD(c.value), m.OverwriteData)>> \o Returned(c, r, Null)

WriteOfWaitFreeAtomicValue(m, t, c, r) ==
  LET type  == WORD(TypeOf(c.value))
      later == LaterWriteOfWaitFreeAtomicValue(m, c, r)
      first == << COMPARE("found", Data(c.of), WORD(Null), WORD(c.value), m.InstallFirst, FALSE, "witness"),
                  BRANCH(IS("found", Null),
                    <<WRITE(Type(c.of), type, m.CacheType)>> \o Returned(c, r, Null),
                    <<BRANCH(ISONEOF("found", OthersThan(t, c.of, c.value)),
                        <<PUT(r, "refused")>>,
                        <<WRITE(Type(c.of), type, m.HelpCacheType)>> \o later)>>) >>
  IN  << READ("type", Type(c.of), m.ReadType),
         BRANCH(IS("type", TypeOf(c.value)), later, first) >>

CompareAndSwapOfWaitFreeAtomicValue(m, t, c, r) ==
  << COMPARE("found", Data(c.of), WORD(c.expected), WORD(c.value), m.CompareAndSwapData, FALSE, "witness"),
     BRANCH(IS("found", c.expected),
       <<PUT(r, "true")>>,
       <<BRANCH(ISONEOF("found", OthersThan(t, c.of, c.value)), <<PUT(r, "refused")>>, <<PUT(r, "false")>>)>>) >>

OperationOfWaitFreeAtomicValue(m, t, c, r) ==
  CASE c.do = "load"           -> <<READ(r, Data(c.of), m.LoadData)>>
    [] c.do = "compareAndSwap" -> CompareAndSwapOfWaitFreeAtomicValue(m, t, c, r)
    [] OTHER                   -> WriteOfWaitFreeAtomicValue(m, t, c, r)

-----------------------------------------------------------------------------
(* Programs                                                                 *)

Returns(c) == c.do \in {"load", "tryStore", "swap", "compareAndSwap"}

RECURSIVE ResultsUpTo(_, _)
ResultsUpTo(thread, i) == IF i = 0 THEN 0 ELSE ResultsUpTo(thread, i - 1) + (IF Returns(thread[i]) THEN 1 ELSE 0)

Result(n) == "result" \o ToString(n)

\* Instruction c, after which there are n results.
Expanded(algorithm, m, t, c, n) ==
  LET r == IF Returns(c) THEN Result(n) ELSE "nothing"
  IN  CASE c.do = "writeField" -> <<WRITE(Field(c.of), WORD(c.value), "plain")>>
        [] c.do = "readField"  -> FieldOfOneOf(DOMAIN Tests[t].fields, Result(n))
        [] OTHER ->
             CASE algorithm = "AtomicValue"         -> OperationOfAtomicValue(m, t, c, r)
               [] algorithm = "WaitFreeAtomicValue" -> OperationOfWaitFreeAtomicValue(m, t, c, r)

\* A thread from its instruction i on, unless it waits.
RECURSIVE From(_, _, _, _, _)
From(algorithm, m, t, thread, i) ==
  IF i > Len(thread) THEN <<>>
  ELSE <<BRANCH(OP("=", REG("waits"), INT(0)),
           Expanded(algorithm, m, t, thread[i], ResultsUpTo(thread, i)) \o From(algorithm, m, t, thread, i + 1),
           <<>>)>>

\* What locations hold in the beginning.  An AtomicValue that is not empty has a type, and one with a declared type
\* has it even if it is empty.
Initially(t) ==
  LET holds   == Tests[t].holds
      fields  == Tests[t].fields
      type(o) == IF holds[o] # Null THEN TypeOf(holds[o])
                 ELSE IF Tests[t].declared THEN TypeOf((CHOOSE c \in Writing(t) : c.of = o).value)
                 ELSE Null
      types   == [x \in {Type(o) : o \in DOMAIN holds} |-> type(CHOOSE o \in DOMAIN holds : x = Type(o))]
      data    == [x \in {Data(o) : o \in DOMAIN holds} |-> holds[CHOOSE o \in DOMAIN holds : x = Data(o)]]
      of      == [x \in {Field(v) : v \in DOMAIN fields} |-> fields[CHOOSE v \in DOMAIN fields : x = Field(v)]]
  IN  types @@ data @@ of

\* Registers of a thread.
ResultsOf(thread, u) == [n \in 1 .. ResultsUpTo(thread, Len(thread)) |-> <<u, Result(n)>>]

RECURSIVE AllResults(_, _)
AllResults(threads, u) == IF u = 0 THEN <<>> ELSE AllResults(threads, u - 1) \o ResultsOf(threads[u], u)

\* Test t by an algorithm with modes m.  Its outcome: of each thread whether it waits, then as the test reports it.
AsProgram(algorithm, m, t) ==
  LET threads   == Tests[t].program
      finally   == [i \in 1 .. Len(Tests[t].finally) |-> Data(Tests[t].finally[i])]
      code      == [u \in 1 .. Len(threads) |->
                      <<ASSIGN("waits", INT(0))>> \o From(algorithm, m, t, threads[u], 1)]
      accessed  == UNION {LocationsIn(code[u]) : u \in 1 .. Len(code)}
                     \union {finally[i] : i \in 1 .. Len(finally)}
      initially == Initially(t)
  IN  Program(code,
              [x \in accessed |-> Number(initially[x])],
              [u \in 1 .. Len(threads) |-> <<u, "waits">>] \o AllResults(threads, Len(threads)),
              finally)

\* What an outcome of that program says.
Waits(t, outcome) == \E u \in 1 .. Len(Tests[t].program) : outcome[u] # 0

Reported(t, outcome) ==
  LET threads == Len(Tests[t].program)
  IN  [i \in 1 .. Len(outcome) - threads |->
         LET word == Words[outcome[threads + i]]
         IN  IF word = Null THEN Tests[t].empty ELSE word]
=============================================================================
