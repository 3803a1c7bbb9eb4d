package org.atomicvalue.killmatrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.atomicvalue.accessmodes.Calibration;
import org.atomicvalue.checkers.mutants.Checker;
import org.atomicvalue.checkers.mutants.JUnitChecker;
import org.atomicvalue.checkers.mutants.JcstressChecker;
import org.atomicvalue.checkers.mutants.Judgement;
import org.atomicvalue.checkers.mutants.LibraryCompiler;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.atomicvalue.classfile.ClassFileVerdict;
import org.atomicvalue.controls.SeededBugs;
import org.atomicvalue.killmatrix.KillMatrix.Cell;
import org.atomicvalue.killmatrix.KillMatrix.Group;
import org.atomicvalue.proof.ProofOfChange;
import org.atomicvalue.steps.StepsCheckers;

/** What every checker makes of a seeded bug: a row of the {@link KillMatrix}. */
final class Measurement {

  /** After so long a JVM has not caught a bug. */
  static final long LIMIT_SECONDS = 120;

  private static final Path FOLDER = Path.of("target", "kill-matrix").toAbsolutePath();

  /** The tests of {@code org.atomicvalue.faults}, the quick ones first. */
  static final List<String> FAULTS = List.of(
      "HaltedThreadTest", "ClassUnloadingTest", "MemoryExhaustionIT", "StackExhaustionTest", "SwapChainIT");

  /** Modules that no class follows step by step. */
  private static final Set<String> WITHOUT_STEPS = Set.of("GoCompareAndSwap", "Histories", "ProcessorPin", "Updates");

  /** Columns of bugs of a specification that TLC has no part in, or not alone. */
  private static final Set<String> OTHER_THAN_TLC = Set.of("steps", "litmus tests", "proof");

  private Measurement() {}

  /** What a reason can be given for: a bug of comments, of access modes, of a specification's module, any other. */
  static String kind(SeededBug bug) throws IOException {
    if (Group.of(bug) != Group.CODE && Group.of(bug) != Group.BEYOND) {
      return module(bug);
    }
    if (bug.fields().containsKey("Modes")) {
      return "mode";
    }
    return withoutComments(Files.readAllLines(bug.file())).equals(withoutComments(bug.applied())) ? "name" : "step";
  }

  private static List<String> withoutComments(List<String> lines) {
    return lines.stream().map(line -> line.replaceFirst("\\s*//.*", "")).toList();
  }

  private static String module(SeededBug bug) {
    return bug.file().getFileName().toString().replaceFirst("\\.\\w+$", "");
  }

  /**
   * What checkers make of a text in the place of the file that the bug is in.
   *
   * @param name of a folder for it
   * @param columns some of the checkers of its group
   */
  static Map<String, Cell> cells(SeededBug bug, List<String> lines, String name, List<String> columns)
      throws Exception {
    Group group = Group.of(bug);
    Path folder = SeededBugs.emptied(FOLDER.resolve(group.name()).resolve(name));
    boolean isChanged = !lines.equals(Files.readAllLines(bug.file()));
    Map<String, Cell> cells = new LinkedHashMap<>();
    if (group == Group.CODE || group == Group.BEYOND) {
      Path classes = LibraryCompiler.compile(bug.file(), lines, folder);
      for (String column : columns) {
        cells.put(column, inCode(bug, column, classes, Files.createDirectory(folder.resolve(column)), isChanged));
      }
      return cells;
    }
    List<String> kinds = columns.stream().filter(column -> !OTHER_THAN_TLC.contains(column)).toList();
    Map<String, Cell> byTlc =
        kinds.isEmpty() ? Map.of() : new PropertyKinds(bug.file(), lines, folder).run(kinds);
    for (String column : columns) {
      cells.put(column, switch (column) {
        case "steps" -> isChanged && !WITHOUT_STEPS.contains(module(bug))
            ? byControl("SpecStepMutantsIT", bug, "by step conformance", Files.createDirectory(folder.resolve(column)))
            : KillMatrix.NOT_RUN;
        case "litmus tests" -> byLitmusTests(bug, folder);
        case "proof" -> byProof(bug, lines, name);
        default -> byTlc.get(column);
      });
    }
    return cells;
  }

