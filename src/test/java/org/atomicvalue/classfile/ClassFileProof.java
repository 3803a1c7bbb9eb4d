package org.atomicvalue.classfile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.atomicvalue.checkers.classfile.ClassFile;
import org.atomicvalue.checkers.classfile.Refusal;
import org.atomicvalue.checkers.correspondence.Comparison;
import org.atomicvalue.checkers.correspondence.Creation;
import org.atomicvalue.checkers.correspondence.Design;
import org.atomicvalue.checkers.correspondence.Operation;
import org.atomicvalue.checkers.correspondence.Questions;
import org.atomicvalue.checkers.correspondence.SymbolicPlace;
import org.atomicvalue.checkers.proof.Specification;
import org.atomicvalue.checkers.smt.Solver;

/**
 * A class of the library, as a class file from anywhere, against the specification of the same name, and its updates
 * against {@code Updates.tla}.
 *
 * <p>It can be asked about several class files; what they have in common is proved once.
 */
final class ClassFileProof {

  /** The classes that have a specification. */
  static final List<String> CLASSES = List.of("AtomicValue", "WaitFreeAtomicValue");

  private static final Set<String> UPDATES = Set.of(
      "getAndUpdate(Ljava/util/function/Function;)Ljava/lang/Object;",
      "updateAndGet(Ljava/util/function/Function;)Ljava/lang/Object;");
  private static final Path SPEC = Path.of("spec");
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Map<String, ClassFileProof> BY_NAME = new TreeMap<>();

  private final String name;
  private final Specification specification;
  private final Questions questions;
  private final Specification updates;
  private final Questions questionsAboutUpdates;

  private ClassFileProof(String name) {
    this.name = name;
    specification = Specification.read(SPEC, name);
    questions = new Questions(specification, solvers());
    updates = Specification.read(SPEC, "Updates");
    questionsAboutUpdates = new Questions(updates, solvers());
  }

  /** @param name the simple name of the class */
  static synchronized ClassFileProof of(String name) {
    return BY_NAME.computeIfAbsent(name, ClassFileProof::new);
  }

  /** The first finds the way; a claim holds if both say so. */
  static List<Solver> solvers() {
    return Solver.both(LIMIT);
  }

  /**
   * Compares a class file with the specification.
   *
   * @throws org.atomicvalue.checkers.correspondence.Difference if the class does something else
   * @throws org.atomicvalue.checkers.classfile.Refusal if it does something that is not understood
   */
  synchronized Comparison.Result prove(byte[] classFile) {
    ClassFile file = ClassFile.read(classFile);
    if (!file.name().equals("org/atomicvalue/" + name)) {
      throw new Refusal(file.name(), "it is not the class org/atomicvalue/" + name);
    }
    Comparison.Result steps = new Comparison(file, specification, design(), questions).compare();
    Comparison.Result programs = new Comparison(file, updates, designOfUpdates(), questionsAboutUpdates).compare();
    return new Comparison.Result(steps.places() + programs.places(), steps.paths() + programs.paths(),
        steps.claims() + programs.claims(), steps.labels());
  }

  /** The steps of a class file between its accesses, as one solver finds them; those of updates apart. */
  static List<SymbolicPlace> symbolicPlaces(String name, byte[] classFile) {
    ClassFileProof proof = new ClassFileProof(name);
    Questions ofOne = new Questions(proof.specification, List.of(solvers().get(0)));
    Comparison comparison = new Comparison(ClassFile.read(classFile), proof.specification, proof.design(), ofOne);
    comparison.compare();
    return comparison.symbolicPlaces();
  }

  private Design design() {
    return new Design(
        List.of(
            new Operation("load()Ljava/lang/Object;", "load"),
            new Operation("store(Ljava/lang/Object;)V", "store", "value"),
            new Operation("swap(Ljava/lang/Object;)Ljava/lang/Object;", "swap", "value"),
            new Operation(
                "compareAndSwap(Ljava/lang/Object;Ljava/lang/Object;)Z", "compareAndSwap", "expected", "value"),
            new Operation("toString()Ljava/lang/String;", "load", List.of(), true)),
        List.of(
            new Creation("<init>()V", -1, -1),
            new Creation("<init>(Ljava/lang/Class;)V", 0, -1),
            new Creation("<init>(Ljava/lang/Class;Ljava/lang/Object;)V", 0, 1),
            new Creation("of(Ljava/lang/Object;)Lorg/atomicvalue/" + name + ";", -1, 0)),
        UPDATES,
        Map.of(),
        Set.of("type", "data"),
        Map.of("CLAIMED", "Claimed"),
        "",
        "",
        Set.of("StoreFirstData", "PublishType"));
  }

  /**
   * getAndUpdate and updateAndGet are programs over load and compareAndSwap, which the other comparison is about; they
   * find the function of the call, of which the specification says only that it may do anything.
   */
  private Design designOfUpdates() {
    Set<String> others = new TreeSet<>();
    design().operations().forEach(operation -> others.add(operation.method()));
    design().creations().forEach(creation -> others.add(creation.method()));
    return new Design(
        UPDATES.stream().map(method -> new Operation(method, method.substring(0, method.indexOf('(')), "")).toList(),
        List.of(), others, Contracts.ofUpdates(), Set.of("value"), Map.of("CLAIMED", "constant CLAIMED"),
        "expected", "value", Set.of());
  }
}
