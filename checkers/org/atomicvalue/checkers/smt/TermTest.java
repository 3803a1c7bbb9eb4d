package org.atomicvalue.checkers.smt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OfLink(Link.PROOF)
class TermTest {

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', value = {
    "x, x", "x1, x1", "12, 12", "<=, <=", "pc', |pc'|", "some t, |some t|", "1a, |1a|", "ä, |ä|", "``, ||",
    "(_ is some), (_ is some)"})
  void nameIsQuotedIfItHasTo(String name, String text) {
    assertEquals(text, Term.symbol(name).toString());
    assertEquals("(" + text + " y)", Term.apply(name, Term.symbol("y")).toString());
  }

  @Test
  void termsAreEqualIfTheirTextsAre() {
    Term term = Term.apply("f", Term.symbol("x"), Term.apply("g", Term.symbol("some t")));
    Term same = Term.apply("f", Term.symbol("z"), Term.apply("g", Term.symbol("some t")))
        .substitute(Map.of("z", Term.symbol("x")));
    assertEquals(term.toString(), same.toString());
    assertEquals(term, same);
    assertEquals(term.hashCode(), same.hashCode());
    assertEquals(term, Term.parse(term.toString()));
    assertNotEquals(term, Term.apply("g", Term.symbol("x"), Term.apply("g", Term.symbol("some t"))));
    assertNotEquals(term, Term.apply("f", Term.symbol("x"), Term.apply("g", Term.symbol("t"))));
  }

  @Test
  void quantifierIsFoundHoweverDeep() {
    Term body = Term.apply("p", Term.symbol("t"));
    Term quantified = Term.forAll(List.of(new Term.Variable("t", "U")), body);
    assertFalse(Term.not(body).isQuantified());
    assertTrue(Term.implies(body, Term.apply("q", Term.symbol("t"), Term.not(quantified))).isQuantified());
    assertFalse(Term.apply("q", Term.symbol("z")).substitute(Map.of("z", body)).isQuantified());
    assertTrue(Term.apply("q", Term.symbol("z")).substitute(Map.of("z", quantified)).isQuantified());
  }
}
