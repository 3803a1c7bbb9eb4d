package org.atomicvalue.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.atomicvalue.checkers.documents.GeneratedSection;
import org.atomicvalue.checkers.mutants.Audience;
import org.atomicvalue.checkers.mutants.SeededBug;

/**
 * The parts of {@code docs/step-conformance.md} that are generated: how many states are compared, by the expectations
 * of the models; and the difference that the page reads with its readers, as step conformance reports it of that bug.
 *
 * <p>{@code mvn test-compile exec:exec@steps-document}. {@code StepsDocumentTest} checks the figures, {@code
 * CodeMutantsIT} the difference.
 */
public final class StepsDocument implements Audience {

  static final Path FILE = Path.of("docs", "step-conformance.md");
  static final String RENEW = "run: mvn test-compile exec:exec@steps-document";
  private static final String BUG = "load-reads-type-twice";

  /**
   * A line of the table: what is compared and by which test, if the line before does not say the same, and the model.
   */
  private record Line(String compared, String test, String model) {}

  private static final List<Line> LINES = List.of(
      new Line("`AtomicValue.class` and `AtomicValue.tla`", "`AtomicValueStepsTest`", "MCAtomicValue"),
      new Line("", "the same with `-Ddeep=true`", "MCAtomicValue_threads"),
      new Line("", "", "MCAtomicValue_deep"),
      new Line("`WaitFreeAtomicValue.class` and `WaitFreeAtomicValue.tla`", "`WaitFreeAtomicValueStepsTest`",
          "MCWaitFreeAtomicValue"),
      new Line("", "the same with `-Ddeep=true`", "MCWaitFreeAtomicValue_threads"),
      new Line("`TypedRegister.class`, Lincheck's specification, and `TypedRegister.tla`, TLC's",
          "`TypedRegisterStepsTest`", "MCTypedRegister"));

  public static void main(String[] args) throws Exception {
    SeededBug bug = StepFindings.bugs().stream().filter(each -> each.name().equals(BUG)).findFirst().orElseThrow();
    AssertionError finding = StepFindings.of(bug)
        .orElseThrow(() -> new IllegalStateException("step conformance finds nothing in " + BUG));
    Files.writeString(FILE, withDifference(withFigures(Files.readString(FILE)), finding));
    System.out.println("wrote " + FILE);
    System.exit(0);
  }

  static String withFigures(String text) throws IOException {
    StringBuilder table = new StringBuilder("| compared | test | bounds |\n|---|---|---|\n");
    for (Line line : LINES) {
      RegisterSteps steps = new RegisterSteps(line.model.replaceAll("^MC|_.*", ""), line.model);
      table.append(String.format(Locale.ROOT, "| %s | %s | %s: %,d states |\n", line.compared, line.test,
          steps.bounds().replaceFirst(", all calls.*", ""), states(line.model)));
    }
    return GeneratedSection.replace(FILE, text, "figures", table.toString());
  }

  private static long states(String model) throws IOException {
    for (JsonNode expected : new ObjectMapper().readTree(Path.of("spec/models/expected.json").toFile())) {
      if (expected.path("model").asText().equals(model)) {
        return expected.path("distinctStates").asLong();
      }
    }
    throw new IllegalStateException("spec/models/expected.json has no model " + model);
  }

  private static String withDifference(String text, AssertionError finding) {
    return GeneratedSection.replace(FILE, text, "difference", "```\n" + finding.getMessage().strip() + "\n```\n");
  }

  @Override
  public String claim() {
    return "the guide to step conformance shows it";
  }

  @Override
  public boolean isAskedAbout(SeededBug bug) {
    return bug.name().equals(BUG) && !bug.file().startsWith("spec");
  }

  @Override
  public void requireUpToDate(SeededBug bug, Object finding) throws IOException {
    String text = Files.readString(FILE);
    if (!withDifference(text, (AssertionError) finding).equals(text)) {
      throw new AssertionError(FILE + " does not show what step conformance finds now in " + BUG + "; " + RENEW);
    }
  }
}
