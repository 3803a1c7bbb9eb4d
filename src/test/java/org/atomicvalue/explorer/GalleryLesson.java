package org.atomicvalue.explorer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A lesson of the gallery, {@code stress/org/atomicvalue/stress/litmus}, as {@link GallerySource} reads it.
 *
 * @param name of the class
 * @param title of its section in {@code docs/memory-models.md}
 * @param about the paragraphs of the class comment, code in backquotes
 * @param variants its program in different modes, from the weakest
 */
record GalleryLesson(String name, String title, List<String> about, List<Variant> variants) {

  /**
   * The program in one mode.
   *
   * @param mode the name of the class
   * @param program its name in {@code spec/litmus}
   * @param threads of each thread, its statements
   * @param afterwards the statements that run when all threads have ended
   * @param meanings the accepted outcomes, and what each means
   */
  record Variant(String mode, String program, List<List<String>> threads, List<String> afterwards,
      Map<String, String> meanings) {}

  /** All outcomes that are accepted in any mode. */
  Set<String> outcomes() {
    Set<String> outcomes = new TreeSet<>();
    variants.forEach(variant -> outcomes.addAll(variant.meanings().keySet()));
    return outcomes;
  }
}
