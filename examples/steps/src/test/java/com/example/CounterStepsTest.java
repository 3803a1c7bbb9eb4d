package com.example;

import org.atomicvalue.checkers.steps.StepCheck;
import org.atomicvalue.checkers.steps.Steps;

@Steps(of = Counter.class, models = "spec/Counter.cfg", calls = "next()", locals = "seen")
class CounterStepsTest implements StepCheck {}
