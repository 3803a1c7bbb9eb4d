package org.atomicvalue.checkers.documents;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a document that is generated: what stands between {@code <!-- generated: NAME -->} and
 * {@code <!-- end -->}. The text around it is written by hand.
 */
public final class GeneratedSection {

  private GeneratedSection() {}

  /**
   * A document with other content in one of its generated sections.
   *
   * @param document where the text is from, for the error
   * @param text the whole document
   */
  public static String replace(Path document, String text, String name, String content) {
    return find(document, text, name).replaceFirst("$1\n" + Matcher.quoteReplacement(content) + "\n$3");
  }

  /** What stands in one of the generated sections of a document. */
  public static String content(Path document, String text, String name) {
    return find(document, text, name).group(2);
  }

  private static Matcher find(Path document, String text, String name) {
    Matcher place = Pattern.compile("(?s)(<!-- generated: " + Pattern.quote(name) + " -->\n)\n?(.*?)\n?(<!-- end -->)")
        .matcher(text);
    if (!place.find()) {
      throw new IllegalStateException(document + " has no place for the generated section \"" + name + "\"");
    }
    return place;
  }
}
