package org.atomicvalue.checkers.steps;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a {@link StepCheck} compares: a class, and its specification in the bounds of models.
 *
 * <p>The static fields of the test class are the objects that the class handles, named like the fields. In the
 * specification a call such as {@code put(a)} is {@code <<"put", a>>}, no call is {@code <<>>}, no result is {@code
 * "none"}, and so is a local variable where it is out of scope.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Steps {

  /** The class. */
  Class<?> of();

  /**
   * Configurations of TLC, such as {@code spec/Mailbox.cfg}. The module is the file of the same name that ends with
   * {@code .tla}. The threads are those of its constant {@code Threads}, a set of model values.
   */
  String[] models();

  /** The module of all models, where it does not have their names. */
  String module() default "";

  /** Folders with further modules. */
  String[] library() default {};

  /**
   * The calls that threads make, such as {@code put(a)}. An argument is the name of a field of the test class, {@code
   * Null}, a number, {@code TRUE} or {@code FALSE}.
   */
  String[] calls();

  /** Local variables of methods that are variables of the specification, functions of the threads. */
  String[] locals() default {};

  /** Static final fields of the class whose objects the specification knows, under the same names. */
  String[] constants() default {};

  /** Methods of the class that are not among the calls, though they make accesses. */
  String[] leavingOut() default {};

  /** Actions that take no step in these models, and are labels of accesses. */
  String[] neverFires() default {};

  /** The source file; where it is not said, it is looked for in {@code src/main/java} and {@code src/test/java}. */
  String source() default "";
}
