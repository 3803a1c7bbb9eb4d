package org.atomicvalue.checkers.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OfLink(Link.ARTIFACTS)
class SelectionTest {

  private static final String PROPERTY = "selection.of.this.test";

  @AfterEach
  void forget() {
    System.clearProperty(PROPERTY);
  }

  private static List<String> select(String names) {
    System.setProperty(PROPERTY, names);
    return Selection.of(PROPERTY, List.of("one", "two", "three"), name -> name);
  }

  @Test
  void withoutThePropertyEverythingIsWanted() {
    assertEquals(List.of("one", "two"), Selection.of(PROPERTY, List.of("one", "two"), name -> name));
    assertFalse(Selection.isNarrowed(PROPERTY));
    assertEquals(List.of("one", "two", "three"), select(""));
    assertFalse(Selection.isNarrowed(PROPERTY));
  }

  @Test
  void takesOneNameOrSeveral() {
    assertEquals(List.of("two"), select("two"));
    assertEquals(List.of("one", "three"), select(" three, one "));
    assertTrue(Selection.isNarrowed(PROPERTY));
  }

  @Test
  void anUnknownNameFailsAndListsTheKnown() {
    assertEquals(
        "-D" + PROPERTY + " names four, which this check does not know; it knows one, three, two",
        assertThrows(IllegalArgumentException.class, () -> select("two,four")).getMessage());
  }
}
