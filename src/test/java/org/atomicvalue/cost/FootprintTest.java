package org.atomicvalue.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicReference;
import org.atomicvalue.AtomicValue;
import org.atomicvalue.WaitFreeAtomicValue;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.datamodel.Model64;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.layouters.HotSpotLayouter;

/** How large the objects are, on a 64-bit HotSpot with compressed references and class pointers, by JOL. */
class FootprintTest {

  private static final int LIMIT = 24;

  @BeforeAll
  static void lookAtClassesOnly() {
    System.setProperty("jol.skipDynamicAttach", "true");
    System.setProperty("jol.skipHotspotSAAttach", "true");
  }

  @Test
  void objectsTakeAtMost24Bytes() {
    long start = System.nanoTime();
    long value = size(AtomicValue.class);
    long waitFreeValue = size(WaitFreeAtomicValue.class);
    assertTrue(value <= LIMIT, () -> "an AtomicValue takes " + value + " bytes, more than " + LIMIT);
    assertTrue(
        waitFreeValue <= LIMIT, () -> "a WaitFreeAtomicValue takes " + waitFreeValue + " bytes, more than " + LIMIT);
    assertEquals(16, size(AtomicReference.class), "bytes of an AtomicReference, which the documentation compares with");
    new Evidence(
        Link.COST,
        "FootprintTest",
        3,
        "classes",
        "64-bit HotSpot, compressed references and class pointers",
        "%d and %d bytes, AtomicReference 16".formatted(value, waitFreeValue),
        (System.nanoTime() - start) / 1e9)
        .record();
  }

  private static long size(Class<?> type) {
    boolean compressed = true;
    return ClassLayout.parseClass(
        type, new HotSpotLayouter(new Model64(compressed, compressed), Runtime.version().feature()))
        .instanceSize();
  }
}
