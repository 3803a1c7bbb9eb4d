package org.atomicvalue.checkers.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where something was measured.
 *
 * @param processor its model
 * @param processors how many of them the JVM may use
 * @param system operating system and architecture
 * @param jdk version, name and vendor of the JVM
 * @param collectors the garbage collectors that the JVM chose
 */
public record Machine(String processor, int processors, String system, String jdk, String collectors) {

  public static Machine current() {
    return new Machine(
        model(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        "%s (%s, %s)".formatted(
            System.getProperty("java.version"),
            System.getProperty("java.vm.name"),
            System.getProperty("java.vendor")),
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(GarbageCollectorMXBean::getName)
            .collect(Collectors.joining(", ")));
  }

  /** This JVM, by its name and its exact version. */
  public static String jvm() {
    return System.getProperty("java.vm.name") + " " + Runtime.version();
  }

  /** On Linux and Windows the model as the system names it; elsewhere the architecture must do. */
  private static String model() {
    Path cpuinfo = Path.of("/proc/cpuinfo");
    try {
      for (String line : Files.isReadable(cpuinfo) ? Files.readAllLines(cpuinfo) : List.<String>of()) {
        if (line.startsWith("model name")) {
          return line.substring(line.indexOf(':') + 1).trim();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(cpuinfo + " cannot be read", e);
    }
    return System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", System.getProperty("os.arch"));
  }

  @Override
  public String toString() {
    return processor + ", " + processors + " processors, " + system;
  }
}