  private static Cell inCode(SeededBug bug, String column, Path classes, Path folder, boolean isChanged)
      throws Exception {
    if (isChanged && kind(bug).equals("name") && !List.of("steps", "class file").contains(column)) {
      return KillMatrix.NOT_RUN; // the class file is the same
    }
    String type = module(bug);
    return switch (column) {
      case "JUnit" -> byCheckers(
          bug, classes, folder, junit(type + "Test", "StalledWriterTest", type + "ConcurrencyTest"));
      case "faults" -> byCheckers(bug, classes, folder, FAULTS.stream().map(SeededBugs::junit).toList());
      case "steps" -> bySteps(bug, type, classes, folder);
      case "Lincheck" -> byCheckers(bug, classes, folder, lincheck(bug, type));
      case "jcstress" -> byCheckers(bug, classes, folder, litmusTests(bug, type));
      case "class file" -> byClassFile(bug, classes);
      case "access modes" -> isChanged && bug.fields().containsKey("Modes")
          ? byControl("WeakenedCodeIT", bug, "by access modes", folder)
          : KillMatrix.NOT_RUN;
      default -> throw new IllegalArgumentException(column);
    };
  }

  private static List<Checker> junit(String... tests) {
    return Stream.of(tests).map(SeededBugs::junit).toList();
  }

  /** Those that are named beside the bug, and then all: one that waits for ever would keep the others from their turn. */
  private static List<Checker> lincheck(SeededBug bug, String type) {
    List<Checker> tests = new ArrayList<>();
    SeededBugs.checkers(bug).stream().filter(name -> name.contains("LincheckTest#")).map(SeededBugs::junit)
        .forEach(tests::add);
    tests.add(SeededBugs.junit(type + "LincheckTest"));
    return tests;
  }

  /** All of them for a moment, and then, as the negative controls do, those that are named beside the bug. */
  private static List<Checker> litmusTests(SeededBug bug, String type) {
    List<Checker> tests = new ArrayList<>();
    tests.add(JcstressChecker.ofAllNamed("Of" + type));
    SeededBugs.checkers(bug).stream().filter(SeededBugs::isLitmusTest).map(JcstressChecker::of)
        .forEach(tests::add);
    return tests;
  }

  /** With TLC's part, which is the same for all bugs, done before. */
  private static Cell bySteps(SeededBug bug, String type, Path classes, Path folder) throws Exception {
    Checker steps = StepsCheckers.of(type);
    Judgement sound = steps.run(
        LibraryCompiler.compile(bug.file(), Files.readAllLines(bug.file()),
            Files.createDirectory(folder.resolve("no-bug"))),
        folder);
    if (sound.verdict() != Judgement.Verdict.PASSED) {
      throw new IllegalStateException("step conformance must pass the unchanged " + type + ": " + sound.finding());
    }
    long start = System.nanoTime();
    try {
      return byCheckers(bug, classes, folder, List.of(steps));
    } catch (LinkageError e) {
      return cell(KillMatrix.Fate.BROKE_OFF, start, e.toString()); // a class that the bug brings along
    }
  }

