----------------------------- MODULE Witnesses ------------------------------
(* For docs/explorer/modes.html: of each program of the gallery and each   *)
(* of its outcomes one execution.  NothingNew is false exactly when an     *)
(* outcome is reached for the first time, so that TLC, told to continue,   *)
(* gives one counter-example to it for each outcome.                       *)
EXTENDS MCLitmus

CONSTANT Gallery  \* the names of the programs

VARIABLES
  next,    \* of each thread: its next access
  open,    \* of each thread: the positions at which this may read or write
  outcome  \* in the end, the outcome

NextAccess(t) == IF Ended(t) THEN [do |-> "nothing"] ELSE Program[t][pc[t]]

\* A compareAndSet of the gallery always fails, and is then only a read.
Open(t) ==
  LET a == NextAccess(t)
  IN  CASE a.do = "nothing" -> {}
        [] a.do = "read"    -> Readable(t, a.at, a.mode)
        [] a.do = "write"   -> Writable(t, a.at, a.mode)
        [] a.do = "cas"     -> Readable(t, a.at, ReadModeOf(a.mode))
        [] a.do = "fence"   -> {}

NextAccesses == [t \in Threads |-> NextAccess(t)]
OpenOnes     == [t \in Threads |-> {i \in Open(t) : TRUE}]  \* TLC prints an interval as such

OutcomeSoFar == IF Terminated THEN Strings(Outcome) ELSE <<>>

WitnessInit ==
  /\ Init
  /\ test \in Gallery
  /\ next = NextAccesses
  /\ open = OpenOnes
  /\ outcome = OutcomeSoFar

WitnessNext ==
  /\ Next
  /\ next' = NextAccesses'
  /\ open' = OpenOnes'
  /\ outcome' = OutcomeSoFar'

ASSUME TLCSet(1, {})

NothingNew ==
  Terminated =>
    \/ <<test, Outcome>> \in TLCGet(1)
    \/ TLCSet(1, TLCGet(1) \union {<<test, Outcome>>}) /\ FALSE
=============================================================================
