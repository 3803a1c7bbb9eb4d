package org.atomicvalue.checkers.evidence;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Counts the tests of a class, its nested classes included, and records them as evidence once all have passed. */
public final class BehaviourEvidence implements BeforeAllCallback, AfterAllCallback, TestWatcher {

  private static final class Tally {
    final long start = System.nanoTime();
    int passed;
    boolean failed;
  }

  private static final Map<Class<?>, Tally> TALLIES = new ConcurrentHashMap<>();

  private final Link link;

  public BehaviourEvidence() {
    this(Link.BEHAVIOUR);
  }

  /** For another link whose checks are tests that pass or fail, and no more. */
  public BehaviourEvidence(Link link) {
    this.link = link;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    TALLIES.computeIfAbsent(topLevelClass(context), c -> new Tally());
  }

  @Override
  public void testSuccessful(ExtensionContext context) {
    TALLIES.get(topLevelClass(context)).passed++;
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    TALLIES.get(topLevelClass(context)).failed = true;
  }

  @Override
  public void testAborted(ExtensionContext context, Throwable cause) {
    TALLIES.get(topLevelClass(context)).failed = true;
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Class<?> testClass = topLevelClass(context);
    if (context.getRequiredTestClass() != testClass) {
      return;
    }
    Tally tally = TALLIES.remove(testClass);
    if (!tally.failed) {
      double seconds = (System.nanoTime() - tally.start) / 1e9;
      new Evidence(link, testClass.getSimpleName(), tally.passed, "tests", "the cases listed", "all pass", seconds)
          .record();
    }
  }

  private static Class<?> topLevelClass(ExtensionContext context) {
    Class<?> testClass = context.getRequiredTestClass();
    while (testClass.getEnclosingClass() != null) {
      testClass = testClass.getEnclosingClass();
    }
    return testClass;
  }
}
