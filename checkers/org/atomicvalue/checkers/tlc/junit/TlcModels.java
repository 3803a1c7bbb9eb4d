package org.atomicvalue.checkers.tlc.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says where the models are that the tests of a class check; the class implements {@link TlcModelTests}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface TlcModels {

  /** The folder of the configurations, each beside the module that it is a model of. */
  String folder();

  /** The file in that folder with what is expected of each model. */
  String expectations() default Expectations.FILE;

  /** Folders with the modules that the models extend or instantiate. */
  String[] library() default {};

  /** Jars with further modules for TLC, such as the Community Modules. */
  String[] jars() default {};

  /**
   * A folder with Java classes that have the names of modules, in which a trailing comment names the action that a line
   * performs: those lines are then told with a counter-example.
   */
  String classes() default "";

  /**
   * Whether the tests of this class are those of the models that are marked as slow. A class of the same folder that does
   * not say so leaves them to it, unless they are chosen by name.
   */
  boolean slow() default false;

  /** After how many seconds TLC is stopped and the test fails; 0 if never. */
  int limitSeconds() default 0;
}
