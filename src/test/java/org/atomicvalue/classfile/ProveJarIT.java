package org.atomicvalue.classfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.atomicvalue.checkers.classfile.ClassFile;
import org.atomicvalue.checkers.mutants.LibraryCompiler;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verdict on a jar is about what is in it, wherever in it that is. */
class ProveJarIT {

  private static final Path CLASSES = Path.of("target", "classes");
  private static final String TWO_WORDS = "org/atomicvalue/AtomicValue.class";
  private static final String ONE_WORD = "org/atomicvalue/WaitFreeAtomicValue.class";

  @TempDir Path folder;

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /** A file of digests to compare with; null if there is none. */
  private Path published;

  @BeforeEach
  void ourClasses() throws IOException {
    entries.put(TWO_WORDS, Files.readAllBytes(CLASSES.resolve(TWO_WORDS)));
    entries.put(ONE_WORD, Files.readAllBytes(CLASSES.resolve(ONE_WORD)));
  }

  @Test
  void ourClassesAreProvedAndOthersAreNamed() throws Exception {
    entries.put("com/example/Other.class", new byte[] {1});
    String report = verdict(true);
    assertTrue(report.contains("not looked at  com/example/Other.class"), report);
    assertTrue(report.contains("SHA-256"), report);
  }

  /** What a release publishes, and what a user's jar is compared with. */
  @Test
  void itsDigestsAreLeftAndComparedWithPublishedOnes() throws Exception {
    List<String> digests = List.of(ClassFile.sha256(entries.get(TWO_WORDS)) + "  " + TWO_WORDS,
        ClassFile.sha256(entries.get(ONE_WORD)) + "  " + ONE_WORD);
    published = Files.write(folder.resolve("class-files.sha256"), List.of(digests.get(1)));
    String report = verdict(true);
    assertEquals(digests, Files.readAllLines(ProveJar.DIGESTS));
    assertTrue(report.contains("published      not this class file, in " + published), report);
    assertTrue(report.contains("published      this very class file is, in " + published), report);
  }

  @Test
  void aJarThatLacksOneIsNotProved() throws Exception {
    entries.remove(ONE_WORD);
    assertTrue(verdict(false).contains("the jar has no class WaitFreeAtomicValue"));
  }

  @Test
  void aJarWithABugIsNotProvedAndTheBugIsShown() throws Exception {
    entries.put(TWO_WORDS, withThreadsUnderAnotherClass());
    String report = verdict(false);
    assertTrue(report.contains("a subclass of java.lang.Thread"), report);
    assertTrue(report.contains("AtomicValue.tla"), report);
  }

  /** A virtual machine of that version or a later one would take this instead. */
  @Test
  void aClassForALaterVersionOfJavaIsLookedAtToo() throws Exception {
    entries.put("META-INF/versions/21/" + TWO_WORDS, withThreadsUnderAnotherClass());
    assertTrue(verdict(false).contains("class file     META-INF/versions/21/" + TWO_WORDS));
  }

  @Test
  void whatIsNoClassFileIsNotProved() throws Exception {
    entries.put(TWO_WORDS, new byte[] {1, 2, 3});
    assertTrue(verdict(false).contains("it cannot be read"));
  }

  @Test
  void anotherClassUnderItsNameIsNotProved() throws Exception {
    entries.put(TWO_WORDS, entries.get(ONE_WORD));
    verdict(false);
  }

  private byte[] withThreadsUnderAnotherClass() throws Exception {
    SeededBug bug = SeededBug.readAll(Path.of("src", "test", "mutants", "beyond-the-bounds")).stream()
        .filter(each -> each.name().equals("store-of-a-thread"))
        .findFirst().orElseThrow();
    return Files.readAllBytes(LibraryCompiler.compile(bug.file(), bug.applied(), folder).resolve(TWO_WORDS));
  }

  /** What is printed about a jar of these entries. */
  private String verdict(boolean proved) throws Exception {
    Path jar = folder.resolve("subject.jar");
    try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertEquals(proved, ProveJar.prove(jar, published, false));
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
