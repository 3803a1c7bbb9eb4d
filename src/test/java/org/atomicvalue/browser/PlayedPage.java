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
}
