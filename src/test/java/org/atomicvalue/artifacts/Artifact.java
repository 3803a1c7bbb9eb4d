package org.atomicvalue.artifacts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files that this build has packaged, and the places where another build of the same sources puts its own. */
enum Artifact {
  MAIN(".jar"),
  SOURCES("-sources.jar"),
  JAVADOC("-javadoc.jar");

  private static final String NAME = System.getProperty("artifact.name");

  private final String suffix;

  Artifact(String suffix) {
    this.suffix = suffix;
  }

  /** Where the build of the project in {@code basedir} puts it. */
  Path in(Path basedir) {
    return basedir.resolve("target").resolve(NAME + suffix);
  }

  Path file() {
    return in(Path.of(""));
  }

  static Path billOfMaterials() {
    Path file = Path.of("target", "bom.json");
    if (Files.notExists(file)) {
      throw new AssertionError("there is no " + file + ": Maven writes it only when it is not offline (-o)");
    }
    return file;
  }

  /** Its files by name. */
  Map<String, byte[]> content() throws IOException {
    return content(file());
  }

  static Map<String, byte[]> content(Path jar) throws IOException {
    Map<String, byte[]> content = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
        if (!entry.isDirectory()) {
          try (InputStream in = zip.getInputStream(entry)) {
            content.put(entry.getName(), in.readAllBytes());
          }
        }
      }
    }
    return content;
  }
}
