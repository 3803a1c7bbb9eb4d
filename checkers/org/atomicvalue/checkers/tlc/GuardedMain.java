package org.atomicvalue.checkers.tlc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Runs another main class for as long as the JVM that started it lives. That one holds the other end of the standard
 * input, which ends with it, however it dies; then this one deletes its folder and ends as well.
 */
final class GuardedMain {

  /** A busy machine lets a program write for a while between the listing of its folder and the last deletion. */
  private static final int ATTEMPTS = 200;

  private GuardedMain() {}

  /** @param args the folder, the name of the main class, then its arguments */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Thread guard = new Thread(() -> endWithParent(folder), "ends with the JVM that started this one");
    guard.setDaemon(true);
    guard.start();
    Class.forName(args[1])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(args, 2, args.length));
  }

  private static void endWithParent(Path folder) {
    try {
      while (System.in.read() >= 0) {
        continue;
      }
    } catch (IOException e) {
      // That is the end, too.
    }
    try {
      deleteRecursively(folder);
    } finally {
      Runtime.getRuntime().halt(1);
    }
  }

  /** Deletes as much of a folder as can be deleted while a program is still writing into it. */
  static void deleteRecursively(Path folder) {
    for (int attempt = 0; attempt < ATTEMPTS && Files.exists(folder); attempt++) {
      try (Stream<Path> paths = Files.walk(folder)) {
        List<Path> contents = paths.sorted(Comparator.reverseOrder()).toList();
        for (Path path : contents) {
          Files.deleteIfExists(path);
        }
      } catch (IOException | RuntimeException e) {
        // A file appeared or vanished meanwhile: once more, when the program has come a little further.
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      }
    }
  }
}
