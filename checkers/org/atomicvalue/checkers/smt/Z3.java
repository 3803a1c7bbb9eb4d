package org.atomicvalue.checkers.smt;

import com.microsoft.z3.Native;
import com.microsoft.z3.Z3Exception;
import java.time.Duration;

/** Z3 by its SMT-LIB front end, in this process. */
final class Z3 extends Solver {

  Z3(Duration limit) {
    super("Z3 " + Native.getFullVersion().replaceFirst("^Z3 ", "").split(" ")[0], limit);
  }

  @Override
  Session open() {
    long configuration = Native.mkConfig();
    long context = Native.mkContext(configuration);
    Native.delConfig(configuration);
    // Without it, an error ends the process.
    Native.setInternalErrorHandler(context);
    return new Session() {
      @Override
      public String run(String commands) {
        try {
          String answer = Native.evalSmtlib2String(context, commands);
          if (!answer.contains("(error ")) {
            return answer;
          }
          throw new IllegalStateException(name() + ": " + answer.strip() + "\nto:\n" + commands);
        } catch (Z3Exception e) {
          throw new IllegalStateException(name() + ": " + e.getMessage() + "\nto:\n" + commands, e);
        }
      }

      @Override
      public void close() {
        Native.delContext(context);
      }
    };
  }
}
