package org.atomicvalue.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of the pages in {@code docs/explorer}. */
abstract class PlayedPage extends WithBrowser {

  @BeforeEach
  void beOfUsualSize() {
    browser.size(1440, 860);
    browser.dark(false);
  }

  /** Every page must have been quiet, and must have asked for nothing but its own files. */
  @AfterEach
  void nothingComplainsOrLeaves() throws IOException {
    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(), browser.requestsBeyond(ExportedGraph.FOLDER));
  }

  /** Goes on so many steps, in which nothing on the page may change its place. */
  static void requireNothingShifts(int steps) {
    browser.evaluate("(window.shifts = [], new PerformanceObserver(list => list.getEntries().forEach(entry => "
        + "window.shifts.push(entry.value.toFixed(3) + ' ' + entry.sources.map(each => each.node && (each.node.id || "
        + "each.node.className)).join(' ')))).observe({type: 'layout-shift', buffered: true}), 1)");
    for (int i = 0; i < steps; i++) {
      browser.evaluate("(document.getElementById('forward').click(), 1)");
    }
    assertEquals(List.of(), browser.evaluate("window.shifts"));
  }
}
