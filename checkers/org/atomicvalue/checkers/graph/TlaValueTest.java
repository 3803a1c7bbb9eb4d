package org.atomicvalue.checkers.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OfLink(Link.STEPS)
class TlaValueTest {

  @ParameterizedTest
  @CsvSource(delimiter = '~', quoteCharacter = '\0', textBlock = """
      a1                                         ~ a1
      -12                                        ~ -12
      "a \\"b\\" c"                              ~ "a \\"b\\" c"
      {}                                         ~ {}
      { b, a }                                   ~ {a, b}
      1..3                                       ~ {1, 2, 3}
      -1 .. 1                                    ~ {-1, 0, 1}
      2..1                                       ~ {}
      {"a  b", "f( x )"}                         ~ {"a  b", "f( x )"}
      << x, {2, 1} >>                            ~ <<x, {1, 2}>>
      [ op |-> "load", arg |-> Null ]            ~ [arg |-> Null, op |-> "load"]
      ( t2 :> <<>> @@ t1 :> [f |-> TRUE] )       ~ (t1 :> [f |-> TRUE] @@ t2 :> <<>>)
      ("b" :> 2 @@ "a" :> 1)                     ~ [a |-> 1, b |-> 2]
      """)
  void canonicalText(String input, String canonical) {
    assertEquals(canonical, TlaValue.parse(input).toString());
  }

  @Test
  void valuesMaySpanLines() {
    assertEquals(
        TlaValue.parse("(t1 :> [op |-> \"load\"] @@ t2 :> Null)"),
        TlaValue.parse("( t1 :> [op |-> \"load\"] @@\n  t2 :>\n      Null )"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[", "(t1 :> )", "a b", "\"open", "a..b", "1..", "[f -> 1]"})
  void nonsense(String input) {
    assertThrows(IllegalArgumentException.class, () -> TlaValue.parse(input));
  }
}
