package org.atomicvalue.mutants;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import com.github.difflib.patch.PatchFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A bug of {@code src/test/mutants}: a unified diff against one source file of the library, after a header that explains
 * it and names the checkers that must catch it.
 *
 * @param file the diff
 * @param source the source file that it changes
 * @param checkers simple names of test classes
 * @param patch the change
 */
record SeededBug(Path file, Path source, List<String> checkers, Patch<String> patch) {

  private static final String CAUGHT_BY = "Caught-by: ";
  private static final String SOURCE = "--- a/";

  static SeededBug read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> checkers = Arrays.asList(field(file, lines, CAUGHT_BY).split("\\s*,\\s*"));
    Path source = Path.of(field(file, lines, SOURCE));
    List<String> diff = lines.subList(lines.indexOf(SOURCE + field(file, lines, SOURCE)), lines.size());
    return new SeededBug(file, source, checkers, UnifiedDiffUtils.parseUnifiedDiff(diff));
  }

  private static String field(Path file, List<String> lines, String prefix) {
    return lines.stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()).strip())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(file + " has no line that begins with '" + prefix + "'"));
  }

  String name() {
    return file.getFileName().toString().replace(".patch", "");
  }

  /**
   * Seeds the bug. Line numbers may have shifted, but every line that a hunk shows must be there, in one place only.
   *
   * @throws AssertionError if the diff does not fit the source
   */
  List<String> applyTo(List<String> original) {
    List<AbstractDelta<String>> hunks = patch.getDeltas();
    if (hunks.isEmpty()) {
      throw new AssertionError(file + " contains no change.");
    }
    for (int i = 0; i < hunks.size(); i++) {
      List<String> expected = hunks.get(i).getSource().getLines();
      int place = Collections.indexOfSubList(original, expected);
      if (place < 0) {
        throw misfit(i, expected, "its lines are no longer in");
      }
      if (place != Collections.lastIndexOfSubList(original, expected)) {
        throw misfit(i, expected, "its lines occur several times in");
      }
    }
    try {
      return patch.applyFuzzy(original, 0);
    } catch (PatchFailedException e) {
      throw new AssertionError(file + " does not apply to " + source + ": make the diff anew.", e);
    }
  }

  private AssertionError misfit(int hunk, List<String> expected, String problem) {
    return new AssertionError(
        "Hunk %d of %s does not apply, %s %s. Seed the same bug in today's source and make the diff anew:%n%s"
            .formatted(hunk + 1, file, problem, source, expected.stream().collect(Collectors.joining("\n  ", "  ", ""))));
  }
}
