package org.atomicvalue.checkers.steps;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A test, by JUnit 5, that a class takes exactly the steps of its specification: a class that implements this and says
 * by {@link Steps} what is compared.
 *
 * <pre>{@code
 * @Steps(of = Mailbox.class, models = "spec/Mailbox.cfg", calls = {"offer(a)", "offer(b)", "poll()"}, locals = "seen")
 * class MailboxStepsTest implements StepCheck {
 *   static final Object a = "a message";
 *   static final Object b = "another one";
 * }
 * }</pre>
 */
public interface StepCheck {

  /** One test for each model. */
  @TestFactory
  default Stream<DynamicTest> takesExactlyTheStepsOfItsSpecification() {
    BoundSteps bound = new BoundSteps(this);
    return Arrays.stream(bound.steps().models()).map(model -> DynamicTest.dynamicTest(model, () -> {
      StepConformance.Result result = bound.check(model);
      System.out.println("Steps of " + bound.steps().of().getSimpleName() + " and of " + model + ": " + result);
      equal(model, result);
    }));
  }

  /** Makes an object of the class, which is given in an instrumented form; by its constructor without parameters. */
  default Object create(Class<?> type) throws ReflectiveOperationException {
    return SteppedClass.Creation.PLAIN.instanceOf(type);
  }

  /** Called when class and specification are equal. */
  default void equal(String model, StepConformance.Result result) {}

  /**
   * A function to give to the class, for a field of the test class: it may return any of several objects, or throw any
   * of several exceptions, whenever the class calls it, and the exploration goes into all of them.
   *
   * @param type the functional interface
   * @param outcomes what it may return, or throw where it is a throwable
   */
  static <F> F anyOf(Class<F> type, Object... outcomes) {
    return AnyOf.function(type.getSimpleName(), type, outcomes);
  }
}
