package org.atomicvalue.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.atomicvalue.report.SampleReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Takes the pictures of the pages that are in {@code docs/pictures}:
 *
 * <pre>
 * mvn test -Pbrowser -Dtest=PicturesInBrowser
 * cp target/browser/page-*.png docs/pictures
 * </pre>
 *
 * <p>The report is that of the last {@code mvn verify}, or else an example.
 */
class PicturesInBrowser extends WithBrowser {

  private static final Path REPORT = Path.of("target", "report", "report.html");
  private static final long MOST_BYTES = 200_000;

  @BeforeAll
  static void beOfTheSizeOfThePictures() {
    browser.size(1280, 720);
  }

  @Test
  void explorer() throws Exception {
    browser.open(ExportedGraph.FOLDER.resolve("index.html"), "#story=waiting-writer&at=9");
    browser.await("document.querySelector('.node.here')");
    take("page-explorer");
  }

  @Test
  void modes() throws Exception {
    browser.open(ExportedGraph.FOLDER.resolve("modes.html"), "#lesson=L1_MessagePassing&mode=Plain&outcome=1,0&at=4");
    browser.await("document.querySelector('main.ready')");
    take("page-modes");
  }

  @Test
  void report() throws Exception {
    Path page = Files.exists(REPORT) ? REPORT : SampleReport.write(true, Path.of("target", "browser", "passed"));
    browser.open(page, "");
    browser.await("document.querySelector('h1')");
    take("page-report");
  }

  private static void take(String name) throws IOException {
    browser.screenshot(name);
    long bytes = Files.size(Path.of("target", "browser", name + ".png"));
    assertTrue(bytes <= MOST_BYTES, () -> name + ".png has " + bytes + " bytes, too many for a document");
  }
}
