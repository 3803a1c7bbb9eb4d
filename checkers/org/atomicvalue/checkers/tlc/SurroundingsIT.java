package org.atomicvalue.checkers.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.atomicvalue.checkers.jvm.ForkedJvm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits, interrupts, languages, logs, jars, and the death of the JVM that started TLC. */
@Timeout(120)
class SurroundingsIT {

  private static final String ENDLESS =
      """
      ---- MODULE Endless ----
      EXTENDS Naturals, TLC
      VARIABLE x
      Init == x = 0
      Next == x' = x + 1
      Chatty == x' = x + 1 /\\ PrintT(<<"step", x>>)
      ====
      """;

  private static final String MANY =
      """
      ---- MODULE Many ----
      EXTENDS Naturals
      VARIABLE x
      Init == x \\in 1..1500
      Next == x < 0 /\\ x' = x
      ====
      """;

  /** Stands for the JVM of the tests, and is killed. */
  static final class Parent {

    private Parent() {}

    public static void main(String[] args) throws Exception {
      System.out.println(new SmallModels(Path.of(args[0])).run("Endless", "INIT Init NEXT Next").summary());
    }
  }

  @TempDir Path folder;

  private SmallModels models;

  @BeforeEach
  void write() throws Exception {
    models = new SmallModels(folder);
    models.module(ENDLESS);
    models.module(MANY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Next", "Chatty"})
  void limit(String next) throws Exception {
    TlcResult result = models.tlc("Endless", "INIT Init NEXT " + next).limit(Duration.ofSeconds(2)).run();
    assertEquals(TlcOutcome.TIME_IS_UP, result.outcome(), result.errors()::toString);
    assertEquals("was stopped because its time was up", result.summary());
    assertNothingIsLeft();
  }

  @Test
  void limitThatIsNotReached() throws Exception {
    assertEquals(TlcOutcome.OK,
        models.tlc("Many", "INIT Init NEXT Next CHECK_DEADLOCK FALSE").limit(Duration.ofMinutes(5)).run().outcome());
  }

  @Test
  void interrupt() throws Exception {
    AtomicReference<Object> end = new AtomicReference<>();
    Thread runner = new Thread(() -> {
      try {
        end.set(models.run("Endless", "INIT Init NEXT Next"));
      } catch (Exception e) {
        end.set(e);
      }
    });
    runner.start();
    while (scratchFolders().isEmpty()) {
      Thread.sleep(10);
    }
    runner.interrupt();
    runner.join();
    assertEquals(InterruptedException.class, end.get().getClass());
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "fr-FR", "tr-TR"})
  void figuresInAnotherLanguage(String locale) throws Exception {
    String[] parts = locale.split("-");
    TlcResult result = models.tlc("Many", "INIT Init NEXT Next CHECK_DEADLOCK FALSE")
        .environment("JAVA_TOOL_OPTIONS", "-Duser.language=" + parts[0] + " -Duser.country=" + parts[1])
        .run();
    assertEquals(TlcOutcome.OK, result.outcome(), result.errors()::toString);
    assertEquals(OptionalLong.of(1500), result.distinctStates());
  }

  /** Only the reports of progress have figures with separators, and only a run that is stopped ends with one. */
  @Test
  void figuresOfAReportOfProgress() {
    TlcOutput output =
        new TlcOutput(new ModelText(folder.resolve("Many.tla"), folder.resolve("Many.cfg"), List.of()), true);
    Stream.of("@!@!@STARTMSG 2200:0 @!@!@",
        "Progress(7) at 2026-11-27 15:35:39: 2,521,436 states generated (344 s/min), 1,321,436 distinct states found"
            + " (86 ds/min), 12 states left on queue.",
        "@!@!@ENDMSG 2200 @!@!@").forEach(output::accept);
    TlcResult result = output.result(143, true, java.util.Set.of(), 1, folder.resolve("log"));
    assertEquals(OptionalLong.of(1_321_436), result.distinctStates());
    assertEquals(OptionalLong.of(2_521_436), result.generatedStates());
  }

  @Test
  void modelsOfOneNameHaveLogsOfTheirOwn() throws Exception {
    Path first = Files.createDirectories(folder.resolve("first"));
    Path second = Files.createDirectories(folder.resolve("second"));
    Path logs = folder.resolve("logs");
    new SmallModels(first).module(MANY);
    new SmallModels(second).module(MANY.replace("1500", "3"));
    String config = "INIT Init NEXT Next CHECK_DEADLOCK FALSE";
    CompletableFuture<TlcResult> other = CompletableFuture.supplyAsync(() -> run(second, config, logs));
    TlcResult mine = run(first, config, logs);
    assertNotEquals(mine.log(), other.get().log());
    assertTrue(Files.readString(mine.log()).contains("1500 distinct states found"));
    assertTrue(Files.readString(other.get().log()).contains("3 distinct states found"));
  }

  @Test
  void runsOfOneModelSideBySideHaveLogsOfTheirOwn() throws Exception {
    String config = "INIT Init NEXT Next CHECK_DEADLOCK FALSE";
    models.config("Many", config);
    try (LogFile first = LogFile.of(folder, folder.resolve("Many.cfg"));
        LogFile second = LogFile.of(folder, folder.resolve("Many.cfg"))) {
      assertNotEquals(first.path(), second.path());
    }
  }

  private static TlcResult run(Path folder, String config, Path logs) {
    try {
      return new SmallModels(folder).tlc("Many", config).folder(logs).run();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void jarWithModules() throws Exception {
    Path jar = folder.resolve("extra.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("Extra.tla"));
      out.write("---- MODULE Extra ----\nSame(n) == n\n====\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
    models.module("""
        ---- MODULE UsesExtra ----
        EXTENDS Naturals, Extra
        VARIABLE x
        Init == x = 0
        Next == x < 3 /\\ x' = Same(x) + 1
        ====
        """);
    String config = "INIT Init NEXT Next CHECK_DEADLOCK FALSE";
    assertEquals(TlcOutcome.ERROR, models.run("UsesExtra", config).outcome());
    assertEquals(TlcOutcome.OK, models.tlc("UsesExtra", config).jars(jar).run().outcome());
  }

  @Test
  void tlcEndsWithTheJvmThatStartedIt() throws Exception {
    Path output = folder.resolve("parent.txt");
    Process parent = new ForkedJvm(Parent.class).command(List.of(folder.toString())).start(output);
    while (parent.isAlive() && (parent.children().findAny().isEmpty() || scratchFolders().isEmpty())) {
      Thread.sleep(10);
    }
    ProcessHandle tlc = parent.children().findAny().orElseThrow();
    parent.destroyForcibly();
    assertNull(tlc.onExit().handle((ended, thrown) -> thrown).get(60, TimeUnit.SECONDS));
    assertEquals("", Files.readString(output), "TLC had not ended before its parent was killed");
    assertFalse(tlc.isAlive());
    assertNothingIsLeft();
  }

  private void assertNothingIsLeft() throws Exception {
    assertEquals(List.of(), scratchFolders());
  }

  private List<File> scratchFolders() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> Files.isDirectory(file) && file.getFileName().toString().startsWith("Endless-"))
          .map(Path::toFile).toList();
    }
  }
}
