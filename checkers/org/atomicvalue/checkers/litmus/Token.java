package org.atomicvalue.checkers.litmus;

/** A word of a litmus test, and where it stands. */
record Token(Kind kind, String text, Position position) {

  enum Kind {
    NAME,
    NUMBER,
    SYMBOL,
    END
  }

  boolean is(String word) {
    return (kind == Kind.NAME || kind == Kind.SYMBOL) && text.equals(word);
  }

  /** As it is named in a message. */
  String described() {
    return kind == Kind.END ? "the end of the file" : "\"" + text + "\"";
  }
}
