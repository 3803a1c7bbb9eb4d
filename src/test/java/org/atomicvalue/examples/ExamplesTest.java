package org.atomicvalue.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
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

  @Test
  void readMostlyMapRuns() throws Exception {
    List<String> lines = linesPrintedBy(printed -> ReadMostlyMap.main(new String[0]));
    assertEquals(3, lines.size(), () -> String.join("\n", lines));
    assertTrue(lines.get(0).matches("so far: \\d+"), lines.get(0));
    assertEquals(List.of("in the end: 100", "number 42 is 42"), lines.subList(1, 3));
  }
}
