package org.atomicvalue.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.atomicvalue.checkers.evidence.BehaviourEvidence;
import org.atomicvalue.examples.ReloadedConfiguration.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The examples do what they say. */
@ExtendWith(BehaviourEvidence.class)
@Timeout(120)
class ExamplesTest {

  private static final int WORKERS = 4;

  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);

  @AfterEach
  void endWorkers() {
    workers.shutdownNow();
  }

  @FunctionalInterface
  private interface Program {
    void run(ByteArrayOutputStream printed) throws Exception;
  }

  private static List<String> linesPrintedBy(Program program) throws Exception {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream recorder = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(recorder);
    System.setErr(recorder);
    try {
      program.run(printed);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static Configuration version(int number) {
    return new Configuration("version " + number, number);
  }

  private static void awaitVersion(ReloadedConfiguration configuration, int number) throws InterruptedException {
    while (!configuration.current().equals(version(number))) {
      Thread.sleep(5);
    }
  }

  @Test
  void workersSeeEachConfigurationWholeAndInTheEndTheLast(@TempDir Path folder) throws Exception {
    int versions = 5;
    Path file = folder.resolve("server.properties");
    ReloadedConfiguration.write(file, version(1));
    try (ReloadedConfiguration configuration = new ReloadedConfiguration(file)) {
      assertEquals(version(1), configuration.current());
      List<Future<Integer>> last = new ArrayList<>();
      AtomicBoolean lastIsCurrent = new AtomicBoolean();
      for (int i = 0; i < WORKERS; i++) {
        last.add(workers.submit(() -> {
          int number = 1;
          boolean end;
          do {
            end = lastIsCurrent.get();
            Configuration seen = configuration.current();
            assertEquals(version(seen.repetitions()), seen, "a mixture of two versions");
            assertTrue(seen.repetitions() >= number, "an older version after a newer one");
            number = seen.repetitions();
          } while (!end);
          return number;
        }));
      }
      for (int number = 2; number <= versions; number++) {
        ReloadedConfiguration.write(file, version(number));
        awaitVersion(configuration, number);
      }
      lastIsCurrent.set(true);
      for (Future<Integer> worker : last) {
        assertEquals(versions, worker.get());
      }
    }
  }

  @Test
  void aConfigurationThatCannotBeReadLeavesThePreviousOne(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("server.properties");
    ReloadedConfiguration.write(file, version(1));
    List<String> lines = linesPrintedBy(printed -> {
      try (ReloadedConfiguration configuration = new ReloadedConfiguration(file)) {
        Files.writeString(file, "greeting=version 2\nrepetitions=many\n");
        while (printed.size() == 0) {
          Thread.sleep(5);
        }
        assertEquals(version(1), configuration.current());
        ReloadedConfiguration.write(file, version(3));
        awaitVersion(configuration, 3);
      }
    });
    assertTrue(lines.get(0).startsWith("Keeping the previous configuration"), lines.get(0));
  }

  @Test
  void reloadedConfigurationRuns() throws Exception {
    List<String> lines = linesPrintedBy(printed -> ReloadedConfiguration.main(new String[0]));
    assertEquals(2 * WORKERS, lines.size(), () -> String.join("\n", lines));
    for (int i = 0; i < WORKERS; i++) {
      int before = lines.indexOf("Hello, worker " + i + "!");
      int after = lines.indexOf("Good evening, Good evening, worker " + i + "!");
      assertTrue(0 <= before && before < after, () -> String.join("\n", lines));
    }
  }

  @Test
  void readMostlyMapLosesNoInsertion() throws Exception {
    int perWorker = 500;
    ReadMostlyMap<Integer, String> map = new ReadMostlyMap<>();
    List<Future<?>> done = new ArrayList<>();
    for (int i = 0; i < WORKERS; i++) {
      int first = i * perWorker;
      done.add(workers.submit(() -> {
        for (int key = first; key < first + perWorker; key++) {
          int before = map.snapshot().size();
          map.put(key, "value " + key);
          assertEquals(Optional.of("value " + key), map.get(key));
          assertTrue(map.snapshot().size() > before, "the map has not grown");
        }
      }));
    }
    for (Future<?> worker : done) {
      worker.get();
    }
    assertEquals(WORKERS * perWorker, map.snapshot().size());
  }

  @Test
  void aSnapshotOfReadMostlyMapStaysAsItIs() {
    ReadMostlyMap<String, Integer> map = new ReadMostlyMap<>();
    map.put("one", 1);
    Map<String, Integer> snapshot = map.snapshot();
    map.put("two", 2);
    assertEquals(Map.of("one", 1), snapshot);
    assertEquals(Map.of("one", 1, "two", 2), map.snapshot());
    assertEquals(Optional.empty(), map.get("three"));
  }

  private static final class Unwell extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** They fail at the same time, with errors of two classes: one of them is the first, and the other is not refused. */
  @Test
  void oneErrorIsTheFirstWhateverTheClassOfTheOthers() throws Exception {
    for (int round = 0; round < 200; round++) {
      CyclicBarrier start = new CyclicBarrier(WORKERS);
      List<Exception> errors = List.of(new IOException(), new Unwell(), new IOException(), new Unwell());
      List<Callable<?>> tasks = new ArrayList<>();
      for (Exception error : errors) {
        tasks.add(() -> {
          start.await();
          throw error;
        });
      }
      Throwable first = assertThrows(ExecutionException.class, () -> FirstError.runAll(workers, tasks)).getCause();
      Set<Throwable> reported = new HashSet<>(List.of(first.getSuppressed()));
      reported.add(first);
      assertEquals(new HashSet<>(errors), reported);
    }
  }

  @Test
  void tasksThatDoNotFailReportNoError() throws Exception {
    AtomicInteger done = new AtomicInteger();
    FirstError.runAll(workers, Collections.nCopies(10, done::incrementAndGet));
    assertEquals(10, done.get());
  }

  @Test
  void firstErrorRuns() throws Exception {
    List<String> lines = linesPrintedBy(printed -> FirstError.main(new String[0]));
    assertEquals(1, lines.size(), () -> String.join("\n", lines));
    assertTrue(lines.get(0).matches("the first of 3 errors: java\\.\\S+Exception: task [123]"), lines.get(0));
  }

  @Test
  void readMostlyMapRuns() throws Exception {
    List<String> lines = linesPrintedBy(printed -> ReadMostlyMap.main(new String[0]));
    assertEquals(3, lines.size(), () -> String.join("\n", lines));
    assertTrue(lines.get(0).matches("so far: \\d+"), lines.get(0));
    assertEquals(List.of("in the end: 100", "number 42 is 42"), lines.subList(1, 3));
  }
}
