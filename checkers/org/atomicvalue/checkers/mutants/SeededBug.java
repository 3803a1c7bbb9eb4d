package org.atomicvalue.checkers.mutants;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import com.github.difflib.patch.PatchFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A seeded bug: a small diff against one file of the project, which the checks must notice. It is a file of the form
 *
 * <pre>
 * What the bug is, in one line.
 *
 * Why it is one, in a few.
 *
 * Field: what the check that applies it needs to know
 *
 * --- a/path/of/the/file
 * +++ b/path/of/the/file
 * &#64;&#64; as git diff writes it
 * </pre>
 *
 * @param name the name of the file, without {@code .patch}
 * @param title its first line
 * @param about what stands between the title and the first field, in one line
 * @param fields the lines of the form {@code Field: value} before the diff
 * @param file the file that is changed, relative to the project
 * @param diff the unified diff
 */
public record SeededBug(
    String name, String title, String about, Map<String, String> fields, Path file, List<String> diff) {

  private static final String SUFFIX = ".patch";
  private static final Pattern FIELD = Pattern.compile("([A-Z][\\w-]+): (.+)");

  /** The mutants in {@code folder}, by name. */
  public static List<SeededBug> readAll(Path folder) throws IOException {
    List<Path> patches;
    try (Stream<Path> files = Files.list(folder)) {
      patches = files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    }
    List<SeededBug> mutants = new ArrayList<>();
    for (Path patch : patches) {
      mutants.add(read(patch));
    }
    return mutants;
  }

  private static SeededBug read(Path patch) throws IOException {
    List<String> lines = Files.readAllLines(patch);
    int start = 1;
    List<String> about = new ArrayList<>();
    Map<String, String> fields = new LinkedHashMap<>();
    while (start < lines.size() && !lines.get(start).startsWith("--- a/")) {
      Matcher field = FIELD.matcher(lines.get(start));
      if (field.matches()) {
        fields.put(field.group(1), field.group(2));
      } else if (fields.isEmpty()) {
        about.add(lines.get(start));
      }
      start++;
    }
    if (start == lines.size()) {
      throw new IOException(patch + " has no line that begins with \"--- a/\", so it is not a diff");
    }
    String name = patch.getFileName().toString();
    return new SeededBug(name.substring(0, name.length() - SUFFIX.length()), lines.get(0),
        String.join(" ", about).strip(), fields, Path.of(lines.get(start).substring("--- a/".length())),
        lines.subList(start, lines.size()));
  }

  /** The value of a field that must be there. */
  public String field(String key) {
    String value = fields.get(key);
    if (value == null) {
      throw new IllegalStateException(name + SUFFIX + " does not say \"" + key + ":\"");
    }
    return value;
  }

  /**
   * The text of {@link #file} with the bug in it. Line numbers may have shifted, but the lines that a hunk shows must
   * all be there, and in one place only.
   *
   * @throws IllegalStateException if the diff does not fit
   */
  public List<String> applied() throws IOException {
    List<String> original = Files.readAllLines(file);
    Patch<String> patch = UnifiedDiffUtils.parseUnifiedDiff(diff);
    if (patch.getDeltas().isEmpty()) {
      throw new IllegalStateException(name + SUFFIX + " changes nothing");
    }
    for (AbstractDelta<String> hunk : patch.getDeltas()) {
      List<String> shown = hunk.getSource().getLines();
      int place = Collections.indexOfSubList(original, shown);
      if (place < 0) {
        throw misfit(patch, hunk, "shows lines that are not there", null);
      }
      if (place != Collections.lastIndexOfSubList(original, shown)) {
        throw misfit(patch, hunk, "fits several places, so it needs more context", null);
      }
    }
    try {
      return patch.applyFuzzy(original, 0);
    } catch (PatchFailedException e) {
      throw misfit(patch, patch.getDeltas().get(0), "or a later one is out of order", e);
    }
  }

  private IllegalStateException misfit(
      Patch<String> patch, AbstractDelta<String> hunk, String problem, PatchFailedException cause) {
    return new IllegalStateException(
        "%s%s no longer applies to %s: hunk %d %s. Make the same change there again and renew the diff. The hunk:%n%s"
            .formatted(name, SUFFIX, file, patch.getDeltas().indexOf(hunk) + 1, problem,
                String.join("\n", hunk.getSource().getLines())),
        cause);
  }
}
