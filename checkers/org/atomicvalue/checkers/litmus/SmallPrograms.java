package org.atomicvalue.checkers.litmus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.atomicvalue.checkers.litmus.SmallProgram.LocatedAccess;

/**
 * Programs of two threads, two accesses each, two locations; the accesses are reads, writes and getAndSet, in all modes
 * without fences, and in the weakest modes with any fences. They are counted up to symmetry: threads and locations have
 * no names.
 *
 * <p>There is no need to ask a JVM about all of them: what is excluded with some modes is excluded with all stronger
 * ones. A program is <em>telling</em> if it excludes an outcome that every weaker program allows, or if none is weaker;
 * of programs between which no mode and no fence makes a difference one is enough. That no mode and no fence allows more than a weaker one is checked of all programs about which the
 * model is asked.
 */
public final class SmallPrograms {

  private static final Map<Access.Kind, List<String>> METHODS = methods();

  private static Map<Access.Kind, List<String>> methods() {
    Map<Access.Kind, List<String>> methods = new LinkedHashMap<>();
    methods.put(Access.Kind.GET, List.of("get", "getOpaque", "getAcquire", "getVolatile"));
    methods.put(Access.Kind.SET, List.of("set", "setOpaque", "setRelease", "setVolatile"));
    methods.put(Access.Kind.GET_AND_SET, List.of("getAndSetAcquire", "getAndSetRelease", "getAndSet"));
    return methods;
  }

  private static final List<Optional<Fence>> FENCES =
      List.of(Optional.empty(), Optional.of(Fence.ACQUIRE), Optional.of(Fence.RELEASE), Optional.of(Fence.FULL));

  private SmallPrograms() {}

  /** One program for each way to choose kinds and locations up to symmetry, all volatile and with full fences. */
  public static List<SmallProgram> strongest() {
    List<LocatedAccess> choices = new ArrayList<>();
    METHODS.forEach((kind, methods) -> Stream.of("x", "y").forEach(
        location -> choices.add(located(location, methods.get(methods.size() - 1)))));
    Set<SmallProgram> programs = new LinkedHashSet<>();
    for (List<LocatedAccess> accesses : product(List.of(choices, choices, choices, choices))) {
      programs.add(new SmallProgram(accesses, List.of(Optional.of(Fence.FULL), Optional.of(Fence.FULL)))
          .representative());
    }
    return List.copyOf(programs);
  }

  /** All programs that have the accesses of this one in any modes without fences, or in the weakest with any fences. */
  static List<SmallProgram> weakenings(SmallProgram program) {
    List<List<LocatedAccess>> all = new ArrayList<>();
    List<List<LocatedAccess>> weakest = new ArrayList<>();
    for (LocatedAccess each : program.accesses()) {
      List<String> methods = METHODS.get(each.access().kind());
      all.add(methods.stream().map(method -> located(each.location(), method)).toList());
      weakest.add(methods.stream().map(method -> located(each.location(), method))
          .filter(access -> isWeakest(access.access())).toList());
    }
    Set<SmallProgram> programs = new LinkedHashSet<>();
    product(all).forEach(accesses -> programs.add(new SmallProgram(accesses, List.of(FENCES.get(0), FENCES.get(0)))));
    product(weakest).forEach(accesses -> product(List.of(FENCES, FENCES))
        .forEach(fences -> programs.add(new SmallProgram(accesses, fences))));
    return List.copyOf(programs);
  }

  private static boolean isWeakest(Access access) {
    return access.mode() == Mode.PLAIN || access.kind() == Access.Kind.GET_AND_SET && access.mode() != Mode.VOLATILE;
  }

  private static LocatedAccess located(String location, String method) {
    return new LocatedAccess(location, Access.called(method).orElseThrow());
  }

