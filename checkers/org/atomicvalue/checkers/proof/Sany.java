package org.atomicvalue.checkers.proof;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tla2sany.drivers.FrontEndException;
import tla2sany.drivers.SANY;
import tla2sany.modanalyzer.SpecObj;
import tla2sany.semantic.ModuleNode;
import util.SimpleFilenameToStream;
import util.ToolIO;

/** SANY, the parser that TLC uses. It keeps its state in static fields, so one module is read at a time. */
final class Sany {

  private Sany() {}

  /** @param folder where the module and those that it extends or instantiates are, standard modules apart */
  static synchronized ModuleNode read(Path folder, String module) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    SpecObj specification = new SpecObj(module, new Modules(folder));
    PrintStream before = ToolIO.out;
    try (PrintStream print = new PrintStream(output, true, StandardCharsets.UTF_8)) {
      ToolIO.out = print;
      SANY.frontEndMain(specification, module, print);
    } catch (FrontEndException e) {
      throw new IllegalArgumentException(problem(folder, module, output), e);
    } finally {
      ToolIO.out = before;
    }
    ModuleNode root = specification.getRootModule();
    if (specification.getErrorLevel() != 0 || root == null) {
      throw new IllegalArgumentException(problem(folder, module, output));
    }
    return root;
  }

  /** Modules from a folder; standard ones from SANY's own jar, by files that no other process writes or deletes. */
  private static final class Modules extends SimpleFilenameToStream {

    private final Path folder;
    private final Path standardModules;

    Modules(Path folder) {
      this.folder = folder.toAbsolutePath();
      try {
        standardModules = Files.createTempDirectory("standard-modules");
        standardModules.toFile().deleteOnExit();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public File resolve(String name, boolean isModule) {
      String file = isModule && !name.endsWith(".tla") ? name + ".tla" : name;
      Path own = folder.resolve(file);
      return Files.exists(own) ? own.toFile() : standard(file);
    }

    private File standard(String file) {
      try (InputStream module = SANY.class.getResourceAsStream("/tla2sany/StandardModules/" + file)) {
        Path copy = standardModules.resolve(file);
        if (module != null) {
          Files.copy(module, copy, StandardCopyOption.REPLACE_EXISTING);
          copy.toFile().deleteOnExit();
        }
        return copy.toFile();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String problem(Path folder, String module, ByteArrayOutputStream output) {
    return folder.resolve(module + ".tla") + " is not correct TLA+. SANY says:\n"
        + output.toString(StandardCharsets.UTF_8);
  }
}
