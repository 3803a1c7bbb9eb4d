------------------------------ MODULE Programs ------------------------------
(***************************************************************************)
(* Small programs with shared memory: how they are written down, and what  *)
(* a thread does by itself.  What its reads may find is said elsewhere, by *)
(* the machine of AccessModes and by the axioms of JavaAxioms, which both  *)
(* take programs in this form.                                             *)
(*                                                                         *)
(* A program is a record                                                   *)
(*   threads    a sequence of threads, each a sequence of instructions     *)
(*   initially  of each location: the value that it holds in the beginning *)
(*   observed   a sequence of pairs <<thread, register>>                   *)
(*   finally    a sequence of locations                                    *)
(* Its outcome is a sequence: what the registers observed hold in the end, *)
(* then the last values of the locations in `finally'.  Values are         *)
(* integers; a Boolean is 1 or 0.  Registers are of one thread, have any   *)
(* names, and hold 0 in the beginning.                                     *)
(*                                                                         *)
(* An instruction is a record, as made by the operators below:             *)
(*   read    from location `at' in `mode' into register `to'               *)
(*   write   an expression                                                 *)
(*   update  getAndSet, getAndAdd, getAndBitwise...: `by' is "set", "add", *)
(*           "and", "or" or "xor"; the old value goes into `to'            *)
(*   cas     compareAndSet and compareAndExchange: what goes into `to' is  *)
(*           whether it succeeded, or (`returns' is "witness") the value   *)
(*           that was found.  If `weak', it may fail for no reason.        *)
(*   fence   `mode' is "full", "acquire", "release", "loadLoad" or         *)
(*           "storeStore"                                                  *)
(*   let     an expression into a register                                 *)
(*   if      `then' and `else' are sequences of instructions               *)
(***************************************************************************)
EXTENDS Integers, Sequences, TLC

-----------------------------------------------------------------------------
(* Notation                                                                 *)

INT(n)                       == <<"int", n>>
REG(r)                       == <<"reg", r>>
OP(f, a, b)                  == <<f, a, b>>    \* f is "+", "-", "*", "/", "%", "&", "|", "^", "=", "#", "<", "<=", "and" or "or"

READ(to, x, mode)            == [do |-> "read", at |-> x, mode |-> mode, to |-> to]
WRITE(x, value, mode)        == [do |-> "write", at |-> x, mode |-> mode, value |-> value]
UPDATE(to, x, by, value, mode) == [do |-> "update", at |-> x, mode |-> mode, by |-> by, value |-> value, to |-> to]
COMPARE(to, x, expected, value, mode, weak, returns) ==
  [do |-> "cas", at |-> x, mode |-> mode, expected |-> expected, value |-> value, weak |-> weak,
   returns |-> returns, to |-> to]
FENCE(mode)                  == [do |-> "fence", mode |-> mode]
ASSIGN(to, value)            == [do |-> "let", to |-> to, value |-> value]
BRANCH(condition, then, else) == [do |-> "if", condition |-> condition, then |-> then, else |-> else]

Program(threads, initially, observed, finally) ==
  [threads |-> threads, initially |-> initially, observed |-> observed, finally |-> finally]

\* The locations of a sequence of instructions.
RECURSIVE LocationsIn(_)
LocationsIn(code) ==
  UNION {CASE code[i].do \in {"read", "write", "update", "cas"} -> {code[i].at}
           [] code[i].do = "if" -> LocationsIn(code[i].then) \union LocationsIn(code[i].else)
           [] OTHER -> {}
         : i \in 1 .. Len(code)}

\* Where all locations hold 0 in the beginning.
FromZero(threads, observed, finally) ==
  Program(threads, [x \in UNION {LocationsIn(threads[t]) : t \in 1 .. Len(threads)} |-> 0], observed, finally)

-----------------------------------------------------------------------------
(* Expressions                                                              *)

Bit(condition) == IF condition THEN 1 ELSE 0

\* As Java divides: towards 0.
Quotient(a, b) ==
  LET Abs(n) == IF n < 0 THEN -n ELSE n
      q      == Abs(a) \div Abs(b)
  IN  IF (a < 0) = (b < 0) THEN q ELSE -q

\* Of numbers that are not negative.
RECURSIVE Bitwise(_, _, _)
Bitwise(f(_, _), a, b) ==
  IF Assert(a >= 0 /\ b >= 0, <<"bitwise operation on a negative number", a, b>>) /\ a = 0 /\ b = 0
  THEN 0
  ELSE 2 * Bitwise(f, a \div 2, b \div 2) + f(a % 2, b % 2)

BitAnd(a, b) == a * b
BitOr(a, b)  == a + b - a * b
BitXor(a, b) == (a + b) % 2

RECURSIVE Value(_, _)
Value(e, registers) ==
  CASE e[1] = "int" -> e[2]
    [] e[1] = "reg" -> registers[e[2]]
    [] OTHER ->
       LET a == Value(e[2], registers)
           b == Value(e[3], registers)
       IN  CASE e[1] = "+"   -> a + b
             [] e[1] = "-"   -> a - b
             [] e[1] = "*"   -> a * b
             [] e[1] = "/"   -> Quotient(a, b)
             [] e[1] = "%"   -> a - b * Quotient(a, b)
             [] e[1] = "&"   -> Bitwise(BitAnd, a, b)
             [] e[1] = "|"   -> Bitwise(BitOr, a, b)
             [] e[1] = "^"   -> Bitwise(BitXor, a, b)
             [] e[1] = "="   -> Bit(a = b)
             [] e[1] = "#"   -> Bit(a # b)
             [] e[1] = "<"   -> Bit(a < b)
             [] e[1] = "<="  -> Bit(a <= b)
             [] e[1] = "and" -> Bit(a # 0 /\ b # 0)
             [] e[1] = "or"  -> Bit(a # 0 \/ b # 0)

Updated(by, old, value) ==
  CASE by = "set" -> value
    [] by = "add" -> old + value
    [] by = "and" -> Bitwise(BitAnd, old, value)
    [] by = "or"  -> Bitwise(BitOr, old, value)
    [] by = "xor" -> Bitwise(BitXor, old, value)

-----------------------------------------------------------------------------
(* What a thread does                                                       *)

RECURSIVE RegistersOf(_)
RegistersOf(code) ==
  UNION {CASE code[i].do \in {"read", "update", "cas", "let"} -> {code[i].to}
           [] code[i].do = "if" -> RegistersOf(code[i].then) \union RegistersOf(code[i].else)
           [] OTHER -> {}
         : i \in 1 .. Len(code)}

\* A thread: the instructions that it has still to do, and its registers.  It has
\* done whatever needs no memory.
RECURSIVE Thread(_, _)
Thread(code, registers) ==
  IF code = <<>> THEN [code |-> code, registers |-> registers]
  ELSE CASE Head(code).do = "let" ->
              Thread(Tail(code), [registers EXCEPT ![Head(code).to] = Value(Head(code).value, registers)])
         [] Head(code).do = "if" ->
              Thread((IF Value(Head(code).condition, registers) # 0 THEN Head(code).then ELSE Head(code).else)
                       \o Tail(code),
                     registers)
         [] OTHER -> [code |-> code, registers |-> registers]

\* TLCEval, since TLC 2.18 mistakes an EXCEPT of a function that it has not evaluated yet.
Start(code) == Thread(code, TLCEval([r \in RegistersOf(code) |-> 0]))

\* What an expression is to a thread.
ValueFor(thread, e) == Value(e, thread.registers)

\* The thread after its next instruction, which puts nothing into a register.
After(thread) == Thread(Tail(thread.code), thread.registers)

\* The thread after its next instruction, which puts a value into its register.
AfterResult(thread, value) ==
  Thread(Tail(thread.code), [thread.registers EXCEPT ![Head(thread.code).to] = value])

(* What the next instruction may do that has found a value: only read it,   *)
(* or write another one in the same step; in which mode; and its result.    *)
(* A compareAndSet that fails reads as `get' does if its mode is "release". *)

FailureMode(mode) == IF mode \in {"acquire", "volatile"} THEN mode ELSE "plain"

Effects(thread, found) ==
  LET i == Head(thread.code)
      of(e) == ValueFor(thread, e)
  IN  CASE i.do = "read"   -> {[kind |-> "R", mode |-> i.mode, result |-> found]}
        [] i.do = "update" ->
             {[kind |-> "U", mode |-> i.mode, result |-> found, writes |-> Updated(i.by, found, of(i.value))]}
        [] i.do = "cas" ->
             LET result(success) == IF i.returns = "witness" THEN found ELSE Bit(success)
             IN  (IF found = of(i.expected)
                  THEN {[kind |-> "U", mode |-> i.mode, result |-> result(TRUE), writes |-> of(i.value)]} ELSE {})
                 \union
                 (IF found # of(i.expected) \/ i.weak
                  THEN {[kind |-> "R", mode |-> FailureMode(i.mode), result |-> result(FALSE)]} ELSE {})

\* What fences that Java offers do at least.
FenceMode(mode) ==
  CASE mode = "loadLoad"   -> "acquire"
    [] mode = "storeStore" -> "release"
    [] OTHER               -> mode
=============================================================================
