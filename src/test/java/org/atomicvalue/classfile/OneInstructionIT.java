package org.atomicvalue.classfile;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.atomicvalue.checkers.classfile.Refusal;
import org.atomicvalue.checkers.correspondence.Difference;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Changes each class file, {@linkplain OneInstruction one instruction at a time}. Each change must be refuted, as
 * something else than what the specification does, or refused. Which are proved all the same is listed, with the
 * reason; not listed are those in the methods that make the texts of exceptions. {@code -Ddeep=true} tries them all.
 */
@OfLink(Link.CONTROLS)
class OneInstructionIT {

  private static final Path SOURCES = Path.of("src", "main", "java", "org", "atomicvalue");
  private static final Path CLASSES = Path.of("target", "classes", "org", "atomicvalue");
  private static final boolean DEEP = Boolean.getBoolean("deep");

  /** Without {@code -Ddeep=true}, one change out of so many is tried. */
  private static final int SAMPLE = 7;

  private static final String PROVED = "proved";

  private static final String MESSAGE = "the text of an exception is for people: the tests of behaviour look at it";
  private static final String SPINS = "how often a thread spins before it yields is not specified";
  private static final String NULL_ANYWAY = "a new object's fields are null";
  private static final String NEVER = "the class has the field, so the handler never runs";

  /** Methods that make nothing but such texts, or find that they cannot. */
  private static final Set<String> MAKE_MESSAGES = Set.of("inconsistent", "name", "notAnInstance");

  /** Changes elsewhere that make the class no other, each with its method and the line of the source, and why. */
  private static final Map<String, String> THE_SAME = Map.ofEntries(
      entry("AtomicValue.<init>, declared = null;: PUTFIELD declared is left out", NULL_ANYWAY),
      entry("AtomicValue.compareAndSwap, throw inconsistent(expected.getClass(), valueType);: "
          + "ALOAD 1 becomes ALOAD 2", MESSAGE),
      entry("AtomicValue.compareAndSwap, throw inconsistent(expected.getClass(), valueType);: "
          + "the last two arguments of inconsistent are exchanged", MESSAGE),
      entry("AtomicValue.isPublished, for (int round = 0;; round++) {: ICONST_0 becomes ICONST_1", SPINS),
      entry("AtomicValue.isPublished, if (round < SPINS) {: IF_ICMPGE becomes IF_ICMPLT", SPINS),
      entry("AtomicValue.isPublished, throw inconsistent((Class<?>) t, valueType);: "
          + "ALOAD 3 becomes ALOAD 1", MESSAGE),
      entry("AtomicValue.isPublished, throw inconsistent((Class<?>) t, valueType);: "
          + "the last two arguments of inconsistent are exchanged", MESSAGE),
      entry("AtomicValue.requireInstance, throw notAnInstance(declared, value.getClass());: "
          + "ALOAD 1 becomes ALOAD 0", MESSAGE),
      entry("AtomicValue.requireInstance, throw notAnInstance(declared, value.getClass());: "
          + "the last two arguments of notAnInstance are exchanged", MESSAGE),
      entry("AtomicValue.<clinit>, throw new ExceptionInInitializerError(e);: ALOAD 0 becomes ACONST_NULL", NEVER),
      entry("WaitFreeAtomicValue.<init>, declared = null;: PUTFIELD declared becomes PUTFIELD type", NULL_ANYWAY),
      entry("WaitFreeAtomicValue.<init>, declared = null;: PUTFIELD declared is left out", NULL_ANYWAY),
      entry("WaitFreeAtomicValue.installFirst, requireSameType(present, value);: "
          + "the last two arguments of requireSameType are exchanged", MESSAGE),
      entry("WaitFreeAtomicValue.requireSameType, throw inconsistent(held.getClass(), valueType);: "
          + "ALOAD 1 becomes ALOAD 2", MESSAGE),
      entry("WaitFreeAtomicValue.requireSameType, throw inconsistent(held.getClass(), valueType);: "
          + "the last two arguments of inconsistent are exchanged", MESSAGE),
      entry("WaitFreeAtomicValue.requireInstance, throw notAnInstance(declared, value.getClass());: "
          + "ALOAD 1 becomes ALOAD 0", MESSAGE),
      entry("WaitFreeAtomicValue.requireInstance, throw notAnInstance(declared, value.getClass());: "
          + "the last two arguments of notAnInstance are exchanged", MESSAGE),
      entry("WaitFreeAtomicValue.<clinit>, throw new ExceptionInInitializerError(e);: ALOAD 0 becomes ACONST_NULL",
          NEVER));

  @SuppressWarnings("unused") // by the annotation
  private static final List<String> NAMES = ClassFileProof.CLASSES;

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyChangeIsRefutedOrRefused(String name) throws IOException {
    long start = System.nanoTime();
    List<String> source = Files.readAllLines(SOURCES.resolve(name + ".java"));
    List<OneInstruction.Change> all =
        new OneInstruction(Files.readAllBytes(CLASSES.resolve(name + ".class"))).changes();
    assertTrue(all.size() > 200, () -> "only " + all.size() + " changes: what has become of the class file?");
    List<String> texts = texts(name, source, all);
    Set<String> listed = new TreeSet<>(THE_SAME.keySet());
    listed.removeIf(change -> !change.startsWith(name + "."));
    texts.forEach(listed::remove);
    assertEquals(Set.of(), listed, "listed changes that there are not");
    Map<String, Integer> how = new TreeMap<>();
    Set<String> expected = new TreeSet<>();
    Set<String> proved = new TreeSet<>();
    int caught = 0;
    for (int i = 0; i < all.size(); i += DEEP ? 1 : SAMPLE) {
      String text = texts.get(i);
      String verdict = verdict(name, all.get(i).classFile());
      boolean isProved = verdict.equals(PROVED);
      boolean makesMessage = MAKE_MESSAGES.contains(all.get(i).method());
      System.out.println(text + ": " + verdict);
      how.merge(isProved && makesMessage ? "of a message" : verdict.replaceFirst(":(?s).*", ""), 1, Integer::sum);
      if (isProved && !makesMessage) {
        proved.add(text);
      }
      if (THE_SAME.containsKey(text)) {
        expected.add(text);
      }
      caught += isProved ? 0 : 1;
    }
    System.out.println(name + ", changes of one instruction: " + how);
    assertEquals(String.join("\n", expected), String.join("\n", proved), "changes that are proved");
    new Evidence(Link.CONTROLS, name + ".class: one instruction changed", caught, "catches",
        DEEP ? "each instruction of each method" : "one change in " + SAMPLE + " of the instructions of each method",
        how.toString(), (System.nanoTime() - start) / 1e9).record();
  }

  /** Each change in words; those of one line that read the same are counted. */
  private static List<String> texts(String name, List<String> source, List<OneInstruction.Change> changes) {
    Map<String, Integer> times = new HashMap<>();
    return changes.stream().map(change -> {
      String text = "%s.%s, %s: %s".formatted(name, change.method(), source.get(change.line() - 1).strip(),
          change.what());
      int number = times.merge(text, 1, Integer::sum);
      return number == 1 ? text : text + ", number " + number;
    }).toList();
  }

  private static String verdict(String name, byte[] classFile) {
    try {
      ClassFileProof.of(name).prove(classFile);
      return PROVED;
    } catch (Difference difference) {
      return "refuted: " + difference.getMessage().lines().findFirst().orElseThrow();
    } catch (Refusal refusal) {
      return (refusal.getMessage().contains("virtual machine") ? "not taken by the virtual machine: " : "refused: ")
          + refusal.getMessage();
    }
  }
}
