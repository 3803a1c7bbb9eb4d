package org.atomicvalue.checkers.tlc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.atomicvalue.checkers.jvm.ForkedJvm;

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
  private static final int SECONDS_TO_END = 10;

  /** Options after which TLC no longer says what this runner has to know, or that are the runner's own. */
  private static final Set<String> REFUSED = Set.of("-nowarning", "-difftrace", "-terse", "-metadir", "-config");

  private final Path module;
  private final Path config;
  private final List<Path> library = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final List<String> jvmOptions = new ArrayList<>();
  private final List<Path> jars = new ArrayList<>();
  private final Set<Integer> accepted = new HashSet<>();
  private final Map<String, String> environment = new HashMap<>();
  private String workers = "1";
  private boolean counts = true;
  private Path folder = Path.of("target", "tlc");
  private Consumer<String> progress = line -> {};
  private Optional<Duration> limit = Optional.empty();

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

  /** Jars with further modules, and with operators that are written in Java, such as the Community Modules. */
  public Tlc jars(Path... files) {
    jars.addAll(List.of(files));
    return this;
  }

  /** The number of threads that search, or {@code auto} for one per processor. */
  public Tlc workers(String count) {
    workers = count;
    return this;
  }

  /**
   * Further options of TLC's, such as {@code -dump dot,actionlabels graph.dot}. Those that keep TLC from saying what is
   * wrong are refused.
   */
  public Tlc options(String... more) {
    for (String option : more) {
      if (REFUSED.contains(option)) {
        throw new IllegalArgumentException("with the option " + option + " the verdict of TLC cannot be read");
      }
    }
    options.addAll(List.of(more));
    return this;
  }

  /** Options of TLC's JVM, such as {@code -Xmx4g}. */
  public Tlc jvmOptions(String... more) {
    jvmOptions.addAll(List.of(more));
    return this;
  }

  /** A variable of the environment of TLC's JVM. */
  public Tlc environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** For a model of less than some 100,000 states: a JVM that starts faster but computes more slowly. */
  public Tlc small() {
    return jvmOptions("-XX:TieredStopAtLevel=1");
  }

  /**
   * Does not count how often each action fires. For a model with many operators within operators TLC is then much
   * quicker, and says nothing about actions that never fired.
   */
  public Tlc withoutCoverage() {
    counts = false;
    return this;
  }

  /**
   * Accepts warnings that touch soundness: the outcome is {@link TlcOutcome#OK} in spite of them.
   *
   * @param codes of {@link Warning}s
   */
  public Tlc acceptWarnings(Integer... codes) {
    accepted.addAll(List.of(codes));
    return this;
  }

  /** The folder that receives the log, and for the time of the run what TLC writes. */
  public Tlc folder(Path path) {
    folder = path;
    return this;
  }

  /** Receives TLC's own report of its progress, a line at most twice a minute. */
  public Tlc progress(Consumer<String> listener) {
    progress = listener;
    return this;
  }

  /**
   * Stops TLC after some time; the outcome is then that its time was up, and the states are those of its last report.
   */
  public Tlc limit(Duration time) {
    limit = Optional.of(time);
    return this;
  }

  /**
   * Runs TLC to its end. Everything that it prints is in {@link TlcResult#log()}. If the thread is interrupted, TLC is
   * stopped at once.
   */
  public TlcResult run() throws IOException, InterruptedException {
    ModelText model = new ModelText(module, config, library);
    Files.createDirectories(folder);
    Path scratch = Files.createTempDirectory(folder.toAbsolutePath(), model.name() + "-");
    try (LogFile log = LogFile.of(folder, config)) {
      TlcOutput output = new TlcOutput(model, counts);
      long start = System.nanoTime();
      Process process = start(scratch);
      boolean timeIsUp;
      try {
        Reader reader = new Reader(process, output, log.writer(), progress);
        timeIsUp = limit.isPresent() && !process.waitFor(limit.get().toMillis(), TimeUnit.MILLISECONDS);
        if (timeIsUp) {
          process.destroy();
          if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
            process.destroyForcibly();
          }
        }
        int exitCode = process.waitFor();
        reader.end(timeIsUp);
        return output.result(exitCode, timeIsUp, accepted, (System.nanoTime() - start) / 1e9, log.path());
      } finally {
        process.destroyForcibly().onExit().join();
      }
    } catch (ClosedByInterruptException e) {
      // The interrupt came while a file was written, which clears nothing and says it in another way.
      Thread.interrupted();
      throw (InterruptedException) new InterruptedException("interrupted while TLC ran").initCause(e);
    } finally {
      GuardedMain.deleteRecursively(scratch);
    }
  }

  /** Reads what TLC prints in a thread of its own, so that the one that waits for TLC can be interrupted. */
  private static final class Reader {

    private final Thread thread;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    Reader(Process process, TlcOutput output, PrintWriter log, Consumer<String> progress) {
      thread = new Thread(() -> read(process, output, log, progress), "reads what TLC prints");
      thread.setDaemon(true);
      thread.setUncaughtExceptionHandler((reader, thrown) -> {
        failure.set(thrown);
        // Nobody would read on, and TLC would wait for ever.
        process.destroyForcibly();
      });
      thread.start();
    }

    private static void read(Process process, TlcOutput output, PrintWriter log, Consumer<String> progress) {
      long reported = System.nanoTime();
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          log.println(line);
          output.accept(line);
          if (line.startsWith("Progress(") && System.nanoTime() - reported > REPORT_INTERVAL) {
            progress.accept(line);
            reported = System.nanoTime();
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        log.flush();
      }
    }

    /** @param stopped whether TLC was stopped, so that what it printed may end anywhere */
    void end(boolean stopped) throws InterruptedException {
      thread.join();
      Throwable thrown = failure.get();
      if (thrown instanceof UncheckedIOException && stopped) {
        return;
      }
      if (thrown != null) {
        throw new IllegalStateException("what TLC printed could not be read: " + thrown.getMessage(), thrown);
      }
    }
  }

  private Process start(Path scratch) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(scratch.toString(), "tlc2.TLC"));
    // -tool marks every message with its code, so that the output can be read without guessing.
    arguments.addAll(List.of("-tool", "-workers", workers, "-lncheck", "final"));
    if (counts) {
      arguments.addAll(List.of("-coverage", "1"));
    }
    // A fixed fingerprint function, since the search for a liveness violation follows the order of the fingerprints.
    arguments.addAll(List.of("-fp", "0"));
    arguments.addAll(List.of("-metadir", scratch.toString(), "-config", config.toAbsolutePath().toString()));
    arguments.addAll(options);
    arguments.add(module.toAbsolutePath().toString());
    ForkedJvm jvm = TlcJvm.of(jvmOptions, scratch, library, jars);
    environment.forEach(jvm::environment);
    return jvm.command(arguments).start();
  }

  /** The names of the invariants and properties that a configuration has TLC check. */
  public static List<String> properties(Path config) {
    ConfigText text = new ConfigText(config);
    return Stream.concat(text.invariants().stream(), text.properties().stream()).toList();
  }

  /** The jar or the folder that holds TLC. */
  public static String jar() {
    return TlcJvm.tlc().toString();
  }
}
