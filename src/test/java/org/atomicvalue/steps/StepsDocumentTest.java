package org.atomicvalue.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The guide to step conformance has the figures of the models that there are. */
class StepsDocumentTest {

  @Test
  void figuresAreUpToDate() throws IOException {
    String text = Files.readString(StepsDocument.FILE);
    assertEquals(StepsDocument.withFigures(text), text, () -> StepsDocument.FILE + "; " + StepsDocument.RENEW);
  }
}
