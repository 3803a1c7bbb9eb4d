package org.atomicvalue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.AtomicValue;
import org.atomicvalue.WaitFreeAtomicValue;
import org.atomicvalue.checkers.jvm.Command;
import org.atomicvalue.checkers.jvm.ForkedJvm;
import org.atomicvalue.checkers.measure.Machine;

/**
 * What the JIT makes of {@code load}: which methods it inlines, and the instructions of a method that does nothing but
 * load, up to its return. The JVM prints the machine code without any plug-in; {@code objdump} reads it.
 *
 * <p>{@code mvn test-compile exec:exec@bench-code}, on x86-64 with GNU binutils, writes {@code
 * docs/performance/load-jdk-*.txt} for the JDK that runs it.
 */
public final class GeneratedCode {

  private static final List<String> METHODS = List.of("atomicReference", "waitFreeAtomicValue", "atomicValue");
  private static final String LOADS = Loads.class.getName();
  private static final Pattern BYTES = Pattern.compile("(?m)^ +0x[0-9a-f]+: ((?:[0-9a-f]+ (?:\\| )?)+)\\s*$");
  private static final Pattern INSTRUCTION = Pattern.compile("(?m)^\\s*[0-9a-f]+:\\s+(.*?)\\s*$");

  private GeneratedCode() {}

  /** What is compiled, run often enough for the JIT to do so. */
  static final class Loads {

    private static final int CALLS = 100_000;

    private Loads() {}

    public static void main(String[] args) {
      AtomicReference<Object> reference = new AtomicReference<>(1);
      WaitFreeAtomicValue<Object> waitFreeValue = new WaitFreeAtomicValue<>();
      waitFreeValue.store(1);
      AtomicValue<Object> value = new AtomicValue<>();
      value.store(1);
      for (int i = 0; i < CALLS; i++) {
        if (atomicReference(reference) != waitFreeAtomicValue(waitFreeValue) || atomicValue(value) == null) {
          throw new IllegalStateException("a load did not return the value that was stored");
        }
      }
    }

    static Object atomicReference(AtomicReference<Object> reference) {
      return reference.get();
    }

    static Object waitFreeAtomicValue(WaitFreeAtomicValue<Object> value) {
      return value.load();
    }

    static Object atomicValue(AtomicValue<Object> value) {
      return value.load();
    }
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    if (!System.getProperty("os.arch").matches("amd64|x86_64")) {
      throw new IllegalStateException("reads x86-64 machine code only, and this is " + System.getProperty("os.arch"));
    }
    String compilations = runLoads(List.of("-XX:+PrintCompilation", "-XX:+PrintInlining"));
    String code =
        runLoads(METHODS.stream().map(method -> "-XX:CompileCommand=print," + LOADS + "::" + method).toList());
    StringBuilder text = new StringBuilder("JDK " + Machine.current().jdk() + "\n");
    for (String method : METHODS) {
      text.append('\n').append(method).append('\n');
      find("::" + method + " \\(\\d+ bytes\\)\n((?: +@ .*\n)+)", compilations)
          .lines()
          .forEach(line -> text.append("  ").append(line.trim()).append('\n'));
      disassemble(find("(?s)::" + method + " \\(\\d+ bytes\\)\n.*?\\[Verified Entry Point](.*?)\\[/MachCode]", code))
          .forEach(line -> text.append("    ").append(line).append('\n'));
    }
    System.out.print(text);
    Path file = PerformanceDocument.RESULTS.resolve("load-jdk-" + Runtime.version().feature() + ".txt");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    System.out.println("wrote " + file);
    new PerformanceDocument(PerformanceDocument.RESULTS).write();
  }

  /** All that has been written to a folder, in Markdown. */
  static String in(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return "";
    }
    List<String> listings = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.getFileName().toString().startsWith("load-jdk-")).sorted().toList()) {
        listings.add("```\n" + Files.readString(file) + "```\n");
      }
    }
    return String.join("\n", listings);
  }

  /** What a JVM prints that compiles the methods, with no more than it has to be told for that. */
  private static String runLoads(List<String> options) throws IOException, InterruptedException {
    ForkedJvm jvm = new ForkedJvm(Loads.class)
        .options("-Xbatch", "-XX:-TieredCompilation", "-XX:+UnlockDiagnosticVMOptions", "-XX:CompileCommand=quiet",
            "-XX:CompileCommand=dontinline," + LOADS + "::*")
        .options(options);
    return run(jvm.words(List.of()));
  }

  private static String find(String pattern, String output) {
    Matcher matcher = Pattern.compile(pattern).matcher(output);
    if (!matcher.find()) {
      throw new IllegalStateException("the JVM did not print what was expected, " + pattern + ": " + output);
    }
    return matcher.group(1);
  }

  /** The instructions up to the return. */
  private static List<String> disassemble(String dump) throws IOException, InterruptedException {
    String hex = BYTES.matcher(dump).results()
        .map(line -> line.group(1).replaceAll("[ |]", ""))
        .collect(Collectors.joining());
    Path code = Files.createTempFile("load", ".bin");
    try {
      Files.write(code, HexFormat.of().parseHex(hex));
      String instructions = run(List.of("objdump", "-D", "-b", "binary", "-m", "i386:x86-64", "-M", "intel",
          "--no-show-raw-insn", code.toString()));
      List<String> lines = new ArrayList<>();
      Matcher line = INSTRUCTION.matcher(instructions);
      while (line.find()) {
        lines.add(line.group(1));
        if (line.group(1).equals("ret")) {
          return lines;
        }
      }
      throw new IllegalStateException("objdump found no return in " + hex + ": " + instructions);
    } finally {
      Files.delete(code);
    }
  }

  private static String run(List<String> words) throws IOException, InterruptedException {
    StringBuilder output = new StringBuilder();
    int exitCode;
    try {
      exitCode = new Command(words).run(line -> output.append(line).append('\n'));
    } catch (IOException e) {
      throw new IOException("cannot run " + words.get(0) + ": objdump comes with GNU binutils", e);
    }
    if (exitCode != 0) {
      throw new IllegalStateException(String.join(" ", words) + " failed: " + output);
    }
    return output.toString();
  }
}
