--------------------------- MODULE ClassicShapes ---------------------------
(***************************************************************************)
(* The classic shapes of three and four threads, in all assignments of     *)
(* modes to their accesses.  The n-th access of a program writes n, if it  *)
(* writes; its outcome is what the reads return, and the last values of    *)
(* locations that are written more than once.                              *)
(***************************************************************************)
EXTENDS Programs

Wr(x) == <<"write", x>>
Rd(x) == <<"read", x>>
Up(x) == <<"swap", x>>

Shapes ==
  [WRC    |-> << <<Wr("x")>>, <<Rd("x"), Wr("y")>>, <<Rd("y"), Rd("x")>> >>,
   WWC    |-> << <<Wr("x")>>, <<Rd("x"), Wr("y")>>, <<Rd("y"), Wr("x")>> >>,
   RWC    |-> << <<Wr("x")>>, <<Rd("x"), Rd("y")>>, <<Wr("y"), Rd("x")>> >>,
   WRWW   |-> << <<Wr("x")>>, <<Rd("x"), Wr("y")>>, <<Wr("y"), Wr("x")>> >>,
   WRR    |-> << <<Wr("x")>>, <<Rd("x"), Rd("y")>>, <<Wr("y"), Wr("x")>> >>,
   ISA2   |-> << <<Wr("x"), Wr("y")>>, <<Rd("y"), Wr("z")>>, <<Rd("z"), Rd("x")>> >>,
   WpRWC  |-> << <<Wr("x"), Wr("z")>>, <<Rd("z"), Rd("y")>>, <<Wr("y"), Rd("x")>> >>,
   Z6_3   |-> << <<Wr("x"), Wr("y")>>, <<Wr("y"), Wr("z")>>, <<Rd("z"), Rd("x")>> >>,
   Z6_4   |-> << <<Wr("x"), Wr("y")>>, <<Wr("y"), Rd("z")>>, <<Wr("z"), Rd("x")>> >>,
   IRIW   |-> << <<Wr("x")>>, <<Wr("y")>>, <<Rd("x"), Rd("y")>>, <<Rd("y"), Rd("x")>> >>,
   CoRR2  |-> << <<Wr("x")>>, <<Wr("x")>>, <<Rd("x"), Rd("x")>>, <<Rd("x"), Rd("x")>> >>,
   Chain  |-> << <<Wr("x"), Wr("y")>>, <<Up("y")>>, <<Rd("y"), Rd("x")>> >>,
   Chain2 |-> << <<Wr("x"), Wr("y")>>, <<Up("y"), Rd("x")>>, <<Up("y"), Rd("x")>> >>]

RECURSIVE SizeOf(_)
SizeOf(shape) == IF shape = <<>> THEN 0 ELSE Len(Head(shape)) + SizeOf(Tail(shape))

\* How many assignments of modes a shape has.
RECURSIVE PowerOf4(_)
PowerOf4(n) == IF n = 0 THEN 1 ELSE 4 * PowerOf4(n - 1)

Assignments(shape) == PowerOf4(SizeOf(shape))

ModeNumber(kind, d) ==
  CASE kind = "read"  -> <<"plain", "opaque", "acquire", "volatile">>[d + 1]
    [] kind = "write" -> <<"plain", "opaque", "release", "volatile">>[d + 1]
    [] kind = "swap"  -> <<"plain", "acquire", "release", "volatile">>[d + 1]

\* The number of the i-th access of thread t.
RECURSIVE Before(_, _)
Before(shape, t) == IF t = 1 THEN 0 ELSE Len(shape[t - 1]) + Before(shape, t - 1)

AccessNumber(shape, t, i) == Before(shape, t) + i

\* In assignment a.
ModeOf(shape, a, t, i) == ModeNumber(shape[t][i][1], (a \div PowerOf4(AccessNumber(shape, t, i) - 1)) % 4)

ShapeInstruction(shape, a, t, i) ==
  LET n    == AccessNumber(shape, t, i)
      mode == ModeOf(shape, a, t, i)
      x    == shape[t][i][2]
  IN  CASE shape[t][i][1] = "read"  -> READ(n, x, mode)
        [] shape[t][i][1] = "write" -> WRITE(x, INT(n), mode)
        [] shape[t][i][1] = "swap"  -> UPDATE(n, x, "set", INT(n), mode)

RECURSIVE Returned(_, _, _)
Returned(shape, t, i) ==
  IF t > Len(shape) THEN <<>>
  ELSE IF i > Len(shape[t]) THEN Returned(shape, t + 1, 1)
  ELSE (IF shape[t][i][1] = "write" THEN <<>> ELSE <<<<t, AccessNumber(shape, t, i)>>>>) \o Returned(shape, t, i + 1)

\* The locations of {"x", "y", "z"} that more than one access writes to.
WrittenOften(shape) ==
  LET writes(x) == {n \in (1 .. Len(shape)) \X (1 .. 2) :
                      n[2] <= Len(shape[n[1]]) /\ shape[n[1]][n[2]][1] # "read" /\ shape[n[1]][n[2]][2] = x}
      Often(x)  == \E m, n \in writes(x) : m # n
  IN  SelectSeq(<<"x", "y", "z">>, Often)

ShapeProgram(shape, a) ==
  FromZero([t \in 1 .. Len(shape) |-> [i \in 1 .. Len(shape[t]) |-> ShapeInstruction(shape, a, t, i)]],
           Returned(shape, 1, 1), WrittenOften(shape))

RECURSIVE ModesText(_, _, _, _)
ModesText(shape, a, t, i) ==
  IF t > Len(shape) THEN ""
  ELSE IF i > Len(shape[t]) THEN (IF t = Len(shape) THEN "" ELSE " //") \o ModesText(shape, a, t + 1, 1)
  ELSE " " \o ModeOf(shape, a, t, i) \o ModesText(shape, a, t, i + 1)

ShapeName(name, a) == name \o ModesText(Shapes[name], a, 1, 1)
=============================================================================
