package org.atomicvalue.checkers.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

@OfLink(Link.CONTROLS)
class FailureListenerTest {

  private static boolean broken;

  @TempDir Path folder;

  private final AtomicInteger reports = new AtomicInteger();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Fails where it is told to; nested, so that nothing but these tests runs it. */
  static class Suite {
    @Test
    void one() {
      assertFalse(broken, "1. ClaimType\n2. PublishType");
    }

    @TestFactory
    Stream<DynamicTest> several() {
      return Stream.of(dynamicTest("good", () -> {}), dynamicTest("bad", () -> assertFalse(broken, "no")));
    }
  }

  static class BrokenBeforeItsTests {
    @BeforeAll
    static void prepare() {
      fail("not ready");
    }

    @Test
    void never() {}
  }

  @Test
  void recordsEachFailedTestAndWritesTheReport() throws IOException {
    broken = true;
    run(true, Suite.class);
    List<Failure> failures = Failure.all(folder);
    assertEquals(List.of("FailureListenerTest: one", "FailureListenerTest: several bad"),
        failures.stream().map(Failure::test).sorted().toList());
    Failure one = failures.stream().filter(each -> each.test().endsWith("one")).findFirst().orElseThrow();
    assertTrue(one.message().contains("1. ClaimType\n2. PublishType"), one::message);
    assertTrue(one.trace().contains("at org.atomicvalue.checkers.evidence.FailureListenerTest$Suite.one("),
        one::trace);
    assertEquals(1, reports.get());
    assertEquals("The report: report.html", out.toString().strip());
  }

  @Test
  void aLaterGreenRunOfTheClassRemovesThem() throws IOException {
    broken = true;
    run(true, Suite.class);
    broken = false;
    run(true, Suite.class);
    assertEquals(List.of(), Failure.all(folder));
    assertEquals(1, reports.get());
  }

  @Test
  void recordsThatAClassCouldNotBegin() throws IOException {
    run(true, BrokenBeforeItsTests.class);
    assertEquals(List.of("FailureListenerTest: FailureListenerTest$BrokenBeforeItsTests"),
        Failure.all(folder).stream().map(Failure::test).toList());
  }

  @Test
  void leavesRunsOfSeededBugsAlone() throws IOException {
    broken = true;
    run(false, Suite.class);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
    assertEquals(0, reports.get());
  }

  @Test
  void keepsTheReportOfEarlierFailuresUpToDate() throws IOException {
    Failure.record(folder, "org.atomicvalue.Other", List.of(new Failure(Link.BEHAVIOUR, "Other: test", "no", "")));
    broken = false;
    run(true, Suite.class);
    assertEquals(1, reports.get());
    assertEquals("", out.toString());
  }

  @Test
  void recordsTheLinkThatTheClassNames() throws IOException {
    broken = true;
    run(true, Suite.class);
    assertEquals(Set.of(Link.CONTROLS), links());
  }

  private Set<Link> links() throws IOException {
    return Failure.all(folder).stream().map(Failure::link).collect(Collectors.toSet());
  }

  private void run(boolean enabled, Class<?> testClass) {
    FailureListener listener = new FailureListener(enabled, folder, () -> {
      reports.incrementAndGet();
      return Optional.of(Path.of("report.html"));
    }, new PrintStream(out));
    LauncherConfig config = LauncherConfig.builder()
        .enableTestExecutionListenerAutoRegistration(false)
        .addTestExecutionListeners(listener)
        .build();
    LauncherFactory.create(config)
        .execute(LauncherDiscoveryRequestBuilder.request().selectors(selectClass(testClass)).build());
  }
}
