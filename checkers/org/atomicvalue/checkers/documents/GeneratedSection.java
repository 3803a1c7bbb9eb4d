package org.atomicvalue.checkers.documents;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a document that is generated: what stands between {@code <!-- generated: NAME -->} and {@code <!-- end -->}.
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
    Matcher place =
        Pattern.compile("(?s)(<!-- generated: " + Pattern.quote(name) + " -->\n)(.*?)(<!-- end -->)").matcher(text);
    if (!place.find()) {
      throw new IllegalStateException(document + " has no place for the generated section \"" + name + "\"");
    }
    return place.replaceFirst("$1\n" + Matcher.quoteReplacement(content) + "\n$3");
  }
}
