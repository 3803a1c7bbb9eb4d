package org.atomicvalue.hardware;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.atomicvalue.checkers.jcstress.ObservedOutcomes;
import org.atomicvalue.checkers.jcstress.ObservedRun;
import org.atomicvalue.checkers.jcstress.StressCheck;
import org.atomicvalue.checkers.jcstress.StressFork;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * {@code mvn test-compile exec:exec@gallery} runs the gallery, {@code stress/org/atomicvalue/stress/litmus}, and prints
 * what was seen beside what is derived; the same is left in {@code target/report/gallery.json}, from where {@link
 * ObservedDocument} takes it. Fails if an outcome is seen that is forbidden, if a program ends in an error, or if one
 * did not run at all.
 *
 * <p>{@code -Dgallery.args} takes options of jcstress, by default {@code -m quick}.
 */
public final class Gallery {

  private static final Path FOLDER = Path.of("target", "report");
  static final Path RUN = FOLDER.resolve("gallery.json");

  private Gallery() {}

  public static void main(String[] args) throws Exception {
    long start = System.nanoTime();
    List<String> options = new ArrayList<>(List.of(args));
    options.addAll(List.of("-t", Programs.GALLERY_FILTER));
    Collection<TestResult> results = StressFork.run(FOLDER.resolve("gallery.bin.gz"), System.out::println, options);
    ObservedOutcomes observed = ObservedOutcomes.of(results);
    ObservedRun.now(observed, "gallery", List.of(args), start).write(RUN);
    observed.print(System.out);
    System.out.printf("%nWhat only some modes allow, on %s:%n%n%s%n", StressCheck.machine(),
        ObservedDocument.comparisonOfModes(observed.byTest()));
    StressCheck.assertSound(results, Programs.ofGallery());
    System.out.printf(Locale.ROOT, "%d programs, %,d samples, nothing forbidden%n", observed.byTest().size(),
        StressCheck.samples(results));
  }
}
