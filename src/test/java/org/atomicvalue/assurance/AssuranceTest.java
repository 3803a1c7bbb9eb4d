package org.atomicvalue.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.atomicvalue.AtomicValue;
import org.atomicvalue.WaitFreeAtomicValue;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The assurance case rests on what is there: every rule has its evidence, and every name and link leads somewhere. */
class AssuranceTest {

  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
  private static final String ADVICE =
      "give a rule the evidence that it lacks, or a name that still exists, in " + Rule.FILE;

  @Test
  void everyRuleHasEvidenceOrAReasonForNone() throws IOException {
    List<Rule> rules = Rule.readAll();
    assertEquals(IntStream.rangeClosed(1, rules.size()).mapToObj(i -> "R" + i).toList(),
        rules.stream().map(Rule::id).toList());
    assertEquals(List.of(), problems(rules), ADVICE);
  }

  @ParameterizedTest
  @EnumSource
  void ruleWithoutEvidenceIsNoticed(Rule.Kind kind) throws IOException {
    Rule sound = Rule.readAll().get(0);
    assertEquals(List.of("R1 has no " + kind.title() + " and no reason for that"),
        problems(List.of(with(sound, kind, List.of()))));
    String nothing = kind == Rule.Kind.CONTROLS ? "code:nothing" : "AtomicValue.Nothing";
    String absent = kind == Rule.Kind.JUNIT || kind == Rule.Kind.LINCHECK ? "AtomicValueContract#nothing" : nothing;
    assertEquals(List.of("R1, " + kind.title() + ": there is no " + absent),
        problems(List.of(with(sound, kind, List.of(absent)))));
  }

  /**
   * A rule that no bug breaks, and one of which nothing but sentences is known, are not enough whatever the sentences.
   */
  @Test
  void reasonsDoNotReplaceAllEvidence() throws IOException {
    Map<Rule.Kind, List<String>> none = new EnumMap<>(Rule.Kind.class);
    Map<Rule.Kind, String> reasons = new EnumMap<>(Rule.Kind.class);
    for (Rule.Kind kind : Rule.Kind.values()) {
      none.put(kind, List.of());
      reasons.put(kind, "because");
    }
    assertEquals(
        List.of("R0 must name its code", "R0 must name its negative controls", "R0 is checked by nothing"),
        problems(List.of(new Rule("R0", "a rule", none, reasons))));
  }

  @Test
  void tableIsUpToDate() throws IOException {
    List<Rule> rules = Rule.readAll();
    assertEquals(AssuranceDocument.render(rules), AssuranceDocument.section(),
        () -> "the table in " + AssuranceDocument.FILE + "; mvn test-compile exec:exec@assurance writes it anew");
    new Evidence(Link.BEHAVIOUR, "AssuranceTest", rules.size(), "rules traced", "docs/contract-rules.json",
        "each to its evidence and a negative control", 0).record();
  }

  @ParameterizedTest
  @ValueSource(classes = {AtomicValue.class, WaitFreeAtomicValue.class})
  void everyMethodHasItsReach(Class<?> type) throws IOException {
    Set<String> methods = Stream.of(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
        .map(Method::getName)
        .collect(Collectors.toSet());
    MethodTable table = MethodTable.read();
    assertEquals(List.of(), table.problems(methods), () -> MethodTable.FILE.toString());
    methods.add("another");
    assertEquals(1, table.problems(methods).size(), "a method that is not there is noticed");
    String text = Files.readString(AssuranceDocument.FILE);
    assertEquals(AssuranceDocument.withMethods(text), text,
        () -> AssuranceDocument.FILE + "; mvn test-compile exec:exec@assurance writes it anew");
  }

  @Test
  void claimIsOfThisVersion() throws IOException {
    Matcher version =
        Pattern.compile("<artifactId>atomic-value</artifactId>\\s*<version>([^<]+)")
            .matcher(Files.readString(Path.of("pom.xml")));
    assertTrue(version.find(), "pom.xml names no version");
    assertTrue(Files.readString(AssuranceDocument.FILE).contains(" of atomic-value " + version.group(1) + " "),
        () -> AssuranceDocument.FILE + " must make its claim of version " + version.group(1));
  }

  @Test
  void everyLinkOfTheDocumentLeadsToAFile() throws IOException {
    List<String> broken = LINK.matcher(Files.readString(AssuranceDocument.FILE)).results()
        .map(link -> link.group(1))
        .filter(path -> Files.notExists(AssuranceDocument.FILE.resolveSibling(path)))
        .distinct()
        .toList();
    assertEquals(List.of(), broken, () -> "links of " + AssuranceDocument.FILE + " to files that are not there");
  }

  private static List<String> problems(List<Rule> rules) throws IOException {
    List<String> problems = new ArrayList<>();
    for (Rule rule : rules) {
      for (Rule.Kind kind : Rule.Kind.values()) {
        if (rule.names().get(kind).isEmpty() && !rule.reasons().containsKey(kind)) {
          problems.add(rule.id() + " has no " + kind.title() + " and no reason for that");
        }
        for (String name : rule.names().get(kind)) {
          if (Names.find(kind, name).isEmpty()) {
            problems.add(rule.id() + ", " + kind.title() + ": there is no " + name);
          }
        }
      }
      for (Rule.Kind kind : List.of(Rule.Kind.CODE, Rule.Kind.CONTROLS)) {
        if (rule.reasons().containsKey(kind)) {
          problems.add(rule.id() + " must name its " + kind.title());
        }
      }
      if (List.of(Rule.Kind.SPECIFICATION, Rule.Kind.JUNIT, Rule.Kind.LINCHECK, Rule.Kind.JCSTRESS).stream()
          .allMatch(rule.reasons()::containsKey)) {
        problems.add(rule.id() + " is checked by nothing");
      }
    }
    return problems;
  }

  private static Rule with(Rule rule, Rule.Kind kind, List<String> names) {
    Map<Rule.Kind, List<String>> changed = new EnumMap<>(rule.names());
    changed.put(kind, names);
    return new Rule(rule.id(), rule.rule(), changed, rule.reasons());
  }
}
