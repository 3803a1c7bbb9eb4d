package org.atomicvalue.checkers.proof;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tla2sany.drivers.FrontEndException;
import tla2sany.drivers.SANY;
import tla2sany.modanalyzer.SpecObj;
import tla2sany.semantic.ModuleNode;
import util.SimpleFilenameToStream;

/** SANY, the parser that TLC uses. It keeps its state in static fields, so one module is read at a time. */
final class Sany {

  private Sany() {}

  /** @param folder where the module and those that it extends or instantiates are, standard modules apart */
  static synchronized ModuleNode read(Path folder, String module) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    SpecObj specification = new SpecObj(module, new SimpleFilenameToStream(folder.toAbsolutePath().toString()));
    try (PrintStream print = new PrintStream(output, true, StandardCharsets.UTF_8)) {
      SANY.frontEndMain(specification, module, print);
    } catch (FrontEndException e) {
      throw new IllegalArgumentException(problem(folder, module, output), e);
    }
    ModuleNode root = specification.getRootModule();
    if (specification.getErrorLevel() != 0 || root == null) {
      throw new IllegalArgumentException(problem(folder, module, output));
    }
    return root;
  }

  private static String problem(Path folder, String module, ByteArrayOutputStream output) {
    return folder.resolve(module + ".tla") + " is not correct TLA+. SANY says:\n"
        + output.toString(StandardCharsets.UTF_8);
  }
}
