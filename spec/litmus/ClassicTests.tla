---------------------------- MODULE ClassicTests ----------------------------
(***************************************************************************)
(* The classic litmus tests of Java's access modes: of each a program, an  *)
(* outcome, and whether the axioms of JavaAxioms allow it.                 *)
(*                                                                         *)
(* The verdicts were not taken from JavaAxioms or AccessModes.  They are   *)
(* those that the published model gives, as run by herd, with the choices  *)
(* that the header of JavaAxioms names where its forms differ.             *)
(***************************************************************************)
EXTENDS Programs

W(x, value, mode) == WRITE(x, INT(value), mode)
R(to, x, mode)    == READ(to, x, mode)
ADD(to, x, n, mode) == UPDATE(to, x, "add", INT(n), mode)
\* compareAndExchange
CAX(to, x, expected, value, mode) == COMPARE(to, x, INT(expected), INT(value), mode, FALSE, "witness")
FULL == FENCE("full")

Row(name, program, outcome, verdict) == [name |-> name, program |-> program, outcome |-> outcome, verdict |-> verdict]

A == "allowed"
F == "forbidden"

-----------------------------------------------------------------------------
(* Message passing                                                          *)

MP(a, b, c, d) ==
  FromZero(<< <<W("x", 1, a), W("y", 1, b)>>, <<R("r1", "y", c), R("r2", "x", d)>> >>,
           <<<<2, "r1">>, <<2, "r2">>>>, <<>>)

MessagePassing == <<
  Row("MP plain; release | acquire; plain", MP("plain", "release", "acquire", "plain"), <<1, 0>>, F),
  Row("MP plain; volatile | volatile; plain", MP("plain", "volatile", "volatile", "plain"), <<1, 0>>, F),
  Row("MP all opaque", MP("opaque", "opaque", "opaque", "opaque"), <<1, 0>>, A),
  Row("MP release; opaque | opaque; acquire", MP("release", "opaque", "opaque", "acquire"), <<1, 0>>, A),
  Row("MP plain; release | opaque; plain", MP("plain", "release", "opaque", "plain"), <<1, 0>>, A),
  \* The wrong order: volatile orders only the volatile.
  Row("MP volatile; plain | plain; volatile", MP("volatile", "plain", "plain", "volatile"), <<1, 0>>, A),
  Row("MP volatile; release | opaque; volatile", MP("volatile", "release", "opaque", "volatile"), <<1, 0>>, A),
  Row("MP volatile; volatile | opaque; volatile", MP("volatile", "volatile", "opaque", "volatile"), <<1, 0>>, A),
  Row("MP volatile; plain | volatile; volatile", MP("volatile", "plain", "volatile", "volatile"), <<1, 0>>, A),
  Row("MP volatile; release | acquire; volatile", MP("volatile", "release", "acquire", "volatile"), <<1, 0>>, F)>>

(* Store buffering                                                          *)

SB(a, b, c, d) ==
  FromZero(<< <<W("x", 1, a), R("r1", "y", b)>>, <<W("y", 1, c), R("r2", "x", d)>> >>,
           <<<<1, "r1">>, <<2, "r2">>>>, <<>>)

\* With something between the two accesses.
SBBetween(first, second) ==
  FromZero(<< <<W("x", 1, "plain")>> \o first \o <<R("r1", "y", "plain")>>,
              <<W("y", 1, "plain")>> \o second \o <<R("r2", "x", "plain")>> >>,
           <<<<1, "r1">>, <<2, "r2">>>>, <<>>)

SBUpdates(read) ==
  FromZero(<< <<ADD("u1", "x", 1, "volatile"), R("r1", "y", read)>>,
              <<ADD("u2", "y", 1, "volatile"), R("r2", "x", read)>> >>,
           <<<<1, "r1">>, <<2, "r2">>>>, <<>>)

StoreBuffering == <<
  Row("SB all volatile", SB("volatile", "volatile", "volatile", "volatile"), <<0, 0>>, F),
  Row("SB release; acquire", SB("release", "acquire", "release", "acquire"), <<0, 0>>, A),
  Row("SB volatile; acquire | volatile; volatile", SB("volatile", "acquire", "volatile", "volatile"), <<0, 0>>, A),
  Row("SB release; volatile | volatile; volatile", SB("release", "volatile", "volatile", "volatile"), <<0, 0>>, A),
  Row("SB full fences", SBBetween(<<FULL>>, <<FULL>>), <<0, 0>>, F),
  Row("SB one full fence", SBBetween(<<FULL>>, <<>>), <<0, 0>>, A),
  Row("SB volatile updates, opaque reads", SBUpdates("opaque"), <<0, 0>>, A),
  Row("SB volatile updates of one location between",
      SBBetween(<<ADD("u1", "z", 1, "volatile")>>, <<ADD("u2", "z", 1, "volatile")>>), <<0, 0>>, F),
  Row("SB volatile updates of two locations between",
      SBBetween(<<ADD("u1", "z", 1, "volatile")>>, <<ADD("u2", "w", 1, "volatile")>>), <<0, 0>>, A)>>

(* Load buffering                                                           *)

LB(a, b, c, d) ==
  FromZero(<< <<R("r1", "x", a), W("y", 1, b)>>, <<R("r2", "y", c), W("x", 1, d)>> >>,
           <<<<1, "r1">>, <<2, "r2">>>>, <<>>)

LoadBuffering == <<
  Row("LB all plain", LB("plain", "plain", "plain", "plain"), <<1, 1>>, A),
  Row("LB all opaque", LB("opaque", "opaque", "opaque", "opaque"), <<1, 1>>, F),
  Row("LB opaque; opaque | acquire; plain", LB("opaque", "opaque", "acquire", "plain"), <<1, 1>>, A),
  Row("LB acquire; plain", LB("acquire", "plain", "acquire", "plain"), <<1, 1>>, F),
  Row("LB plain; release", LB("plain", "release", "plain", "release"), <<1, 1>>, F)>>

-----------------------------------------------------------------------------
(* Coherence                                                                *)

TwoReads(w, a, b) ==
  FromZero(<< <<W("x", 1, w)>>, <<R("r1", "x", a), R("r2", "x", b)>> >>, <<<<2, "r1">>, <<2, "r2">>>>, <<>>)

TwoWritesTwoReads(v, w, a, b) ==
  FromZero(<< <<W("x", 1, v)>>, <<W("x", 2, w)>>, <<R("r1", "x", a), R("r2", "x", a)>>,
              <<R("r3", "x", b), R("r4", "x", b)>> >>,
           <<<<3, "r1">>, <<3, "r2">>, <<4, "r3">>, <<4, "r4">>>>, <<>>)

OwnFuture(a, b) == FromZero(<< <<R("r1", "x", a), W("x", 1, b)>> >>, <<<<1, "r1">>>>, <<>>)

Coherence == <<
  Row("CoRR plain | plain; plain", TwoReads("plain", "plain", "plain"), <<1, 0>>, A),
  Row("CoRR plain | opaque; opaque", TwoReads("plain", "opaque", "opaque"), <<1, 0>>, F),
  Row("CoRR volatile | plain; volatile", TwoReads("volatile", "plain", "volatile"), <<1, 0>>, A),
  Row("CoRR plain | acquire; plain", TwoReads("plain", "acquire", "plain"), <<1, 0>>, F),
  Row("CoRR opaque | opaque; plain", TwoReads("opaque", "opaque", "plain"), <<1, 0>>, A),
  Row("CoRR2 all plain", TwoWritesTwoReads("plain", "plain", "plain", "plain"), <<1, 2, 2, 1>>, A),
  Row("CoRR2 plain writes, opaque reads", TwoWritesTwoReads("plain", "plain", "opaque", "opaque"), <<1, 2, 2, 1>>, F),
  Row("CoRR2 opaque writes, plain reads", TwoWritesTwoReads("opaque", "opaque", "plain", "plain"), <<1, 2, 2, 1>>, A),
  Row("CoWW plain", FromZero(<< <<W("x", 1, "plain"), W("x", 2, "plain")>> >>, <<>>, <<"x">>), <<1>>, F),
  Row("CoRW1 plain; plain", OwnFuture("plain", "plain"), <<1>>, F),
  Row("CoRW1 plain; release", OwnFuture("plain", "release"), <<1>>, F),
  Row("CoRW1 opaque; opaque", OwnFuture("opaque", "opaque"), <<1>>, F),
  Row("CoRW2 plain",
      FromZero(<< <<W("x", 1, "plain")>>, <<R("r1", "x", "plain"), W("x", 2, "plain")>> >>, <<<<2, "r1">>>>, <<"x">>),
      <<1, 1>>, F),
  Row("CoWR plain",
      FromZero(<< <<W("x", 1, "plain"), R("r1", "x", "plain")>>, <<W("x", 2, "plain")>> >>, <<<<1, "r1">>>>, <<"x">>),
      <<2, 1>>, F)>>

-----------------------------------------------------------------------------
(* Causality over three threads and more                                    *)

WRC(a, b, c, d, e) ==
  FromZero(<< <<W("x", 1, a)>>, <<R("r1", "x", b), W("y", 1, c)>>, <<R("r2", "y", d), R("r3", "x", e)>> >>,
           <<<<2, "r1">>, <<3, "r2">>, <<3, "r3">>>>, <<>>)

ISA2(a, b, c, d, e, f) ==
  FromZero(<< <<W("x", 1, a), W("y", 1, b)>>, <<R("r1", "y", c), W("z", 1, d)>>, <<R("r2", "z", e), R("r3", "x", f)>> >>,
           <<<<2, "r1">>, <<3, "r2">>, <<3, "r3">>>>, <<>>)

Causality3 == <<
  Row("WRC plain | plain; release | acquire; plain", WRC("plain", "plain", "release", "acquire", "plain"), <<1, 1, 0>>, F),
  Row("WRC plain | acquire; opaque | acquire; plain", WRC("plain", "acquire", "opaque", "acquire", "plain"), <<1, 1, 0>>, F),
  Row("WRC plain | opaque; opaque | acquire; plain", WRC("plain", "opaque", "opaque", "acquire", "plain"), <<1, 1, 0>>, A),
  Row("WRC volatile | volatile; plain | plain; volatile",
      WRC("volatile", "volatile", "plain", "plain", "volatile"), <<1, 1, 0>>, A),
  Row("ISA2 plain; release | acquire; plain | acquire; plain",
      ISA2("plain", "release", "acquire", "plain", "acquire", "plain"), <<1, 1, 0>>, F),
  Row("ISA2 plain; release | plain; release | acquire; plain",
      ISA2("plain", "release", "plain", "release", "acquire", "plain"), <<1, 1, 0>>, F),
  Row("ISA2 plain; release | opaque; opaque | acquire; plain",
      ISA2("plain", "release", "opaque", "opaque", "acquire", "plain"), <<1, 1, 0>>, A),
  Row("ISA2 plain; volatile | volatile; volatile | opaque; plain",
      ISA2("plain", "volatile", "volatile", "volatile", "opaque", "plain"), <<1, 1, 0>>, A)>>

-----------------------------------------------------------------------------
(* Agreement of several observers and writers                               *)

IRIW(v, w, a, between, b) ==
  FromZero(<< <<W("x", 1, v)>>, <<W("y", 1, w)>>,
              <<R("r1", "x", a)>> \o between \o <<R("r2", "y", b)>>,
              <<R("r3", "y", a)>> \o between \o <<R("r4", "x", b)>> >>,
           <<<<3, "r1">>, <<3, "r2">>, <<4, "r3">>, <<4, "r4">>>>, <<>>)

RWC(a, b, c, d, e) ==
  FromZero(<< <<W("x", 1, a)>>, <<R("r1", "x", b), R("r2", "y", c)>>, <<W("y", 1, d), R("r3", "x", e)>> >>,
           <<<<2, "r1">>, <<2, "r2">>, <<3, "r3">>>>, <<>>)

WRWC(a, b, c, between, d, e, f) ==
  FromZero(<< <<W("x", 1, a), W("z", 1, b)>>, <<R("r1", "z", c)>> \o between \o <<R("r2", "y", d)>>,
              <<W("y", 1, e)>> \o between \o <<R("r3", "x", f)>> >>,
           <<<<2, "r1">>, <<2, "r2">>, <<3, "r3">>>>, <<>>)

Z63(a, b, c, d, e, f) ==
  FromZero(<< <<W("x", 1, a), W("y", 1, b)>>, <<W("y", 2, c), W("z", 1, d)>>, <<R("r1", "z", e), R("r2", "x", f)>> >>,
           <<<<3, "r1">>, <<3, "r2">>>>, <<"y">>)

WW(a, b, c, d) ==
  FromZero(<< <<W("x", 1, a), W("y", 2, b)>>, <<W("y", 1, c), W("x", 2, d)>> >>, <<>>, <<"x", "y">>)

WR(a, b, c, d) ==
  FromZero(<< <<W("x", 1, a), W("y", 1, b)>>, <<W("y", 2, c), R("r1", "x", d)>> >>, <<<<2, "r1">>>>, <<"y">>)

S(a, b, c, d) ==
  FromZero(<< <<W("x", 2, a), W("y", 1, b)>>, <<R("r1", "y", c), W("x", 1, d)>> >>, <<<<2, "r1">>>>, <<"x">>)

Agreement == <<
  Row("IRIW all volatile", IRIW("volatile", "volatile", "volatile", <<>>, "volatile"), <<1, 0, 1, 0>>, F),
  Row("IRIW volatile writes, acquire reads", IRIW("volatile", "volatile", "acquire", <<>>, "acquire"), <<1, 0, 1, 0>>, A),
  Row("IRIW plain writes, volatile reads", IRIW("plain", "plain", "volatile", <<>>, "volatile"), <<1, 0, 1, 0>>, F),
  Row("IRIW volatile writes, acquire; volatile", IRIW("volatile", "volatile", "acquire", <<>>, "volatile"), <<1, 0, 1, 0>>, A),
  Row("IRIW plain, full fences", IRIW("plain", "plain", "plain", <<FULL>>, "plain"), <<1, 0, 1, 0>>, F),
  Row("RWC all volatile", RWC("volatile", "volatile", "volatile", "volatile", "volatile"), <<1, 0, 0>>, F),
  Row("RWC plain | volatile; volatile | volatile; volatile",
      RWC("plain", "volatile", "volatile", "volatile", "volatile"), <<1, 0, 0>>, F),
  Row("RWC volatile | acquire; acquire | volatile; volatile",
      RWC("volatile", "acquire", "acquire", "volatile", "volatile"), <<1, 0, 0>>, A),
  Row("W+RWC all volatile",
      WRWC("volatile", "volatile", "volatile", <<>>, "volatile", "volatile", "volatile"), <<1, 0, 0>>, F),
  Row("W+RWC plain; release | volatile; volatile | volatile; volatile",
      WRWC("plain", "release", "volatile", <<>>, "volatile", "volatile", "volatile"), <<1, 0, 0>>, F),
  Row("W+RWC volatile; release | acquire; volatile | volatile; volatile",
      WRWC("volatile", "release", "acquire", <<>>, "volatile", "volatile", "volatile"), <<1, 0, 0>>, A),
  Row("W+RWC plain; release | acquire; full; plain | plain; full; plain",
      WRWC("plain", "release", "acquire", <<FULL>>, "plain", "plain", "plain"), <<1, 0, 0>>, F),
  Row("Z6.3 all volatile",
      Z63("volatile", "volatile", "volatile", "volatile", "volatile", "volatile"), <<1, 0, 2>>, F),
  Row("Z6.3 volatile; volatile | volatile; release | acquire; volatile",
      Z63("volatile", "volatile", "volatile", "release", "acquire", "volatile"), <<1, 0, 2>>, A),
  Row("Z6.3 release; release | release; release | acquire; acquire",
      Z63("release", "release", "release", "release", "acquire", "acquire"), <<1, 0, 2>>, A),
  \* Z6.U of Lahav and others, Repairing Sequential Consistency in C/C++11, 2017.
  Row("Z6.U",
      FromZero(<< <<W("x", 1, "volatile"), W("y", 1, "release")>>,
                  <<ADD("r1", "y", 1, "volatile"), R("r2", "y", "opaque")>>,
                  <<W("y", 3, "volatile"), R("r3", "x", "volatile")>> >>,
               <<<<2, "r1">>, <<2, "r2">>, <<3, "r3">>>>, <<>>),
      <<1, 3, 0>>, A),
  Row("2+2W all volatile", WW("volatile", "volatile", "volatile", "volatile"), <<1, 1>>, F),
  Row("2+2W all release", WW("release", "release", "release", "release"), <<1, 1>>, A),
  Row("2+2W volatile; release | volatile; volatile", WW("volatile", "release", "volatile", "volatile"), <<1, 1>>, A),
  Row("R all volatile", WR("volatile", "volatile", "volatile", "volatile"), <<0, 2>>, F),
  Row("R volatile; release | volatile; volatile", WR("volatile", "release", "volatile", "volatile"), <<0, 2>>, A),
  Row("R plain; volatile | volatile; volatile", WR("plain", "volatile", "volatile", "volatile"), <<0, 2>>, A),
  Row("S plain; release | acquire; plain", S("plain", "release", "acquire", "plain"), <<1, 2>>, F),
  Row("S plain; release | opaque; plain", S("plain", "release", "opaque", "plain"), <<1, 2>>, A),
  Row("S plain; release | plain; release", S("plain", "release", "plain", "release"), <<1, 2>>, F),
  Row("S volatile; volatile | opaque; opaque", S("volatile", "volatile", "opaque", "opaque"), <<1, 2>>, A)>>

-----------------------------------------------------------------------------
(* Read-modify-writes                                                       *)

Sequence(mode) ==
  FromZero(<< <<W("x", 1, "plain"), W("y", 1, "release")>>, <<ADD("r0", "y", 1, mode)>>,
              <<R("r1", "y", "acquire"), R("r2", "x", "plain")>> >>,
           <<<<2, "r0">>, <<3, "r1">>, <<3, "r2">>>>, <<>>)

TwoUpdates(mode) ==
  FromZero(<< <<ADD("r1", "x", 1, mode)>>, <<ADD("r2", "x", 1, mode)>> >>, <<<<1, "r1">>, <<2, "r2">>>>, <<>>)

WWUpdates(write) ==
  FromZero(<< <<W("x", 1, write), ADD("r1", "y", 2, "volatile")>>, <<W("y", 1, write), ADD("r2", "x", 2, "volatile")>> >>,
           <<<<1, "r1">>, <<2, "r2">>>>, <<"x", "y">>)

FencedWrite(y, x, r3, dummy, fence) ==
  FromZero(<< <<W("y", 1, y)>> \o fence \o <<R("d", "d", dummy)>>,
              <<R("r1", "y", IF fence = <<>> THEN "volatile" ELSE "acquire"),
                ADD("r2", "x", 1, IF fence = <<>> THEN "volatile" ELSE "acquire")>>,
              <<W("x", 2, x)>> \o fence \o <<R("r3", "y", r3)>> >>,
           <<<<2, "r1">>, <<2, "r2">>, <<3, "r3">>>>, <<"x">>)

FailedMP(mode) ==
  FromZero(<< <<W("x", 1, "plain"), W("y", 1, "release")>>, <<CAX("r1", "y", 7, 8, mode), R("r2", "x", "plain")>> >>,
           <<<<2, "r1">>, <<2, "r2">>>>, <<>>)

FailedSB(mode) ==
  FromZero(<< <<W("x", 1, "volatile"), CAX("r1", "y", 7, 8, mode)>>, <<W("y", 1, "volatile"), CAX("r2", "x", 7, 8, mode)>> >>,
           <<<<1, "r1">>, <<2, "r2">>>>, <<>>)

FailsOnOld(y) ==
  FromZero(<< <<W("x", 1, "volatile"), W("y", 1, y)>>, <<R("r1", "y", y), CAX("r2", "x", 1, 2, "release")>> >>,
           <<<<2, "r1">>, <<2, "r2">>>>, <<>>)

Updates == <<
  Row("Release sequence, volatile update", Sequence("volatile"), <<1, 2, 0>>, F),
  Row("Release sequence, acquire update", Sequence("acquire"), <<1, 2, 0>>, F),
  Row("Release sequence, release update", Sequence("release"), <<1, 2, 0>>, F),
  Row("Release sequence, opaque write of the same thread",
      FromZero(<< <<W("x", 1, "plain"), W("y", 1, "release"), W("y", 2, "opaque")>>,
                  <<R("r1", "y", "acquire"), R("r2", "x", "plain")>> >>,
               <<<<2, "r1">>, <<2, "r2">>>>, <<>>),
      <<2, 0>>, A),
  Row("Atomicity, volatile", TwoUpdates("volatile"), <<0, 0>>, F),
  Row("Atomicity, acquire", TwoUpdates("acquire"), <<0, 0>>, F),
  Row("Atomicity, update against a write",
      FromZero(<< <<ADD("u", "x", 2, "volatile")>>, <<W("x", 1, "opaque"), R("r0", "x", "opaque")>> >>,
               <<<<1, "u">>, <<2, "r0">>>>, <<"x">>),
      <<0, 1, 2>>, F),
  Row("2+2W plain; volatile update", WWUpdates("plain"), <<0, 0, 1, 1>>, A),
  Row("2+2W volatile; volatile update", WWUpdates("volatile"), <<0, 0, 1, 1>>, F),
  Row("Update before a fenced write", FencedWrite("opaque", "plain", "plain", "plain", <<FULL>>), <<1, 0, 0, 2>>, A),
  Row("Update before a volatile write", FencedWrite("volatile", "volatile", "volatile", "volatile", <<>>), <<1, 0, 0, 2>>, F),
  Row("MP by a failed volatile CAS", FailedMP("volatile"), <<1, 0>>, F),
  Row("MP by a failed acquire CAS", FailedMP("acquire"), <<1, 0>>, F),
  Row("MP by a failed release CAS", FailedMP("release"), <<1, 0>>, A),
  Row("SB by failed volatile CAS", FailedSB("volatile"), <<0, 0>>, F),
  Row("SB by failed release CAS", FailedSB("release"), <<0, 0>>, A),
  Row("CAS fails on an old value, volatile flag", FailsOnOld("volatile"), <<1, 0>>, F),
  Row("CAS fails on an old value, opaque flag", FailsOnOld("opaque"), <<1, 0>>, A)>>

-----------------------------------------------------------------------------
(* Fences, and publication by a data race                                   *)

FencedMP(first, y, c, second) ==
  FromZero(<< <<W("x", 1, "plain")>> \o first \o <<W("y", 1, y)>>, <<R("r1", "y", c)>> \o second \o <<R("r2", "x", "plain")>> >>,
           <<<<2, "r1">>, <<2, "r2">>>>, <<>>)

LaterFence(y) ==
  FromZero(<< <<W("x", 1, "plain"), W("y", 1, y), FULL, R("r0", "z", "plain")>>,
              <<R("r1", "y", "plain"), FULL, R("r2", "x", "plain")>> >>,
           <<<<2, "r1">>, <<2, "r2">>>>, <<>>)

Publication(x, write, read) ==
  FromZero(<< <<W("x", 1, x), FENCE("release"), W("h", 1, write)>>, <<R("r1", "h", read), R("r2", "x", x)>> >>,
           <<<<2, "r1">>, <<2, "r2">>>>, <<>>)

Fences == <<
  Row("MP release and acquire fence",
      FencedMP(<<FENCE("release")>>, "plain", "plain", <<FENCE("acquire")>>), <<1, 0>>, F),
  Row("MP release fence only", FencedMP(<<FENCE("release")>>, "plain", "plain", <<>>), <<1, 0>>, A),
  Row("MP acquire fence only", FencedMP(<<>>, "plain", "plain", <<FENCE("acquire")>>), <<1, 0>>, A),
  Row("MP release fence, acquire read", FencedMP(<<FENCE("release")>>, "plain", "acquire", <<>>), <<1, 0>>, F),
  Row("MP full fence of the reader, later one of the writer", LaterFence("plain"), <<1, 0>>, A),
  Row("MP the same, release write", LaterFence("release"), <<1, 0>>, F),
  Row("Publication by a race, plain", Publication("plain", "plain", "plain"), <<1, 0>>, A),
  Row("Publication by a race, volatile field", Publication("volatile", "plain", "plain"), <<1, 0>>, A),
  Row("Publication by a race, opaque reference", Publication("plain", "opaque", "opaque"), <<1, 0>>, A),
  Row("Publication by a race, acquire read", Publication("plain", "plain", "acquire"), <<1, 0>>, F),
  Row("Volatile is no fence",
      FromZero(<< <<W("x", 1, "plain"), W("b", 1, "volatile"), W("y", 1, "plain")>>,
                  <<R("r1", "y", "plain"), R("r2", "b", "volatile"), R("r3", "x", "plain")>> >>,
               <<<<2, "r1">>, <<2, "r2">>, <<2, "r3">>>>, <<>>),
      <<1, 0, 0>>, A),
  \* JDK-8262877
  Row("ra-non-global.4",
      FromZero(<< <<W("x", 2, "volatile"), R("r1", "y", "volatile")>>, <<W("y", 1, "volatile")>>,
                  <<R("r2", "y", "volatile"), W("x", 1, "volatile")>>,
                  <<R("r3", "x", "volatile"), R("r4", "x", "volatile")>> >>,
               <<<<1, "r1">>, <<3, "r2">>, <<4, "r3">>, <<4, "r4">>>>, <<>>),
      <<0, 1, 1, 2>>, F)>>

Rows ==
  MessagePassing \o StoreBuffering \o LoadBuffering \o Coherence \o Causality3 \o Agreement \o Updates \o Fences
=============================================================================
