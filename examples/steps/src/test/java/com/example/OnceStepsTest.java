package com.example;

import java.util.function.Supplier;
import org.atomicvalue.checkers.steps.StepCheck;
import org.atomicvalue.checkers.steps.Steps;

@Steps(of = Once.class, models = "spec/Once.cfg", calls = "get(maker)", locals = "made")
class OnceStepsTest implements StepCheck {

  static final Object a = new Object();
  static final Object b = new Object();

  /** Returns any of the two values, or throws. */
  static final Supplier<?> maker = StepCheck.anyOf(Supplier.class, a, b, new IllegalStateException());
}
