package org.atomicvalue.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The graphs and lessons that {@code docs/explorer} plays are what TLC finds out now. */
class ExplorerDataIT {

  @Test
  void theExploredFilesAreUpToDate() throws IOException, InterruptedException {
    assertEquals(List.of(), ExplorerData.outOfDate(ExplorerData.explored()), ExplorerData.RENEW);
  }
}
