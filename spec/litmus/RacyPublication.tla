-------------------------- MODULE RacyPublication --------------------------
(***************************************************************************)
(* Publication by a data race: a thread makes an object, x being its       *)
(* field, and writes the reference y; with a release fence at the end of   *)
(* the constructor, or without.  Another thread reads the reference, in    *)
(* some mode, and then the field.  Is the field as the constructor left    *)
(* it?  With the fence, if the reader reads in acquire or volatile mode.   *)
(* Without, in no mode, since the reference is written in plain mode.      *)
(*                                                                         *)
(* The axioms promise nothing to a plain or opaque reader of the           *)
(* reference.  Java promises more than they do: a final field is visible   *)
(* even to a plain reader (JLS 17.5), and processors that matter do not    *)
(* read through a reference before they have it.  Neither final fields nor *)
(* dependencies are in the model.                                          *)
(***************************************************************************)
EXTENDS LitmusNotation

Program(fence, field, read) ==
  << << W("x", 1, field) >> \o fence \o << W("y", 1, "plain") >>,
     << R("y", read), R("x", field) >> >>

Fenced   == << FENCE("release") >>
Unfenced == << >>

Ordered == Pairs \ {<<1, 0>>}

Tests ==
  "publication without fence, acquire read"  :> Test(Program(Unfenced, "plain", "acquire"), Pairs) @@
  "publication without fence, volatile read" :> Test(Program(Unfenced, "plain", "volatile"), Pairs) @@
  "publication, plain read"                  :> Test(Program(Fenced, "plain", "plain"), Pairs) @@
  "publication, opaque read"                 :> Test(Program(Fenced, "plain", "opaque"), Pairs) @@
  "publication, acquire read"                :> Test(Program(Fenced, "plain", "acquire"), Ordered) @@
  "publication, volatile read"               :> Test(Program(Fenced, "plain", "volatile"), Ordered) @@
  "publication of a volatile field"          :> Test(Program(Fenced, "volatile", "plain"), Pairs)
=============================================================================
