package org.atomicvalue.checkers.jcstress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.openjdk.jcstress.annotations.JCStressTest;

/** Finds the litmus tests among the compiled classes, independently of the list that jcstress makes of them. */
public final class StressTests {

  static final String PACKAGE = "org.atomicvalue.stress";

  private static final String GALLERY = PACKAGE + ".litmus.";

  /** Option of jcstress that selects {@link #ofGallery()}. */
  public static final String GALLERY_FILTER = "^" + Pattern.quote(GALLERY);

  /** Option of jcstress that selects {@link #ofLibrary()}. */
  public static final String LIBRARY_FILTER = "^(?!" + Pattern.quote(GALLERY) + ")";

  private StressTests() {}

  /** The names of the tests that run programs of the gallery, which do without the library. */
  public static SortedSet<String> ofGallery() throws IOException, URISyntaxException {
    SortedSet<String> tests = annotated();
    tests.removeIf(test -> !test.startsWith(GALLERY));
    return tests;
  }

  /** The names of all other tests. */
  public static SortedSet<String> ofLibrary() throws IOException, URISyntaxException {
    SortedSet<String> tests = annotated();
    tests.removeIf(test -> test.startsWith(GALLERY));
    return tests;
  }

  /** The name of a test without that of the package. */
  public static String shortName(String test) {
    return test.startsWith(PACKAGE + ".") ? test.substring(PACKAGE.length() + 1) : test;
  }

  /** The names that jcstress gives to all classes below this package that are annotated with {@code @JCStressTest}. */
  private static SortedSet<String> annotated() throws IOException, URISyntaxException {
    Path root = Path.of(StressTests.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path folder = root.resolve(PACKAGE.replace('.', '/'));
    SortedSet<String> tests = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(file -> file.toString().endsWith(".class")).forEach(file -> addIfAnnotated(file, tests));
    }
    return tests;
  }

  private static void addIfAnnotated(Path file, SortedSet<String> tests) {
    try {
      ClassReader reader = new ClassReader(Files.readAllBytes(file));
      String name = Type.getObjectType(reader.getClassName()).getClassName().replace('$', '.');
      ClassVisitor visitor =
          new ClassVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
              if (descriptor.equals(Type.getDescriptor(JCStressTest.class))) {
                tests.add(name);
              }
              return null;
            }
          };
      reader.accept(visitor, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
