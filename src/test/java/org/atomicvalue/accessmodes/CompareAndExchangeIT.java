package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.tlc.Tlc;
import org.junit.jupiter.api.Test;

/**
 * A {@code compareAndExchange} is a {@code getAndSet} where it finds what it expects, and a read where it does not:
 * both models give a program with some of them the outcomes that it has with these in their place, and no others. So
 * machine and axioms are equal for programs with a {@code compareAndExchange} if they are equal for those without.
 *
 * <p>Bounds: every 4007th program of two threads with accesses of every kind and any fences, if it has a {@code
 * compareAndExchange}. See {@code spec/litmus/MCExchange.tla}.
 */
class CompareAndExchangeIT {

  private static final Path FOLDER = Path.of("target", "compare-and-exchange");
  private static final String WHOLE = "whole";

  /** How many programs that are. */
  private static final int PROGRAMS = 705;

  @Test
  void isSwapOrRead() throws IOException, InterruptedException {
    LitmusRun run = run("MCExchange", 4007);
    SortedMap<String, SortedSet<String>> whole = whole(run.allowed());
    for (var outcomes : List.of(run.allowed(), run.inOrder(), run.inStep(), run.outcomes())) {
      assertEquals(PROGRAMS, whole(outcomes).size(), "programs");
      assertEquals(composed(outcomes), whole(outcomes));
    }
    new Evidence(Link.ACCESS_MODES, "compareAndExchange is getAndSet or a read", whole.size(), "programs",
        ProgramSet.EVERYTHING.bounds() + ": every 4007th that has a compareAndExchange",
        String.format(Locale.ROOT, "%,d outcomes by the axioms, as with getAndSet or a read in its place; so by the "
            + "machine", LitmusRun.count(whole)),
        run.result().seconds()).record();
  }

  /** Machine and axioms take it from the same operator, so comparing them would not notice. */
  @Test
  void releaseThatAcquiresWhenItFailsIsNoticed() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Path overriding = Files.createDirectories(FOLDER.resolve("seeded"));
    String programs = Files.readString(LitmusRun.SPEC.resolve("Programs.tla"));
    String rule = "THEN mode ELSE \"plain\"";
    assertTrue(programs.contains(rule), rule);
    Files.writeString(overriding.resolve("Programs.tla"), programs.replace(rule, "THEN mode ELSE \"acquire\""));
    LitmusRun run = run("MCExchange_seeded", 16_001, overriding);
    SortedSet<String> byAxioms = LitmusRun.differences(composed(run.allowed()), whole(run.allowed()));
    SortedSet<String> byMachine = LitmusRun.differences(composed(run.outcomes()), whole(run.outcomes()));
    assertTrue(!byAxioms.isEmpty() && !byMachine.isEmpty(), "not noticed");
    new Evidence(Link.CONTROLS, "a failed compareAndExchangeRelease acquires", 1, "catches",
        "every 16,001st of the programs", "caught: " + byAxioms.first(), (System.nanoTime() - start) / 1e9).record();
  }

  private static LitmusRun run(String name, int every, Path... overriding) throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    Path module = Files.copy(LitmusRun.LITMUS.resolve("MCExchange.tla"), FOLDER.resolve("MCExchange.tla"),
        StandardCopyOption.REPLACE_EXISTING);
    Path config = Files.writeString(FOLDER.resolve(name + ".cfg"), """
        CONSTANTS
        %s
          Judges = {"axioms", "machine"}
        SPECIFICATION ExchangeSpec
        VIEW Distinct
        INVARIANTS MemoryOK PrintOutcomes
        CHECK_DEADLOCK FALSE
        """.formatted(ProgramSet.EVERYTHING.constants(0, every)));
    return LitmusRun.of(new Tlc(module, config).library(overriding).small());
  }

  /** The outcomes of the programs as they are, by the names of these. */
  private static SortedMap<String, SortedSet<String>> whole(SortedMap<String, SortedSet<String>> outcomes) {
    SortedMap<String, SortedSet<String>> whole = new TreeMap<>();
    outcomes.forEach((title, some) -> {
      String[] parts = title.split(": ");
      if (parts[0].equals(WHOLE)) {
        whole.put(parts[1], some);
      }
    });
    return whole;
  }

  /** What they should be, by those of the programs with others in place of each compareAndExchange. */
  private static SortedMap<String, SortedSet<String>> composed(SortedMap<String, SortedSet<String>> outcomes) {
    SortedMap<String, SortedSet<String>> composed = new TreeMap<>();
    outcomes.forEach((title, some) -> {
      String[] parts = title.split(": ");
      if (!parts[0].equals(WHOLE)) {
        SortedSet<String> all = composed.computeIfAbsent(parts[1], name -> new TreeSet<>());
        some.stream().filter(outcome -> isOf(parts[0].trim().split(" "), parts[1], outcome)).forEach(all::add);
      }
    });
    return composed;
  }

  /** Whether each exchange found the 0 that it expects if there is a swap in its place, and another value if a read. */
  private static boolean isOf(String[] instead, String name, String outcome) {
    List<Integer> positions = exchanges(name);
    assertEquals(positions.size(), instead.length, name);
    String[] values = outcome.split(", ");
    return IntStream.range(0, instead.length)
        .allMatch(i -> Map.of("swap", true, "read", false).get(instead[i]) == values[positions.get(i)].equals("0"));
  }

  /** Where in the outcomes of a program, such as "read x plain; full fence; exchange y release // write x plain". */
  private static List<Integer> exchanges(String name) {
    List<String> observed = new ArrayList<>(List.of(name.split("; | // ")));
    observed.removeIf(each -> each.endsWith(" fence") || each.startsWith("write "));
    return IntStream.range(0, observed.size()).filter(i -> observed.get(i).startsWith("exchange "))
        .boxed().toList();
  }
}
