package org.atomicvalue.checkers.jcstress;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  /** The packages that a name begins with. */
  private static final Pattern PACKAGES = Pattern.compile("^([a-z_0-9]+\\.)+");

  private StressTests() {}

  /** The name of a test without that of the package. */
  public static String shortName(String test) {
    return PACKAGES.matcher(test).replaceFirst("");
  }

  /**
   * The names that jcstress gives to all classes in a package, or in one below it, that are annotated with {@code
   * @JCStressTest}: those in the folders of the class path.
   */
  public static SortedSet<String> below(String packageName) throws IOException {
    SortedSet<String> tests = new TreeSet<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path folder = Path.of(entry).resolve(packageName.replace('.', '/'));
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          files.filter(file -> file.toString().endsWith(".class")).forEach(file -> addIfAnnotated(file, tests));
        }
      }
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
