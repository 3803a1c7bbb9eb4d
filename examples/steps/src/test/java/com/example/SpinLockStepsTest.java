package com.example;

import org.atomicvalue.checkers.steps.StepCheck;
import org.atomicvalue.checkers.steps.Steps;

@Steps(of = SpinLock.class, models = "spec/SpinLock.cfg", calls = {"lock()", "tryLock()", "unlock()"})
class SpinLockStepsTest implements StepCheck {}
