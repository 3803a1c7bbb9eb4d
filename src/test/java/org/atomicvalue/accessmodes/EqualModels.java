package org.atomicvalue.accessmodes;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.atomicvalue.checkers.documents.GeneratedSection;

/**
 * {@code mvn test-compile exec:exec@equal-models -Dequal="fences 15 1-5"} compares machine and axioms in parts 1 to
 * 5 of 15 parts of a set, each of which takes every 15th program. (An odd number of parts makes each a fair sample:
 * programs with even numbers are those whose locations are not exchanged.) What has been done is kept in {@code
 * docs/memory-models/equality.json}, part by part, so that the command can be stopped and goes on where it was; it is
 * done anew when a module has changed. A difference ends it. The table in {@code docs/memory-models.md} tells how far
 * it is.
 */
public final class EqualModels {

  static final Path DOCUMENT = Path.of("docs", "memory-models.md");
  private static final Path KEPT = Path.of("docs", "memory-models", "equality.json");
  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Comments and layout make no difference. */
  private static final String NO_CODE = "(?s)\\(\\*.*?\\*\\)|\\\\\\*[^\\n]*|\\s+";

  /**
   * What was found in some part of a set.
   *
   * @param set the title of the set
   * @param part its number, from 1
   * @param parts of how many
   * @param differing programs in which machine and axioms differ but for load buffering and late passages
   * @param buffering programs of which the axioms allow outcomes by load buffering alone
   * @param late programs of which they allow outcomes by late passages alone
   * @param modules what the modules were
   */
  record Done(String set, int part, int parts, int programs, int outcomes, int differing, int buffering, int late,
      double seconds, String date, String modules) {}

  private EqualModels() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 3 && args[2].matches("\\d+(-\\d+)?")) {
      String[] range = args[2].split("-");
      compare(set(args[0]), Integer.parseInt(args[1]), Integer.parseInt(range[0]),
          Integer.parseInt(range[range.length - 1]));
    } else if (args.length != 1 || !args[0].equals("document")) {
      throw new IllegalArgumentException(
          "say what: -Dequal=\"SET PARTS FROM-TO\", such as \"%s 15 1-5\", or -Dequal=document; the sets are %s"
              .formatted(ProgramSet.FENCES.title(),
                  Arrays.stream(ProgramSet.values()).map(ProgramSet::title).toList()));
    }
    Files.writeString(DOCUMENT, rendered(Files.readString(DOCUMENT)));
    System.out.println("wrote " + DOCUMENT);
  }

  private static ProgramSet set(String title) {
    return Arrays.stream(ProgramSet.values()).filter(set -> set.title().equals(title)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no set is called " + title + "; there are "
            + Arrays.stream(ProgramSet.values()).map(ProgramSet::title).toList()));
  }

  private static void compare(ProgramSet set, int parts, int from, int to) throws IOException, InterruptedException {
    if (from < 1 || to > parts || from > to) {
      throw new IllegalArgumentException("parts %d to %d of %d".formatted(from, to, parts));
    }
    String modules = modules(set);
    for (int part = from; part <= to; part++) {
      int number = part;
      List<Done> kept = new ArrayList<>(kept());
      if (kept.stream().anyMatch(done -> is(done, set, number, parts) && done.modules().equals(modules))) {
        System.out.printf("%s, part %d of %d: done before%n", set.title(), part, parts);
        continue;
      }
      ModelComparison comparison = ModelComparison.of(set, part - 1, parts);
      Done done = new Done(set.title(), part, parts, comparison.programs(), comparison.outcomes(),
          comparison.differing().size(), comparison.loadBuffering().size(), comparison.latePassages().size(),
          Math.round(comparison.run().result().seconds()), LocalDate.now(ZoneOffset.UTC).toString(), modules);
      System.out.println(done);
      if (done.differing() != 0) {
        throw new IllegalStateException("machine and axioms differ:\n" + comparison.described());
      }
      kept.removeIf(other -> is(other, set, number, parts));
      kept.add(done);
      Files.writeString(KEPT, JSON.writeValueAsString(kept) + "\n");
    }
  }

  private static boolean is(Done done, ProgramSet set, int part, int parts) {
    return done.set().equals(set.title()) && done.part() == part && done.parts() == parts;
  }

  /** All that has been done. */
  static List<Done> kept() throws IOException {
    return Files.exists(KEPT) ? JSON.readValue(KEPT.toFile(), new TypeReference<List<Done>>() {}) : List.of();
  }

  /** What the modules that decide are, comments apart. */
  private static String modules(ProgramSet set) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path module : Stream.of(
          LitmusRun.SPEC.resolve("AccessModes"), LitmusRun.SPEC.resolve("JavaAxioms"),
          LitmusRun.SPEC.resolve("Programs"),
          LitmusRun.LITMUS.resolve("TwoModels"), LitmusRun.LITMUS.resolve(set.model()),
          LitmusRun.LITMUS.resolve(set.model().substring("MC".length()))).toList()) {
        String text = Files.readString(module.resolveSibling(module.getFileName() + ".tla")).replaceAll(NO_CODE, " ");
        digest.update(text.replaceAll(" +", " ").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The document with its table made anew. */
  static String rendered(String text) throws IOException {
    StringBuilder table = new StringBuilder("""
        | programs | all | compared | outcomes | with load buffering | with late passages | with other differences | last on |
        |---|--:|--:|--:|--:|--:|--:|---|
        """);
    for (ProgramSet set : ProgramSet.values()) {
      String modules = modules(set);
      List<Done> current =
          kept().stream().filter(done -> done.set().equals(set.title()) && done.modules().equals(modules)).toList();
      // Parts of different sizes overlap: only those that are of one size are added up, and the most are told.
      List<Done> most = current.stream().map(Done::parts).distinct()
          .map(parts -> current.stream().filter(done -> done.parts() == parts).toList())
          .max((one, other) -> Integer.compare(programs(one), programs(other)))
          .orElse(List.of());
      table.append(String.format(Locale.ROOT, "| `%s`: %s | %,d | %,d | %,d | %,d | %,d | %,d | %s |\n", set.title(),
          set.bounds(), set.programs(), programs(most), most.stream().mapToInt(Done::outcomes).sum(),
          most.stream().mapToInt(Done::buffering).sum(), most.stream().mapToInt(Done::late).sum(),
          most.stream().mapToInt(Done::differing).sum(),
          most.stream().map(Done::date).max(String::compareTo).orElse("never")));
    }
    return GeneratedSection.replace(DOCUMENT, text, "equality", table.toString());
  }

  private static int programs(List<Done> parts) {
    return parts.stream().mapToInt(Done::programs).sum();
  }
}
