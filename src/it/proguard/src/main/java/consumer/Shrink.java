package consumer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.atomicvalue.AtomicValue;

/** Calls ProGuard with the rules that the library brings, or with argument {@code none} without them. */
public final class Shrink {

  private static final String RULES = "META-INF/proguard/atomic-value.pro";
  private static final Path TARGET = Path.of("target");

  private Shrink() {}

  public static void main(String[] args) throws Exception {
    Path library = Path.of(AtomicValue.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> options = new ArrayList<>(List.of(
        "-injars", quoted(TARGET.resolve("classes")) + "(!consumer/Shrink.class)",
        "-injars", quoted(library) + "(org/atomicvalue/**.class)",
        "-outjars", quoted(TARGET.resolve("shrunk.jar")),
        "-libraryjars", quoted(javaBase()),
        "-optimizationpasses", "3",
        "-allowaccessmodification",
        "-forceprocessing",
        "-keep", "class consumer.Main { public static void main(java.lang.String[]); }"));
    if (args[0].equals("none")) {
      options.addAll(List.of("-dontwarn", "java.lang.invoke.VarHandle,org.jspecify.annotations.**"));
    } else {
      options.addAll(List.of("-include", quoted(rules())));
    }
    System.out.println("ProGuard, rules " + args[0] + ", " + library.getFileName());
    proguard.ProGuard.main(options.toArray(new String[0]));
  }

  private static Path rules() throws IOException {
    Path copy = TARGET.resolve("atomic-value.pro");
    try (InputStream in = AtomicValue.class.getClassLoader().getResourceAsStream(RULES)) {
      if (in == null) {
        throw new IOException("the library brings no " + RULES);
      }
      Files.write(copy, in.readAllBytes());
    }
    return copy;
  }

  /** The classes of the running JDK, in a form that ProGuard can read whether or not the JDK has a folder jmods. */
  private static Path javaBase() throws IOException {
    Path jar = TARGET.resolve("java.base.jar");
    Path module = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(module.resolve("java"))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        zip.putNextEntry(new ZipEntry(module.relativize(file).toString()));
        zip.write(Files.readAllBytes(file));
      }
    }
    return jar;
  }

  private static String quoted(Path path) {
    return "'" + path.toAbsolutePath() + "'";
  }
}