  private static Cell byCheckers(SeededBug bug, Path classes, Path folder, List<Checker> checkers) throws Exception {
    long start = System.nanoTime();
    boolean isOutOfTime = false;
    Cell brokenOff = null;
    for (int i = 0; i < checkers.size(); i++) {
      Judgement judgement = checkers.get(i).run(classes, Files.createDirectory(folder.resolve(String.valueOf(i))));
      if (judgement.verdict() == Judgement.Verdict.FAILED) {
        return cell(KillMatrix.Fate.CAUGHT, start, judgement.finding());
      }
      if (judgement.verdict() == Judgement.Verdict.THREW && brokenOff == null) {
        brokenOff = cell(KillMatrix.Fate.BROKE_OFF, start, judgement.finding()); // unless another one judges
      }
      if (judgement.verdict() == Judgement.Verdict.BROKEN && !judgement.finding().contains("did not end in time")) {
        throw new IllegalStateException("a checker broke on " + bug.name() + ": " + judgement.finding());
      }
      isOutOfTime |= judgement.verdict() == Judgement.Verdict.BROKEN;
    }
    if (brokenOff != null) {
      return brokenOff;
    }
    return cell(isOutOfTime ? KillMatrix.Fate.OUT_OF_TIME : KillMatrix.Fate.NOT_CAUGHT, start, null);
  }

  private static Cell byLitmusTests(SeededBug bug, Path folder) throws Exception {
    long start = System.nanoTime();
    try {
      SortedSet<String> differing = Calibration.of(bug.file().getFileName().toString(), folder).differing();
      return differing.isEmpty()
          ? cell(KillMatrix.Fate.NOT_CAUGHT, start, null)
          : cell(KillMatrix.Fate.CAUGHT, start, differing.first());
    } catch (AssertionError e) {
      return cell(KillMatrix.Fate.BROKE_OFF, start, e.getMessage());
    }
  }

  /** By the first obligation that is no longer proved. */
  private static Cell byProof(SeededBug bug, List<String> lines, String name) throws Exception {
    if (!ProofOfChange.isAbout(bug.file())) {
      return KillMatrix.NOT_RUN;
    }
    long start = System.nanoTime();
    Optional<ProofOfChange.Finding> finding = ProofOfChange.first("kill-matrix-" + name, bug.file(), lines);
    return finding.isEmpty()
        ? cell(KillMatrix.Fate.NOT_CAUGHT, start, null)
        : cell(finding.get().isRefuted() ? KillMatrix.Fate.CAUGHT : KillMatrix.Fate.BROKE_OFF, start,
            finding.get().what());
  }

  private static Cell byClassFile(SeededBug bug, Path classes) throws Exception {
    long start = System.nanoTime();
    ClassFileVerdict verdict = ClassFileVerdict.of(bug, classes);
    return cell(switch (verdict.kind()) {
      case PROVED -> KillMatrix.Fate.NOT_CAUGHT;
      case REFUTED -> KillMatrix.Fate.CAUGHT;
      case REFUSED -> KillMatrix.Fate.BROKE_OFF;
    }, start, verdict.kind() == ClassFileVerdict.Kind.PROVED ? null : verdict.firstLine());
  }

  /** By a test of all bugs of a kind, which must pass, and records those that were caught. */
  private static Cell byControl(String test, SeededBug bug, String by, Path folder) throws Exception {
    long start = System.nanoTime();
    Path classes = Path.of("target", "classes").toAbsolutePath();
    Judgement judgement = new JUnitChecker(test, List.of("-Dmutant=" + bug.name())).run(classes, folder);
    if (judgement.verdict() != Judgement.Verdict.PASSED) {
      throw new IllegalStateException(test + " must pass: " + judgement.finding());
    }
    try (Stream<Path> records = Files.walk(folder)) {
      for (Path record : records.filter(file -> file.toString().endsWith(".json")).toList()) {
        if (Files.readString(record).contains('"' + bug.name() + " " + by + '"')) {
          return cell(KillMatrix.Fate.CAUGHT, start, test);
        }
      }
    }
    return cell(KillMatrix.Fate.NOT_CAUGHT, start, null);
  }

  private static Cell cell(KillMatrix.Fate fate, long start, String by) {
    return new Cell(fate, (System.nanoTime() - start) / 1e9, by).rounded();
  }
}
