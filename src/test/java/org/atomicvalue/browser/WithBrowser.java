package org.atomicvalue.browser;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests that look at pages in a browser: one for the whole class. */
abstract class WithBrowser {

  static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    browser = new Browser();
  }

  @AfterAll
  static void stop() throws IOException {
    browser.close();
  }
}