  /**
   * Those of the programs that tell something, up to symmetry.
   *
   * @throws IllegalStateException if a program is allowed what a weaker one is not: then it is wrong to leave any out
   */
  static List<SmallProgram> telling(Map<SmallProgram, SortedSet<Outcome>> allowed) {
    SortedSet<Outcome> all = new TreeSet<>();
    allowed.values().forEach(all::addAll);
    Set<SmallProgram> telling = new LinkedHashSet<>();
    allowed.forEach((program, outcomes) -> {
      List<SmallProgram> weaker = program.nextWeaker().stream().filter(allowed::containsKey).toList();
      weaker.stream().filter(each -> !allowed.get(each).containsAll(outcomes)).findFirst().ifPresent(each -> {
        throw new IllegalStateException("%s is allowed %s, and %s, which is weaker, only %s".formatted(
            program, outcomes, each, allowed.get(each)));
      });
      Set<Outcome> excludedFirst = new HashSet<>(all);
      weaker.forEach(each -> excludedFirst.retainAll(allowed.get(each)));
      excludedFirst.removeAll(outcomes);
      if (weaker.isEmpty() || !excludedFirst.isEmpty()) {
        telling.add(program.representative());
      }
    });
    return List.copyOf(telling);
  }

  /**
   * Finds the telling programs: asks a model about all programs of which the strongest excludes what a weaker allows.
   */
  public static final class Search {

    private final LitmusModel model;
    private final Consumer<String> progress;

    /** @param model by one judge alone, the axioms */
    public Search(LitmusModel model, Consumer<String> progress) {
      this.model = model;
      this.progress = progress;
    }

    /** All telling programs, up to symmetry. */
    public List<SmallProgram> telling() throws IOException, InterruptedException {
      List<SmallProgram> strongest = strongest();
      Set<SmallProgram> ends = new LinkedHashSet<>(strongest);
      strongest.forEach(program -> ends.addAll(weakest(program)));
      Map<SmallProgram, SortedSet<Outcome>> allowed = ask(ends);
      Set<SmallProgram> telling = new LinkedHashSet<>();
      List<SmallProgram> open = new ArrayList<>();
      for (SmallProgram program : strongest) {
        List<SmallProgram> weakest = weakest(program);
        telling.add(weakest.get(0).representative());
        if (weakest.stream().anyMatch(weak -> !allowed.get(weak).equals(allowed.get(program)))) {
          open.add(program);
        }
      }
      Set<SmallProgram> all = new LinkedHashSet<>();
      open.forEach(program -> all.addAll(weakenings(program)));
      progress.accept(String.format(Locale.ROOT,
          "%d of %d choices of kinds and locations depend on the modes: %,d programs", open.size(), strongest.size(),
          all.size()));
      Map<SmallProgram, SortedSet<Outcome>> found = ask(all);
      for (SmallProgram program : open) {
        Map<SmallProgram, SortedSet<Outcome>> mine = new LinkedHashMap<>();
        weakenings(program).forEach(weak -> mine.put(weak, found.get(weak)));
        telling.addAll(SmallPrograms.telling(mine));
      }
      progress.accept(String.format(Locale.ROOT, "%,d programs are telling", telling.size()));
      return List.copyOf(telling);
    }

    private Map<SmallProgram, SortedSet<Outcome>> ask(Set<SmallProgram> programs)
        throws IOException, InterruptedException {
      List<SmallProgram> list = List.copyOf(programs);
      List<LitmusModel.Answer> answers = model.ask(list.stream().map(SmallProgram::litmus).toList());
      Map<SmallProgram, SortedSet<Outcome>> allowed = new LinkedHashMap<>();
      for (int i = 0; i < list.size(); i++) {
        if (answers.get(i) instanceof LitmusModel.Answer.Failed failed) {
          throw new IllegalStateException(list.get(i) + ": " + failed.reason());
        }
        allowed.put(list.get(i), ((LitmusModel.Answer.Found) answers.get(i)).outcomes().byAxioms());
      }
      return allowed;
    }
  }

  /** Its weakenings of which none is weaker: without fences, and in modes that no others are weaker than. */
  static List<SmallProgram> weakest(SmallProgram program) {
    return weakenings(program).stream()
        .filter(weak -> weak.fences().stream().allMatch(Optional::isEmpty))
        .filter(weak -> weak.accesses().stream().allMatch(access -> isWeakest(access.access())))
        .toList();
  }

  private static <T> List<List<T>> product(List<List<T>> choices) {
    List<List<T>> products = List.of(List.of());
    for (List<T> choice : choices) {
      products = products.stream()
          .flatMap(before -> choice.stream().map(element -> {
            List<T> longer = new ArrayList<>(before);
            longer.add(element);
            return List.copyOf(longer);
          }))
          .toList();
    }
    return products;
  }
}
