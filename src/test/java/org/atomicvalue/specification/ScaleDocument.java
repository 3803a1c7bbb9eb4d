package org.atomicvalue.specification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.atomicvalue.checkers.documents.GeneratedSection;
import org.atomicvalue.checkers.measure.Machine;
import org.atomicvalue.checkers.tlc.Explanation;
import org.atomicvalue.checkers.tlc.Tlc;
import org.atomicvalue.checkers.tlc.TlcOutcome;
import org.atomicvalue.checkers.tlc.TlcResult;

/**
 * Writes the table in {@code docs/spec-scale.md}: how the state space of {@code AtomicValue.tla} grows.
 *
 * <p>{@code mvn test-compile exec:exec@spec-scale -Dspec.scale.minutes=30} lets each model run for 30 minutes at most.
 */
final class ScaleDocument {

  private static final Path FILE = Path.of("docs", "spec-scale.md");
  private static final Path SPEC = Path.of("spec");
  private static final Path MODELS = SPEC.resolve("models");
  private static final String MODULE = "MCScale.tla";
  private static final Path FOLDER = Path.of("target", "spec-scale");
  private static final List<String> VALUES = List.of("a1", "b1", "a2");

  /** A size of the model; {@code calls} is an operator of {@code MCScale}. */
  private record Size(int threads, int values, String calls, boolean symmetry) {

    Size withSymmetry() {
      return new Size(threads, values, calls, true);
    }

    String name() {
      return "MCScale_%d_%d_%s%s".formatted(threads, values, calls, symmetry ? "_symmetry" : "");
    }

    String config() {
      return """
          CONSTANTS
            a1 = a1  a2 = a2  b1 = b1  A = A  B = B
            Null = Null  Declared = Null  Initial = Null
            Claimed = Claimed
            TypeOf <- MCTypeOf
            Threads = {%s}
            Values = {%s}
            Calls <- %s
          SPECIFICATION Spec
          %s
          INVARIANTS TypeOK TypeAgreesWithData ClaimedByOneThread
          PROPERTIES TypeOnlyMovesForward RefinesTypedRegister
          CHECK_DEADLOCK FALSE
          """.formatted(
          IntStream.rangeClosed(1, threads).mapToObj(i -> "t" + i).collect(Collectors.joining(", ")),
          String.join(", ", VALUES.subList(0, values)),
          calls,
          symmetry ? "SYMMETRY Symmetry" : "");
    }
  }

  private static final List<Size> SIZES = List.of(
      new Size(1, 2, "AllCalls", false),
      new Size(2, 1, "AllCalls", false),
      new Size(2, 2, "AllCalls", false),
      new Size(2, 3, "AllCalls", false),
      new Size(3, 1, "AllCalls", false),
      new Size(3, 2, "AllCalls", false),
      new Size(3, 3, "AllCalls", false),
      new Size(4, 1, "AllCalls", false),
      new Size(2, 2, "LoadsAndStores", false),
      new Size(3, 2, "LoadsAndStores", false),
      new Size(4, 2, "LoadsAndStores", false),
      new Size(5, 2, "LoadsAndStores", false),
      new Size(4, 2, "AllCalls", false));

  private ScaleDocument() {}

  /** @param args how many minutes each model may run */
  public static void main(String[] args) throws IOException, InterruptedException {
    Duration limit = Duration.ofSeconds(Math.round(Double.parseDouble(args[0]) * 60));
    StringBuilder table = new StringBuilder();
    table.append("%s, %s, TLC with one worker per processor; each run stopped after %s min.%n%n"
        .formatted(Machine.current(), Machine.jvm(), args[0]));
    table.append("| threads | values | calls | symmetry | states | depth | seconds | memory |\n");
    table.append("|--:|--:|---|---|--:|--:|--:|--:|\n");
    for (Size size : SIZES) {
      table.append(row(size, limit));
      if (size.threads() > 1) {
        table.append(row(size.withSymmetry(), limit));
      }
    }
    Files.writeString(FILE, GeneratedSection.replace(FILE, Files.readString(FILE), "sizes", table.toString()));
    System.out.println("wrote " + FILE);
  }

  private static String row(Size size, Duration limit) throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    Path module = Files.copy(MODELS.resolve(MODULE), FOLDER.resolve(MODULE), StandardCopyOption.REPLACE_EXISTING);
    Path config = Files.writeString(FOLDER.resolve(size.name() + ".cfg"), size.config());
    AtomicLong memory = new AtomicLong();
    Thread sampler = new Thread(() -> sampleMemory(memory));
    sampler.start();
    TlcResult result = new Tlc(module, config)
        .library(SPEC, MODELS)
        .folder(FOLDER)
        .workers("auto")
        .limit(limit)
        .run();
    sampler.interrupt();
    sampler.join();
    boolean complete = result.outcome() == TlcOutcome.OK;
    if (!complete && result.outcome() != TlcOutcome.TIME_IS_UP) {
      throw new IllegalStateException(Explanation.of(result));
    }
    String row = String.format(Locale.ROOT, "| %d | %d | %s | %s | %s%,d | %s | %s | %s |%n",
        size.threads(), size.values(), size.calls().equals("AllCalls") ? "all" : "load, store",
        size.symmetry() ? "threads" : "none", complete ? "" : "> ", result.distinctStates().orElseThrow(),
        complete ? result.depth().orElseThrow() : "",
        complete ? String.format(Locale.ROOT, "%.0f", result.seconds()) : "stopped",
        memory.get() == 0 ? "" : memory.get() / 1024 + " MiB");
    System.out.print(row);
    return row;
  }

  /** The largest memory that a child of this process has used so far, in KiB; stays 0 where there is no /proc. */
  private static void sampleMemory(AtomicLong peak) {
    try {
      while (true) {
        ProcessHandle.current().children().forEach(child -> peak.accumulateAndGet(memoryOf(child), Math::max));
        Thread.sleep(200);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long memoryOf(ProcessHandle process) {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0; // The process has ended, or this system has no /proc.
    }
  }
}
