package org.atomicvalue.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.atomicvalue.checkers.mutants.SeededBug;

/** Copies of the specification with a bug in them. */
final class ProofMutants {

  /** What is proved, or part of it. */
  static final List<String> MODULES =
      Stream.concat(Stream.of("Operations"), Theorems.ALL.stream().map(Theorems::module)).toList();

  private static final Path FOLDER = Path.of("target", "proof-mutants");

  private ProofMutants() {}

  /** The seeded bugs in what is proved. */
  static List<SeededBug> all() throws IOException {
    return SeededBug.readAll(Theorems.SPEC.resolve("mutants")).stream()
        .filter(bug -> MODULES.contains(bug.file().getFileName().toString().replace(".tla", "")))
        .toList();
  }

  /** A folder with all modules, one of them changed. */
  static Path folder(String name, String file, List<String> lines) throws IOException {
    Path folder = Files.createDirectories(FOLDER.resolve(name));
    try (Stream<Path> modules = Files.list(Theorems.SPEC)) {
      for (Path module : modules.filter(each -> each.toString().endsWith(".tla")).toList()) {
        Files.copy(module, folder.resolve(module.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.write(folder.resolve(file), lines);
    return folder;
  }
}
