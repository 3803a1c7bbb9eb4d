package org.atomicvalue.checkers.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@OfLink(Link.ARTIFACTS)
class SummaryTest {

  private static final List<Evidence> COMPLETE = Arrays.stream(Link.values()).map(SummaryTest::evidence).toList();

  private static Evidence evidence(Link link) {
    return new Evidence(link, "some check", 1_234, "things", "some bounds", "as it should be", 5);
  }

  @Test
  void showsTheWorkOfEveryLink() {
    Summary summary = new Summary(COMPLETE, 0);
    assertEquals("Every check passed.", summary.verdict());
    for (Link link : Link.values()) {
      String row = link.checker() + ": 1,234 things in 1 check";
      assertTrue(summary.text().contains(row), () -> row + "is not in:" + summary.text());
    }
  }

  @Test
  void breaksLinesThatAreTooLongForTheTerminal() {
    List<Evidence> manyUnits = Arrays.stream(Link.values())
        .flatMap(
            link -> Stream.of("executions of a scenario", "objects collected", "calls at the end of the stack", "halts")
                .map(unit -> new Evidence(link, unit, 1_234, unit, "some bounds", "as it should be", 5)))
        .toList();
    String table = new Summary(manyUnits, 0).text().lines().skip(4).collect(Collectors.joining("\n"));
    assertTrue(table.contains("1,234 objects collected"), table);
    assertTrue(table.lines().allMatch(line -> line.length() <= 110), table);
  }

  @Test
  void missesALinkWithoutEvidence() {
    Summary summary = new Summary(COMPLETE.stream().filter(each -> each.link() != Link.STEPS).toList(), 0);
    assertEquals(EnumSet.of(Link.STEPS), summary.linksWithoutEvidence());
    assertEquals("INCOMPLETE: nothing was checked of [STEPS].", summary.verdict());
    assertTrue(summary.text().contains("MISSING"), summary::text);
  }

  @Test
  void doesNotHideFailedChecksBehindThoseThatPassed() {
    assertEquals(
        "2 checks FAILED, see above. The table shows only what passed.", new Summary(COMPLETE, 2).verdict());
  }

  @Test
  void acceptsNoEvidenceOfNoWork() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Evidence(Link.STEPS, "some check", 0, "edges", "some bounds", "equal", 0));
  }
}
