------------------------------- MODULE Fences -------------------------------
(***************************************************************************)
(* Message passing and store buffering with plain accesses, and fences     *)
(* between them.  A release fence makes the writes after it carry what     *)
(* came before it; an acquire fence makes what was read before it known to *)
(* all that comes after.  Both are needed, or a mode in the place of one.  *)
(* Store buffering takes a full fence in each thread.                      *)
(***************************************************************************)
EXTENDS LitmusNotation

MP(writer, write, read, reader) ==
  << << W("x", 1, "plain") >> \o writer \o << W("y", 1, write) >>,
     << R("y", read) >> \o reader \o << R("x", "plain") >> >>

SB(first, second) ==
  << << W("x", 1, "plain") >> \o first \o << R("y", "plain") >>,
     << W("y", 1, "plain") >> \o second \o << R("x", "plain") >> >>

Acquire == << FENCE("acquire") >>
Release == << FENCE("release") >>
Full    == << FENCE("full") >>
None    == << >>

Ordered == Pairs \ {<<1, 0>>}

Tests ==
  "MP release fence"                :> Test(MP(Release, "plain", "plain", None), Pairs) @@
  "MP acquire fence"                :> Test(MP(None, "plain", "plain", Acquire), Pairs) @@
  "MP release and acquire fence"    :> Test(MP(Release, "plain", "plain", Acquire), Ordered) @@
  "MP release fence, acquire read"  :> Test(MP(Release, "plain", "acquire", None), Ordered) @@
  "MP release write, acquire fence" :> Test(MP(None, "release", "plain", Acquire), Ordered) @@
  "SB one full fence"               :> Test(SB(Full, None), Pairs) @@
  "SB release and acquire fences"   :> Test(SB(Release \o Acquire, Release \o Acquire), Pairs) @@
  "SB full fences"                  :> Test(SB(Full, Full), Pairs \ {<<0, 0>>})
=============================================================================
