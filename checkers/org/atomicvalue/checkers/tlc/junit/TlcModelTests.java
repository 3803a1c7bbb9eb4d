package org.atomicvalue.checkers.tlc.junit;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.atomicvalue.checkers.tlc.TlcResult;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One test for each model of a folder, which {@link TlcModels} on the class names. That is all there is to write:
 *
 * <pre>{@code
 * @TlcModels(folder = "spec/models", library = "spec")
 * class SpecificationTest implements TlcModelTests {}
 * }</pre>
 *
 * <p>TLC runs with one worker, so that every figure is the same at every run; instead, as many models run at once as
 * there are processors. A configuration of which nothing is expected fails, and prints the entry to put into the file.
 *
 * <ul>
 * <li>{@code -Dmodel=NAME,NAME} checks these alone,
 * <li>models that are marked as slow are left to a class with {@link TlcModels#slow}, such as an integration test,
 * <li>{@code -Ddeep=true} adds the models that are marked as deep,
 * <li>{@code -Dtlc.write=true} writes what TLC finds into the file, keeping the reasons that are given there; the tests
 * then count as skipped, since nothing was checked. What has no reason yet fails from then on until it has one.
 * </ul>
 */
public interface TlcModelTests {

  /** The tests. JUnit calls this. */
  @TestFactory
  default Stream<DynamicTest> models() throws IOException {
    TlcModels models = Optional.ofNullable(getClass().getAnnotation(TlcModels.class))
        .orElseThrow(() -> new IllegalStateException(getClass().getName() + " needs @TlcModels(folder = ...)"));
    return new ModelFolder(models, Boolean.getBoolean("tlc.write"), this::passed).tests();
  }

  /** Is told of each model that is as expected. */
  default void passed(Expectation expected, TlcResult actual) {}
}
