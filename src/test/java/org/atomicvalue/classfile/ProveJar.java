package org.atomicvalue.classfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.atomicvalue.checkers.classfile.ClassFile;
import org.atomicvalue.checkers.classfile.Refusal;
import org.atomicvalue.checkers.correspondence.Comparison;
import org.atomicvalue.checkers.correspondence.Difference;
import org.atomicvalue.checkers.measure.Machine;
import org.atomicvalue.checkers.proof.Verdict;
import org.atomicvalue.checkers.smt.Solver;
import org.atomicvalue.proof.ModuleProof;
import org.jspecify.annotations.Nullable;

/**
 * Proves the class files of any jar: {@code mvn -q test-compile exec:exec@prove -Dsubject=path/to/any.jar}. The exit
 * code is the verdict: 0 if they are proved, 1 if not, 2 if there is no such jar. What is proved by itself is proved
 * side by side.
 *
 * <p>The digests of the class files are left in {@code target/proof/class-files.sha256}; with {@code
 * -Dpublished=path/to/class-files.sha256}, such as a release has beside its jar, they are compared.
 */
public final class ProveJar {

  static final Path DIGESTS = Path.of("target", "proof", "class-files.sha256");

  private static final String PACKAGE = "org/atomicvalue/";
  private static final String VERSIONS = "META-INF/versions/";

  /** One of the proofs that make up the whole. */
  private record Part(boolean isProved, String report) {}

  private ProveJar() {}

  /** @param arguments the path of the jar and, unless it is empty, that of a file of digests */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0 || arguments[0].isBlank()) {
      System.err.println("Which jar? Say -Dsubject=path/to/any.jar");
      System.exit(2);
    }
    List<Path> files = new ArrayList<>();
    for (String argument : arguments) {
      if (!argument.isBlank()) {
        files.add(Path.of(argument));
      }
    }
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        System.err.println("There is no file " + file.toAbsolutePath());
        System.exit(2);
      }
    }
    System.exit(prove(files.get(0), files.size() > 1 ? files.get(1) : null) ? 0 : 1);
  }

  /** Prints the verdict, and returns it. */
  private static boolean prove(Path jar, @Nullable Path published) throws Exception {
    long start = System.nanoTime();
    boolean proved = prove(jar, published, true);
    System.out.printf("%nsolvers        %s%n",
        String.join(", ", ClassFileProof.solvers().stream().map(Solver::name).toList()));
    System.out.printf("JVM            %s, %s%n", Machine.jvm(), Machine.current().system());
    System.out.printf(Locale.ROOT, "time           %.1f s%n", (System.nanoTime() - start) / 1e9);
    System.out.printf("verdict        %s%n", proved ? "PROVED" : "NOT PROVED");
    return proved;
  }

  /**
   * That its class files are those of the specifications.
   *
   * @param algorithms whether to prove that the specifications keep the contract, too: the other half of what a user
   *     wants to know
   */
  static boolean prove(Path jar, @Nullable Path published, boolean algorithms) throws Exception {
    System.out.printf("jar            %s%nSHA-256        %s%n", jar, ClassFile.sha256(Files.readAllBytes(jar)));
    List<String> others = new ArrayList<>();
    List<String> digests = new ArrayList<>();
    List<String> known = published == null ? List.of() : Files.readAllLines(published);
    List<Future<Part>> parts = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Map.Entry<String, List<ZipEntry>> subject : subjects(zip, others).entrySet()) {
        if (subject.getValue().isEmpty()) {
          parts.add(CompletableFuture.completedFuture(
              new Part(false, "%nNOT PROVED: the jar has no class %s%n".formatted(subject.getKey()))));
        }
        for (ZipEntry entry : subject.getValue()) {
          try (InputStream stream = zip.getInputStream(entry)) {
            byte[] file = stream.readAllBytes();
            String line = ClassFile.sha256(file) + "  " + entry.getName();
            digests.add(line);
            String comparison = published == null
                ? ""
                : known.contains(line)
                    ? "published      this very class file is, in " + published + "\n"
                    : "published      not this class file, in " + published + "\n";
            parts.add(threads.submit(() -> prove(subject.getKey(), entry.getName(), file, comparison)));
          }
        }
      }
      if (algorithms) {
        parts.add(CompletableFuture.completedFuture(new Part(true, "\n")));
        ModuleProof.modules().forEach(module -> parts.add(threads.submit(() -> proveAlgorithm(module))));
      }
      Files.createDirectories(DIGESTS.getParent());
      Files.write(DIGESTS, digests);
      boolean proved = true;
      for (Future<Part> part : parts) {
        System.out.print(part.get().report);
        proved &= part.get().isProved;
      }
      System.out.printf("%nnot looked at  %s%n", others.isEmpty() ? "no other class" : String.join(", ", others));
      return proved;
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * The entries of each class, those for later versions of Java among them. Two entries of one name are one too many.
   */
  private static Map<String, List<ZipEntry>> subjects(ZipFile zip, List<String> others) throws IOException {
    Map<String, List<ZipEntry>> subjects = new LinkedHashMap<>();
    ClassFileProof.CLASSES.forEach(name -> subjects.put(name, new ArrayList<>()));
    TreeSet<String> names = new TreeSet<>();
    for (ZipEntry entry : zip.stream().toList()) {
      if (!names.add(entry.getName())) {
        throw new IOException("the jar has two entries " + entry.getName());
      }
      if (!entry.getName().endsWith(".class")) {
        continue;
      }
      String name = entry.getName().startsWith(VERSIONS)
          ? entry.getName().substring(VERSIONS.length()).replaceFirst("[^/]*/", "")
          : entry.getName();
      List<ZipEntry> entries = name.startsWith(PACKAGE)
          ? subjects.get(name.substring(PACKAGE.length(), name.length() - ".class".length()))
          : null;
      if (entries != null) {
        entries.add(entry);
      } else {
        others.add(entry.getName());
      }
    }
    return subjects;
  }

  private static Part proveAlgorithm(String module) {
    List<Verdict> verdicts = ModuleProof.check(module);
    List<Verdict> failed = verdicts.stream().filter(verdict -> !verdict.holds()).toList();
    StringBuilder report = new StringBuilder();
    failed.forEach(
        verdict -> report.append("%nNOT PROVED, %s".formatted(ModuleProof.explanation(module, verdict))));
    report.append("specification  spec/%s.tla: %d of %d obligations proved%n".formatted(module,
        verdicts.size() - failed.size(), verdicts.size()));
    return new Part(failed.isEmpty(), report.toString());
  }

  private static Part prove(String name, String entry, byte[] file, String comparison) {
    String report = "%nclass file     %s%nSHA-256        %s%n%s".formatted(entry, ClassFile.sha256(file), comparison);
    try {
      Comparison.Result result = ClassFileProof.of(name).prove(file);
      return new Part(true, report
          + ("proved         it takes exactly the steps of spec/%s.tla: %d claims about %d paths between %d places%n"
              + "               by any number of threads, with any values and classes%n").formatted(name,
                  result.claims(), result.paths(), result.places()));
    } catch (Difference difference) {
      return new Part(false, report + "%nNOT PROVED, it does something else:%n%s%n".formatted(difference.getMessage()));
    } catch (Refusal refusal) {
      return new Part(false,
          report + "%nNOT PROVED, it does something that is not understood:%n%s%n".formatted(refusal.getMessage()));
    }
  }
}
