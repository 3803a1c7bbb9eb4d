package org.atomicvalue.checkers.litmus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.atomicvalue.checkers.litmus.SmallProgram.LocatedAccess;

/**
 * A small program as a jcstress test in Java. Its result has the values of an {@link Outcome} in their order; the test
 * accepts everything, since it is not for an annotation to say what is allowed.
 *
 * <p>Plain accesses are those of a field, and so are volatile ones where the location knows no other mode and can be a
 * volatile field: HotSpot orders the volatile accesses of a VarHandle more strictly than those of a field, and would
 * hide what Java allows. All others are made by a VarHandle.
 *
 * @param name of the class, without that of its package
 */
public record StressSource(String name, SmallProgram program) {

  /** The package of the generated tests. */
  public static final String PACKAGE = "generated";

  /** The text of the class. */
  public String text() {
    List<String> results = new ArrayList<>();
    List<String> actors = new ArrayList<>();
    for (int thread = 0; thread < SmallProgram.THREADS; thread++) {
      actors.add(actor(thread, results));
    }
    List<String> last = new ArrayList<>();
    for (String location : program.locations()) {
      last.add("    r." + nextResult(results) + " = " + location + ";\n");
    }
    String type = "I".repeat(results.size()) + "_Result";
    return """
        package %1$s;

        import java.lang.invoke.MethodHandles;
        import java.lang.invoke.VarHandle;
        import org.openjdk.jcstress.annotations.Actor;
        import org.openjdk.jcstress.annotations.Arbiter;
        import org.openjdk.jcstress.annotations.Expect;
        import org.openjdk.jcstress.annotations.JCStressTest;
        import org.openjdk.jcstress.annotations.Outcome;
        import org.openjdk.jcstress.annotations.State;
        import org.openjdk.jcstress.infra.results.%2$s;

        // %3$s
        @JCStressTest
        @Outcome(id = ".*", expect = Expect.ACCEPTABLE, desc = "Judged by the model.")
        @State
        public class %4$s {

          static final VarHandle X = handle("x");
          static final VarHandle Y = handle("y");

        %7$s
          static VarHandle handle(String field) {
            try {
              return MethodHandles.lookup().findVarHandle(%4$s.class, field, int.class);
            } catch (ReflectiveOperationException e) {
              throw new ExceptionInInitializerError(e);
            }
          }

        %5$s
          @Arbiter
          public void last(%2$s r) {
        %6$s  }
        }
        """.formatted(PACKAGE, type, program, name, String.join("\n", actors).replace("RESULT", type),
        String.join("", last), field("x") + field("y"));
  }

  private String field(String location) {
    return "  " + (isVolatile(location) ? "volatile " : "") + "int " + location + ";\n";
  }

  private boolean isVolatile(String location) {
    List<LocatedAccess> all = program.accesses().stream().filter(each -> each.location().equals(location)).toList();
    return !all.isEmpty() && all.stream().allMatch(
        each -> each.access().mode() == Mode.VOLATILE && each.access().kind() != Access.Kind.GET_AND_SET);
  }

  private String actor(int thread, List<String> results) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < SmallProgram.ACCESSES; i++) {
      int number = thread * SmallProgram.ACCESSES + i;
      code.append("    ").append(statement(program.accesses().get(number), number + 1, results));
      if (i == 0) {
        program.fences().get(thread)
            .ifPresent(fence -> code.append("    VarHandle.").append(fence.method()).append("();\n"));
      }
    }
    return "  @Actor\n  public void thread%d(RESULT r) {\n%s  }\n".formatted(thread, code);
  }

  private String statement(LocatedAccess access, int number, List<String> results) {
    Access.Kind kind = access.access().kind();
    boolean ofField = access.access().mode() == Mode.PLAIN || isVolatile(access.location());
    String call = access.location().toUpperCase(Locale.ROOT) + "." + access.access().method() + "(this"
        + (kind == Access.Kind.GET ? "" : ", " + number) + ")";
    if (kind == Access.Kind.SET) {
      return (ofField ? access.location() + " = " + number : call) + ";\n";
    }
    return "r." + nextResult(results) + " = " + (ofField ? access.location() : "(int) " + call) + ";\n";
  }

  private static String nextResult(List<String> results) {
    results.add("r" + (results.size() + 1));
    return results.get(results.size() - 1);
  }
}
