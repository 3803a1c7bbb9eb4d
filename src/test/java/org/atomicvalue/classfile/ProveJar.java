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

/**
 * Proves the class files of any jar: {@code mvn -q test-compile exec:exec@prove -Dsubject=path/to/any.jar}. The exit code
 * is the verdict: 0 if they are proved, 1 if not, 2 if there is no such jar.
 */
public final class ProveJar {

  private static final String PACKAGE = "org/atomicvalue/";
  private static final String VERSIONS = "META-INF/versions/";

  private ProveJar() {}

  /** @param arguments the path of the jar */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1 || arguments[0].isBlank()) {
      System.err.println("Which jar? Say -Dsubject=path/to/any.jar");
      System.exit(2);
    }
    Path jar = Path.of(arguments[0]);
    if (!Files.isRegularFile(jar)) {
      System.err.println("There is no jar " + jar.toAbsolutePath());
      System.exit(2);
    }
    System.exit(prove(jar) ? 0 : 1);
  }

  /** Prints the verdict, and returns it. */
  static boolean prove(Path jar) throws IOException {
    long start = System.nanoTime();
    boolean proved = proveClassFiles(jar);
    proved &= proveAlgorithms();
    System.out.printf("%nsolvers        %s%n",
        String.join(", ", ClassFileProof.solvers().stream().map(Solver::name).toList()));
    System.out.printf("JVM            %s, %s%n", Machine.jvm(), Machine.current().system());
    System.out.printf(Locale.ROOT, "time           %.1f s%n", (System.nanoTime() - start) / 1e9);
    System.out.printf("verdict        %s%n", proved ? "PROVED" : "NOT PROVED");
    return proved;
  }

  /** That its class files are those of the specifications. */
  static boolean proveClassFiles(Path jar) throws IOException {
    System.out.printf("jar            %s%nSHA-256        %s%n", jar, ClassFile.sha256(Files.readAllBytes(jar)));
    boolean proved = true;
    List<String> others = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Map<String, List<ZipEntry>> subjects = subjects(zip, others);
      for (Map.Entry<String, List<ZipEntry>> subject : subjects.entrySet()) {
        if (subject.getValue().isEmpty()) {
          System.out.printf("%nNOT PROVED: the jar has no class %s%n", subject.getKey());
          proved = false;
        }
        for (ZipEntry entry : subject.getValue()) {
          try (InputStream file = zip.getInputStream(entry)) {
            proved &= prove(subject.getKey(), entry.getName(), file.readAllBytes());
          }
        }
      }
    }
    System.out.printf("%nnot looked at  %s%n", others.isEmpty() ? "no other class" : String.join(", ", others));
    return proved;
  }

  /** The entries of each class, those for later versions of Java among them. Two entries of one name are one too many. */
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

  /** That the specifications keep the contract, which is the other half of what the user wants to know. */
  private static boolean proveAlgorithms() {
    boolean proved = true;
    System.out.println();
    for (String module : ModuleProof.modules()) {
      List<Verdict> verdicts = ModuleProof.check(module);
      List<Verdict> failed = verdicts.stream().filter(verdict -> !verdict.holds()).toList();
      failed.forEach(verdict -> System.out.printf("NOT PROVED, %s%n", ModuleProof.explanation(module, verdict)));
      proved &= failed.isEmpty();
      System.out.printf("specification  spec/%s.tla: %d of %d obligations proved%n", module,
          verdicts.size() - failed.size(), verdicts.size());
    }
    return proved;
  }

  private static boolean prove(String name, String entry, byte[] file) {
    System.out.printf("%nclass file     %s%nSHA-256        %s%n", entry, ClassFile.sha256(file));
    try {
      Comparison.Result result = ClassFileProof.of(name).prove(file);
      System.out.printf("proved         it takes exactly the steps of spec/%s.tla: %d claims about %d paths between %d "
          + "places%n               by any number of threads, with any values and classes%n", name,
          result.claims(), result.paths(), result.places());
      return true;
    } catch (Difference difference) {
      System.out.printf("%nNOT PROVED, it does something else:%n%s%n", difference.getMessage());
    } catch (Refusal refusal) {
      System.out.printf("%nNOT PROVED, it does something that is not understood:%n%s%n", refusal.getMessage());
    }
    return false;
  }
}
