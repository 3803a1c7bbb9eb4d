package org.atomicvalue.checkers.proof;

import org.atomicvalue.checkers.smt.Term;

/**
 * A formula of a module that bears a name.
 *
 * @param name unique among its kind; where one definition is a conjunction, {@code TypeOK#2} is its second part
 * @param text as it stands in the module, on one line
 * @param place module and line, such as {@code AtomicValue.tla:83}
 * @param term what it means; may have quantifiers
 */
public record Formula(String name, String text, String place, Term term) {
  public Formula {
    term = Canonical.canonical(term);
  }
}
