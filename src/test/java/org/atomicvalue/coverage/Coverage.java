package org.atomicvalue.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.atomicvalue.AtomicValue;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.ILine;
import org.jacoco.core.tools.ExecFileLoader;

/**
 * What JaCoCo saw of the library.
 *
 * @param lines how many lines were reached, with all their branches
 * @param branches how many branches they have
 * @param missed the text of each line that was not reached, or not with all its branches, by file and line number
 */
record Coverage(int lines, int branches, Map<String, String> missed) {

  /**
   * Reads what JaCoCo's agent has written.
   *
   * @param sources the folder of the library's package
   * @param unreachable the text of lines that need not be reached
   */
  static Coverage of(Path data, Path sources, Set<String> unreachable) throws IOException, URISyntaxException {
    int lines = 0;
    int branches = 0;
    Map<String, String> missed = new TreeMap<>();
    for (IClassCoverage type : analyse(data)) {
      List<String> source = Files.readAllLines(sources.resolve(type.getSourceFileName()));
      for (int number = type.getFirstLine(); number <= type.getLastLine(); number++) {
        ILine line = type.getLine(number);
        String text = source.get(number - 1).strip();
        if (line.getStatus() == ICounter.FULLY_COVERED) {
          lines++;
          branches += line.getBranchCounter().getCoveredCount();
        } else if (line.getStatus() != ICounter.EMPTY && !unreachable.contains(text)) {
          missed.put(type.getSourceFileName() + ":" + number, text + reached(line.getBranchCounter()));
        }
      }
    }
    return new Coverage(lines, branches, missed);
  }

  private static Collection<IClassCoverage> analyse(Path data) throws IOException, URISyntaxException {
    ExecFileLoader execution = new ExecFileLoader();
    execution.load(data.toFile());
    CoverageBuilder coverage = new CoverageBuilder();
    Path library = Path.of(AtomicValue.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    new Analyzer(execution.getExecutionDataStore(), coverage).analyzeAll(library.toFile());
    assertEquals(List.of(), List.copyOf(coverage.getNoMatchClasses()), "classes that are not those that were run");
    assertEquals(2, coverage.getClasses().size(), () -> "classes of the library: " + coverage.getClasses());
    return coverage.getClasses();
  }

  private static String reached(ICounter branches) {
    return branches.getTotalCount() == 0
        ? ""
        : " (%d of %d branches)".formatted(branches.getCoveredCount(), branches.getTotalCount());
  }
}
