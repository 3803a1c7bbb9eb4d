package org.atomicvalue.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.atomicvalue.report.SampleReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/**
 * Looks at the report of {@code mvn verify} in a browser, by the example of two builds that never were.
 *
 * <p>{@code mvn test -Pbrowser}; screenshots are in {@code target/browser}.
 */
class ReportInBrowser extends WithBrowser {

  private static final Path FOLDER = Path.of("target", "browser");

  /** How much has moved since the page was first painted. */
  private static final String LAYOUT_SHIFT = """
      new Promise(resolve => {
        let sum = 0;
        new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value))
            .observe({type: 'layout-shift', buffered: true});
        setTimeout(() => resolve(sum), 200);
      })""";

  @BeforeEach
  void forgetWhatOthersAskedFor() throws IOException {
    browser.requestsBeyond(FOLDER);
    browser.complaints();
  }

  @Test
  void oneFileShowsThatEverythingPassed() throws Exception {
    look(SampleReport.write(true, FOLDER.resolve("passed")), "Every check passed.", "report-passed");
  }

  @Test
  void oneFileLeadsToTheCounterexample() throws Exception {
    look(SampleReport.write(false, FOLDER.resolve("failed")), "1 check failed.", "report-failed");
    assertTrue(browser.texts(".failure pre").get(0).contains("TypeAgreesWithData does not hold."));
  }

  @Test
  void drawsTheStateGraphs() throws Exception {
    browser.size(1280, 1600);
    browser.open(SampleReport.write(true, FOLDER.resolve("graphs")), "#steps");
    assertEquals(List.of("ClaimType", "StoreFirstData", "PublishType"), browser.texts("#steps .drawing .action"));
    assertEquals(
        browser.evaluate("document.querySelectorAll('.drawing').length"),
        browser.evaluate("document.querySelectorAll('.drawing svg').length"));
    browser.screenshot("report-graphs");
  }

  @Test
  void aLinkOpensWhatItLeadsTo() throws Exception {
    browser.size(1280, 1600);
    browser.open(SampleReport.write(true, FOLDER.resolve("links")), "");
    assertEquals(false, browser.evaluate("document.getElementById('faults').open"));
    browser.evaluate("document.querySelector('#chain a[href=\"#faults\"]').focus()");
    browser.type(Keys.ENTER);
    browser.await("document.getElementById('faults').open");
  }

  private static void look(Path page, String verdict, String name) throws Exception {
    for (boolean dark : List.of(false, true)) {
      browser.dark(dark);
      for (int[] size : new int[][] {{1280, 1600}, {360, 780}}) {
        browser.size(size[0], size[1]);
        browser.open(page, "");
        assertEquals(List.of(verdict), browser.texts("h1"));
        assertEquals(browser.evaluate("innerWidth"), browser.evaluate("document.documentElement.scrollWidth"));
        assertEquals(0, ((Number) browser.evaluate(LAYOUT_SHIFT)).doubleValue(), "layout shift");
        browser.screenshot(name + "-" + size[0] + (dark ? "-dark" : ""));
      }
    }
    // All links within the page lead somewhere.
    assertEquals(List.of(), browser.evaluate("[...document.querySelectorAll('a[href^=\"#\"]')]"
        + ".filter(a => !document.getElementById(a.getAttribute('href').slice(1))).map(a => a.href)"));
    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(), browser.requestsBeyond(page));
  }
}
