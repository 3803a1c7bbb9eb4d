----------------------------- MODULE Coherence -----------------------------
(***************************************************************************)
(* One thread reads a location twice while another writes it.  Can the     *)
(* second read be older than the first?  With plain reads, yes: a compiler *)
(* may have kept an old value for the second.  From opaque on, no.         *)
(*                                                                         *)
(* With two writers, two readers agree on the order of the writes.         *)
(***************************************************************************)
EXTENDS LitmusNotation

ReadRead(write, read) == << << W("x", 1, write) >>, << R("x", read), R("x", read) >> >>

\* A thread knows its own write.
WriteRead(mode) == << << W("x", 1, mode), R("x", mode) >> >>

\* What it writes comes after what it has read, in every mode.
ReadWrite(mode) ==
  TestOfFinalValues(<< << W("x", 1, mode) >>, << R("x", mode), W("x", 2, mode) >> >>, <<"x">>,
    {<<0, 1>>, <<0, 2>>, <<1, 2>>})

TwoWriters(mode) ==
  << << W("x", 1, mode) >>, << W("x", 2, mode) >>,
     << R("x", mode), R("x", mode) >>, << R("x", mode), R("x", mode) >> >>

\* Neither reader goes backwards, nor do they see the writes in opposite orders.
Agreed ==
  {o \in (0 .. 2) \X (0 .. 2) \X (0 .. 2) \X (0 .. 2) :
     \E order \in {<<0, 1, 2>>, <<0, 2, 1>>} :
       LET age == [v \in 0 .. 2 |-> CHOOSE i \in 1 .. 3 : order[i] = v]
       IN  age[o[1]] <= age[o[2]] /\ age[o[3]] <= age[o[4]]}

Ordered == Pairs \ {<<1, 0>>}

Tests ==
  "CoRR plain"            :> Test(ReadRead("plain", "plain"), Pairs) @@
  "CoRR opaque"           :> Test(ReadRead("opaque", "opaque"), Ordered) @@
  "CoRR opaque, plain"    :> Test(<< << W("x", 1, "opaque") >>, << R("x", "opaque"), R("x", "plain") >> >>, Pairs) @@
  "CoRR opaque, acquire"  :> Test(ReadRead("opaque", "acquire"), Ordered) @@
  "CoRR release, acquire" :> Test(ReadRead("release", "acquire"), Ordered) @@
  "CoRR volatile"         :> Test(ReadRead("volatile", "volatile"), Ordered) @@
  "a thread reads its future" :> Test(<< << R("x", "plain"), W("x", 1, "plain") >> >>, {<<0>>}) @@
  "CoWR plain"            :> Test(WriteRead("plain"), {<<1>>}) @@
  "CoRW plain"            :> ReadWrite("plain") @@
  "CoRW opaque"           :> ReadWrite("opaque") @@
  "CoRW volatile"         :> ReadWrite("volatile") @@
  "two writers, opaque"   :> Test(TwoWriters("opaque"), Agreed) @@
  "two writers, volatile" :> Test(TwoWriters("volatile"), Agreed)
=============================================================================
