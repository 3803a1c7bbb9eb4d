package org.atomicvalue.checkers.evidence;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Records the tests that fail, and has the {@linkplain FailureReport report} written at the end of a run that leaves
 * any: a test that fails stops Maven before it comes to the report at the end of its build. JUnit finds this class by
 * {@code META-INF/services}. It changes nothing of the outcome, which is Maven's to judge.
 *
 * <p>Where {@code -Dreport.evidence} names a place of their own for the findings, as it does in the JVMs that run
 * tests of seeded bugs, nothing is recorded: that those tests fail is no finding of this build.
 */
public final class FailureListener implements TestExecutionListener {

  private static final int LONGEST = 20_000;

  private final boolean enabled;
  private final Path folder;
  private final FailureReport report;
  private final PrintStream out;
  private final Map<String, List<Failure>> byClass = new TreeMap<>();
  private TestPlan plan;

  public FailureListener() {
    this(System.getProperty(Evidence.FOLDER_PROPERTY) == null, Failure.FOLDER, FailureReport.found(), System.out);
  }

  FailureListener(boolean enabled, Path folder, FailureReport report, PrintStream out) {
    this.enabled = enabled;
    this.folder = folder;
    this.report = report;
    this.out = out;
  }

  @Override
  public void testPlanExecutionStarted(TestPlan started) {
    plan = started;
    byClass.clear();
  }

  @Override
  public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
    Optional<String> testClass = classOf(test);
    if (testClass.isEmpty()) {
      return;
    }
    List<Failure> failures = byClass.computeIfAbsent(testClass.get(), name -> new ArrayList<>());
    if (result.getStatus() == TestExecutionResult.Status.FAILED) {
      failures.add(failure(testClass.get(), nameOf(test), result.getThrowable()));
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan finished) {
    if (!enabled) {
      return;
    }
    try {
      for (Map.Entry<String, List<Failure>> each : byClass.entrySet()) {
        Failure.record(folder, each.getKey(), each.getValue());
      }
      if (!Failure.all(folder).isEmpty()) {
        Optional<Path> page = report.write();
        if (page.isPresent() && byClass.values().stream().anyMatch(failures -> !failures.isEmpty())) {
          out.println("The report: " + page.get());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException("cannot write the report", e);
    }
  }

  private static Failure failure(String testClass, String name, Optional<Throwable> thrown) {
    StringWriter trace = new StringWriter();
    thrown.ifPresent(problem -> problem.printStackTrace(new PrintWriter(trace, true)));
    return new Failure(linkOf(testClass), testClass.substring(testClass.lastIndexOf('.') + 1) + ": " + name,
        cut(thrown.map(FailureListener::messageOf).orElse("It failed without an exception.")),
        cut(trace.toString().lines().filter(line -> line.matches("\\s+(at|\\.\\.\\.) .*|(Caused by|Suppressed): .*"))
            .collect(Collectors.joining("\n"))));
  }

  /** An assertion speaks for itself; of another exception one wants to know what it is. */
  private static String messageOf(Throwable thrown) {
    return thrown instanceof AssertionError && thrown.getMessage() != null ? thrown.getMessage() : thrown.toString();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST
        ? text.strip()
        : text.substring(0, LONGEST) + "\n... and " + (text.length() - LONGEST) + " characters more";
  }

  /** The class, without those nested in it; none of an engine. */
  private Optional<String> classOf(TestIdentifier test) {
    return Stream.iterate(Optional.of(test), Optional::isPresent, each -> plan.getParent(each.get()))
        .flatMap(each -> each.get().getSource().stream())
        .map(FailureListener::className)
        .flatMap(Optional::stream)
        .map(name -> name.replaceFirst("\\$.*", ""))
        .findFirst();
  }

  private static Optional<String> className(TestSource source) {
    if (source instanceof MethodSource method) {
      return Optional.of(method.getClassName());
    }
    return source instanceof ClassSource type ? Optional.of(type.getClassName()) : Optional.empty();
  }

  /** With the name of its method, where it is one of several that a method makes. */
  private String nameOf(TestIdentifier test) {
    String method = plan.getParent(test)
        .filter(parent -> parent.getSource().filter(MethodSource.class::isInstance).isPresent())
        .map(parent -> parent.getDisplayName() + " ")
        .orElse("");
    return (method + test.getDisplayName()).replace("()", "");
  }

  /** What the class says by {@link OfLink}; a class that does not is a fault of the checks, and the report says so. */
  private static Link linkOf(String testClass) {
    try {
      Class<?> type = Class.forName(testClass, false, Thread.currentThread().getContextClassLoader());
      return OfLink.Reader.of(type).orElse(Link.ARTIFACTS);
    } catch (ClassNotFoundException e) {
      return Link.ARTIFACTS;
    }
  }
}
