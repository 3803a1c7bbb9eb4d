package org.atomicvalue.checkers.litmus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A program of two threads, each of which makes two accesses to the locations x and y, with a fence between them or
 * none. The n-th access of the program writes n, if it writes; so an outcome says which read has read from which write.
 * An outcome has all that the accesses return, in their order, and then what x and y hold in the end.
 *
 * @param fences that of the first thread and that of the second
 */
public record SmallProgram(List<LocatedAccess> accesses, List<Optional<Fence>> fences) {

  static final int THREADS = 2;
  static final int ACCESSES = 2;

  /** An access, by a method that reads, writes or exchanges. */
  public record LocatedAccess(String location, Access access) {

    LocatedAccess renamed() {
      return new LocatedAccess(location.equals("x") ? "y" : "x", access);
    }

    /** What it is apart from its mode. */
    String shape() {
      return access.kind() + " " + location;
    }

    private String call(int number) {
      return location.toUpperCase(Locale.ROOT) + "." + access.method() + "("
          + (access.kind() == Access.Kind.GET ? "" : number) + ")";
    }
  }

  /** The next weaker methods of a kind: those of which nothing that is weaker lies between. */
  private static List<Access> weaker(Access access) {
    List<String> methods = switch (access.method()) {
      case "getVolatile" -> List.of("getAcquire");
      case "getAcquire" -> List.of("getOpaque");
      case "getOpaque" -> List.of("get");
      case "setVolatile" -> List.of("setRelease");
      case "setRelease" -> List.of("setOpaque");
      case "setOpaque" -> List.of("set");
      case "getAndSet" -> List.of("getAndSetAcquire", "getAndSetRelease");
      default -> List.of();
    };
    return methods.stream().map(method -> Access.called(method).orElseThrow()).toList();
  }

  private static List<Optional<Fence>> weaker(Optional<Fence> fence) {
    return fence.map(present -> present == Fence.FULL
        ? List.of(Optional.of(Fence.ACQUIRE), Optional.of(Fence.RELEASE))
        : List.of(Optional.<Fence>empty())).orElse(List.of());
  }

  /** The programs that differ from this one in a single access or fence, which is next weaker. */
  List<SmallProgram> nextWeaker() {
    List<SmallProgram> programs = new ArrayList<>();
    for (int i = 0; i < accesses.size(); i++) {
      for (Access access : weaker(accesses.get(i).access())) {
        programs.add(new SmallProgram(
            with(accesses, i, new LocatedAccess(accesses.get(i).location(), access)), fences));
      }
    }
    for (int i = 0; i < fences.size(); i++) {
      for (Optional<Fence> fence : weaker(fences.get(i))) {
        programs.add(new SmallProgram(accesses, with(fences, i, fence)));
      }
    }
    return programs;
  }

  private static <T> List<T> with(List<T> list, int index, T element) {
    List<T> copy = new ArrayList<>(list);
    copy.set(index, element);
    return List.copyOf(copy);
  }

  /** The same program, but for the names of its threads and locations. */
  List<SmallProgram> symmetric() {
    SmallProgram renamed = new SmallProgram(accesses.stream().map(LocatedAccess::renamed).toList(), fences);
    return List.of(this, renamed, swapped(), renamed.swapped());
  }

  private SmallProgram swapped() {
    List<LocatedAccess> other = new ArrayList<>(accesses.subList(ACCESSES, 2 * ACCESSES));
    other.addAll(accesses.subList(0, ACCESSES));
    return new SmallProgram(List.copyOf(other), List.of(fences.get(1), fences.get(0)));
  }

  /** Of the symmetric programs the one whose name is first. */
  SmallProgram representative() {
    return symmetric().stream().min(Comparator.comparing(SmallProgram::toString)).orElseThrow();
  }

  /** As a litmus test; its condition says nothing. */
  public Litmus litmus() {
    SortedMap<String, Integer> memory = new TreeMap<>();
    SortedSet<Observable> observed = new TreeSet<>();
    for (String location : locations()) {
      memory.put(location, 0);
      observed.add(Observable.location(location));
    }
    List<Litmus.ThreadBody> threads = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      List<Statement> statements = new ArrayList<>();
      for (int i = 0; i < ACCESSES; i++) {
        int number = thread * ACCESSES + i;
        LocatedAccess access = accesses.get(number);
        Expression call = new Expression.Call(access.location(), access.access(), arguments(access, number + 1));
        if (access.access().kind() == Access.Kind.SET) {
          statements.add(new Statement.Evaluate(call));
        } else {
          statements.add(new Statement.Assign(register(number), call));
          observed.add(Observable.register(thread, register(number)));
        }
        if (i == 0) {
          fences.get(thread).ifPresent(fence -> statements.add(new Statement.Issue(fence)));
        }
      }
      threads.add(new Litmus.ThreadBody(Map.of(), statements));
    }
    Proposition anything = new Proposition.Truth(true);
    return new Litmus(toString(), memory, threads, observed, anything, Litmus.Quantifier.FORALL, anything, List.of());
  }

  private static List<Expression> arguments(LocatedAccess access, int number) {
    return access.access().kind() == Access.Kind.GET ? List.of() : List.of(new Expression.Constant(number));
  }

  private static String register(int access) {
    return "r" + (access + 1);
  }

  /** The locations that it accesses. */
  Set<String> locations() {
    return accesses.stream().map(LocatedAccess::location).collect(Collectors.toCollection(TreeSet::new));
  }

  /** All but the modes. */
  List<String> shape() {
    return accesses.stream().map(LocatedAccess::shape).toList();
  }

  /** The code of both threads, such as {@code X.setVolatile(1); Y.set(2); | Y.get(); X.getVolatile();}. */
  @Override
  public String toString() {
    return code(0) + " | " + code(1);
  }

  /** The statements of a thread, each of which ends with a semicolon. */
  private String code(int thread) {
    List<String> statements = new ArrayList<>();
    for (int i = 0; i < ACCESSES; i++) {
      int number = thread * ACCESSES + i;
      statements.add(accesses.get(number).call(number + 1) + ";");
      if (i == 0) {
        fences.get(thread).ifPresent(fence -> statements.add(fence.method() + "();"));
      }
    }
    return String.join(" ", statements);
  }

  /** From the text that {@link #toString} gives. */
  public static SmallProgram of(String text) {
    List<LocatedAccess> accesses = new ArrayList<>();
    List<Optional<Fence>> fences = new ArrayList<>();
    for (String thread : text.split(" \\| ")) {
      Optional<Fence> between = Optional.empty();
      for (String statement : thread.split("; ?")) {
        String method = statement.replaceFirst("\\(.*", "");
        int dot = method.indexOf('.');
        if (dot < 0) {
          between = Optional.of(Fence.called(method).orElseThrow(() -> unknown(statement)));
        } else {
          accesses.add(new LocatedAccess(method.substring(0, dot).toLowerCase(Locale.ROOT),
              Access.called(method.substring(dot + 1)).orElseThrow(() -> unknown(statement))));
        }
      }
      fences.add(between);
    }
    SmallProgram program = new SmallProgram(List.copyOf(accesses), List.copyOf(fences));
    if (accesses.size() != THREADS * ACCESSES || !program.toString().equals(text)) {
      throw new IllegalArgumentException("\"" + text + "\" is no program of two threads with two accesses each");
    }
    return program;
  }

  private static IllegalArgumentException unknown(String statement) {
    return new IllegalArgumentException("\"" + statement + "\" is neither an access nor a fence");
  }
}
