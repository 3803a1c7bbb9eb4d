package org.atomicvalue.checkers.steps;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.graph.SpecGraph;
import org.atomicvalue.checkers.graph.StateGraph;
import org.atomicvalue.checkers.graph.TlaValue;

/** What a test class says by {@link Steps}, put into effect. */
public final class BoundSteps {

  private static final Pattern CALL = Pattern.compile("\\s*(\\w+)\\s*(?:\\(\\s*(.*?)\\s*\\))?\\s*");
  private static final Pattern REDUCTION =
      Pattern.compile("(?m)^\\s*(SYMMETRY|VIEW|CONSTRAINTS?|ACTION_CONSTRAINTS?)\\b");
  private static final TlaValue NONE = TlaValue.string("none");

  private final StepCheck test;
  private final Path project;
  private final Steps steps;

  /** The test, which has the annotation, of the project in the current folder. */
  public BoundSteps(StepCheck test) {
    this(test, Path.of(""));
  }

  /**
   * The same for a project somewhere else.
   *
   * @param project the folder from which the annotation's files are found
   */
  public BoundSteps(StepCheck test, Path project) {
    this.test = test;
    this.project = project;
    this.steps = test.getClass().getAnnotation(Steps.class);
    if (steps == null) {
      throw new NotConformable(test.getClass().getName() + " does not say what it compares: annotate it with @Steps");
    }
  }

  /** What the test says. */
  public Steps steps() {
    return steps;
  }

  /** Compares the class in the bounds of a model. */
  public StepConformance.Result check(String model) throws Exception {
    return check(model, specification(model));
  }

  /** The same, with the graph of the {@link #specification}. */
  public StepConformance.Result check(String model, StateGraph spec) throws Exception {
    return check(model, steps.of(), source(), spec);
  }

  /**
   * Compares another version of the class, such as one with a seeded bug.
   *
   * @param type the class, of the same name
   * @param source what it was compiled from
   * @param spec the graph of the {@link #specification}
   */
  public StepConformance.Result check(String model, Class<?> type, Path source, StateGraph spec) throws Exception {
    SteppedClass subject = SteppedClass.load(type, source, test::create);
    Client client = client(subject, config(model));
    return StepConformance.check(
        subject, client, CompletableFuture.completedFuture(spec), Set.of(steps.neverFires()));
  }

  /** What TLC finds in the bounds of a model. */
  public StateGraph specification(String model) throws Exception {
    Path config = config(model);
    Matcher reduction = REDUCTION.matcher(Files.readString(config));
    if (reduction.find()) {
      throw new NotConformable(
          config + " has " + reduction.group(1) + ", with which TLC leaves out states that the class"
              + " gets into; take it away, and make the bounds smaller if there are too many");
    }
    return new SpecGraph(module(config), config)
        .library(Stream.concat(Stream.of(folder(config), folder(module(config))), Arrays.stream(steps.library())
            .map(project::resolve)).toArray(Path[]::new))
        .small()
        .explore();
  }

  private Path config(String model) {
    Path config = project.resolve(model);
    if (!Files.exists(config)) {
      throw new NotConformable("there is no model " + config.toAbsolutePath());
    }
    return config;
  }

  private static Path folder(Path file) {
    return file.toAbsolutePath().getParent();
  }

  private Path module(Path config) {
    return steps.module().isEmpty()
        ? config.resolveSibling(config.getFileName().toString().replaceFirst("\\.cfg$", ".tla"))
        : project.resolve(steps.module());
  }

  private Path source() {
    if (!steps.source().isEmpty()) {
      return project.resolve(steps.source());
    }
    Class<?> top = steps.of();
    while (top.getEnclosingClass() != null) {
      top = top.getEnclosingClass();
    }
    String file = top.getName().replace('.', '/') + ".java";
    for (String root : List.of("src/main/java", "src/test/java")) {
      Path source = project.resolve(root).resolve(file);
      if (Files.exists(source)) {
        return source;
      }
    }
    throw new NotConformable("the source of " + steps.of().getName() + ", which has the labels, is neither in"
        + " src/main/java nor in src/test/java below " + project.toAbsolutePath() + ": say where, by \"source\"");
  }

  private Client client(SteppedClass subject, Path config) throws IOException, IllegalAccessException {
    Vocabulary names = new Vocabulary();
    for (Field field : test.getClass().getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
        field.setAccessible(true);
        Object object = field.get(null);
        if (object != null && object.getClass().getName().startsWith(steps.of().getName() + "$")) {
          throw new NotConformable("the field " + field.getName() + " of " + test.getClass().getName() + " is of a type"
              + " nested in the class under test, which is loaded anew for this check, so that this object is none of"
              + " its objects; enum constants need no names, others can be named as \"constants\"");
        }
        names.add(field.getName(), object);
      }
    }
    for (String constant : steps.constants()) {
      names.add(constant, subject.constant(constant));
    }
    Map<String, TlaValue> locals = new TreeMap<>();
    for (String local : steps.locals()) {
      locals.put(local, NONE);
    }
    List<Call> calls = new ArrayList<>();
    for (String call : steps.calls()) {
      calls.add(call(call, subject, names));
    }
    return new Client(threads(config), calls, names, TlaValue.parse("<<>>"), NONE)
        .knowing(locals)
        .leavingOut(steps.leavingOut());
  }

  private static Call call(String text, SteppedClass subject, Vocabulary names) {
    Matcher matcher = CALL.matcher(text);
    if (!matcher.matches()) {
      throw new NotConformable("a call is written like put(a, b), and this is " + text);
    }
    String method = matcher.group(1);
    String list = matcher.group(2);
    String[] arguments = list == null || list.isEmpty() ? new String[0] : list.split("\\s*,\\s*");
    String inSpec = Stream.concat(Stream.of('"' + method + '"'), Arrays.stream(arguments))
        .collect(Collectors.joining(", ", "<<", ">>"));
    return Call.of(inSpec, subject.type(), method, names, arguments);
  }

  /** The elements of the model's constant Threads. */
  private static List<String> threads(Path config) throws IOException {
    Matcher constant = Pattern.compile("\\bThreads\\s*=\\s*\\{(.*?)}", Pattern.DOTALL).matcher(
        Files.readString(config));
    if (!constant.find()) {
      throw new NotConformable(config + " gives no constant Threads, a set of model values such as {t1, t2}");
    }
    return List.of(constant.group(1).strip().split("\\s*,\\s*"));
  }
}
