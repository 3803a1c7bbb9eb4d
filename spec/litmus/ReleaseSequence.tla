-------------------------- MODULE ReleaseSequence --------------------------
(***************************************************************************)
(* Message passing, but the flag is written again before it is read.  A    *)
(* reader who sees the second flag need not see x, even though the release *)
(* write came before it.  So never follow a release write by an opaque     *)
(* write to the same field.                                                *)
(*                                                                         *)
(* Not so where another thread's read-modify-write has taken the flag from *)
(* 1 to 2: it is one event, which has read from the release write, and     *)
(* whoever reads from it reads from both, in whatever mode it was.         *)
(***************************************************************************)
EXTENDS LitmusNotation

BySameThread(again) ==
  << << W("x", 1, "plain"), W("y", 1, "release"), W("y", 2, again) >>,
     << R("y", "acquire"), R("x", "plain") >> >>

ByUpdate(swap) ==
  << << W("x", 1, "plain"), W("y", 1, "release") >>,
     << CAS("y", 1, 2, swap) >>,
     << R("y", "acquire"), R("x", "plain") >> >>

\* The flag 0: any x.  The flag 1: x is 1.  The flag 2: as said.
Seen(withFlagTwo) == {<<0, 0>>, <<0, 1>>, <<1, 1>>} \union ({2} \X withFlagTwo)

\* The compareAndSet finds 0 and fails, and then there is no flag 2; or it finds 1.
AfterUpdate(withFlagTwo) ==
  {<<0, 0, 0>>, <<0, 0, 1>>, <<0, 1, 1>>}
    \union {<<1, s[1], s[2]>> : s \in Seen(withFlagTwo)}

Tests ==
  "release, then plain"           :> Test(BySameThread("plain"), Seen({0, 1})) @@
  "release, then opaque"          :> Test(BySameThread("opaque"), Seen({0, 1})) @@
  "release, then release"         :> Test(BySameThread("release"), Seen({1})) @@
  "release, then volatile"        :> Test(BySameThread("volatile"), Seen({1})) @@
  "release, then acquire update"  :> Test(ByUpdate("acquire"), AfterUpdate({1})) @@
  "release, then release update"  :> Test(ByUpdate("release"), AfterUpdate({1})) @@
  "release, then volatile update" :> Test(ByUpdate("volatile"), AfterUpdate({1}))
=============================================================================
