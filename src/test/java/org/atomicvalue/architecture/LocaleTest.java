package org.atomicvalue.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Nothing depends on the locale of the machine: no conversion to capitals or small letters without a locale, and no
 * format in which the locale shows that is given to a formatter without a locale. {@code mvn test -Pturkish}
 * runs the tests of what reads and writes text where that would be noticed.
 */
class LocaleTest {

  /** Groups of digits, and decimals. */
  private static final Pattern SHOWS_THE_LOCALE = Pattern.compile("(?s).*%[-+0-9]*(,[0-9]*d|,?(\\.[0-9]+)?[feg]).*");

  @Test
  void nothingDependsOnTheLocale() throws IOException {
    List<String> dependent = new ArrayList<>();
    int classes = 0;
    for (Path root : List.of(Path.of("target", "classes"), Path.of("target", "test-classes"))) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(LocaleTest::isOurs).toList()) {
          try (InputStream in = Files.newInputStream(file)) {
            dependent.addAll(dependent(new ClassReader(in)));
          }
          classes++;
        }
      }
    }
    assertTrue(classes > 100, "the classes are there");
    assertEquals("", String.join("\n", dependent), "methods that depend on the locale");
  }

  /** These do, each in a way of its own. */
  private static final class Dependent {
    String capitals(String text) {
      return text.toUpperCase();
    }

    String grouped(long n) {
      return "there are %,d of them".formatted(n);
    }

    String decimals(double n) {
      return String.format("%5.1f s", n);
    }

    void printed(double n) {
      System.out.printf("%.0f s%n", n);
    }

    String independent(long n, double x) {
      return String.format(Locale.ROOT, "%,d and %.1f", n, x) + "%d and %s".formatted(n, n);
    }
  }

  @Test
  void isNoticed() throws IOException {
    assertEquals(
        List.of(
            "LocaleTest$Dependent.capitals", "LocaleTest$Dependent.grouped", "LocaleTest$Dependent.decimals",
            "LocaleTest$Dependent.printed"),
        dependent(new ClassReader(Dependent.class.getName())));
  }

  private static boolean isOurs(Path file) {
    String name = file.toString();
    return name.endsWith(".class") && !name.contains("jmh_generated") && !name.contains("_jcstress")
        && !name.endsWith("LocaleTest$Dependent.class");
  }

  /** The methods of a class that depend on the locale. */
  private static List<String> dependent(ClassReader reader) {
    List<String> found = new ArrayList<>();
    String type = reader.getClassName().replaceFirst(".*/", "");
    reader.accept(new ClassVisitor(Opcodes.ASM9) {
      @Override
      public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        return new MethodVisitor(Opcodes.ASM9) {
          private final Deque<String> formats = new ArrayDeque<>();
          private boolean isDependent;

          @Override
          public void visitLdcInsn(Object constant) {
            if (constant instanceof String text && text.contains("%")) {
              formats.push(text);
            }
          }

          @Override
          public void visitMethodInsn(int opcode, String owner, String called, String types, boolean isInterface) {
            isDependent |= owner.equals("java/lang/String") && called.matches("to(Upper|Lower)Case")
                && types.startsWith("()");
            if (called.matches("format|formatted|printf") && owner.startsWith("java/") && !formats.isEmpty()) {
              boolean showsTheLocale = SHOWS_THE_LOCALE.matcher(formats.pop()).matches();
              isDependent |= showsTheLocale && !types.startsWith("(Ljava/util/Locale;");
            }
          }

          @Override
          public void visitEnd() {
            if (isDependent) {
              found.add(type + "." + name);
            }
          }
        };
      }
    }, ClassReader.SKIP_DEBUG);
    return found;
  }
}
