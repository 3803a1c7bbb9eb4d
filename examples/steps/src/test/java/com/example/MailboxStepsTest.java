package com.example;

import org.atomicvalue.checkers.steps.StepCheck;
import org.atomicvalue.checkers.steps.Steps;

@Steps(of = Mailbox.class, models = "spec/Mailbox.cfg", calls = {"offer(a)", "offer(b)", "poll()"}, locals = "seen")
class MailboxStepsTest implements StepCheck {

  static final Object a = "a message";
  static final Object b = "another message";
}
