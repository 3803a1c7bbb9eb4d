package org.atomicvalue.checkers.smt;

import de.uni_freiburg.informatik.ultimate.logic.SMTLIBException;
import de.uni_freiburg.informatik.ultimate.smtinterpol.DefaultLogger;
import de.uni_freiburg.informatik.ultimate.smtinterpol.LogProxy;
import de.uni_freiburg.informatik.ultimate.smtinterpol.Version;
import de.uni_freiburg.informatik.ultimate.smtinterpol.option.OptionMap;
import de.uni_freiburg.informatik.ultimate.smtinterpol.smtlib2.ParseEnvironment;
import de.uni_freiburg.informatik.ultimate.smtinterpol.smtlib2.SMTInterpol;
import java.io.StringReader;
import java.time.Duration;

/** SMTInterpol, which is written in Java, by its SMT-LIB front end. */
final class SmtInterpol extends Solver {

  SmtInterpol(Duration limit) {
    super("SMTInterpol " + Version.VERSION, limit);
  }

  @Override
  Session open() {
    DefaultLogger log = new DefaultLogger();
    log.setLoglevel(LogProxy.LOGLEVEL_ERROR);
    OptionMap options = new OptionMap(log, true);
    return new Conversation(new SMTInterpol(null, options), options);
  }

  private final class Conversation extends ParseEnvironment implements Session {

    private final StringBuilder answers = new StringBuilder();
    private final StringBuilder errors = new StringBuilder();

    Conversation(SMTInterpol solver, OptionMap options) {
      super(solver, options);
    }

    @Override
    public String run(String commands) {
      answers.setLength(0);
      errors.setLength(0);
      try {
        parseStream(new StringReader(commands), "script");
      } catch (SMTLIBException e) {
        throw new IllegalStateException(name() + ": " + e.getMessage() + "\nto:\n" + commands, e);
      }
      if (!errors.isEmpty()) {
        throw new IllegalStateException(name() + ": " + errors.toString().strip() + "\nto:\n" + commands);
      }
      return answers.toString();
    }

    @Override
    public void printSuccess() {
      // Not worth a word.
    }

    @Override
    public void printResponse(Object response) {
      answers.append(response).append('\n');
    }

    @Override
    public void printError(String message) {
      errors.append(message).append('\n');
    }

    @Override
    public void close() {
      getScript().exit();
    }
  }
}
