package org.atomicvalue;

import java.nio.file.Path;
import java.util.List;
import org.atomicvalue.conformance.Client;
import org.atomicvalue.conformance.SpecGraph;
import org.atomicvalue.conformance.StateGraph;
import org.atomicvalue.conformance.StepConformance;
import org.atomicvalue.conformance.SteppedClass;
import org.atomicvalue.conformance.Vocabulary;
import org.junit.jupiter.api.Test;

class AtomicValueStepsTest {

  @Test
  void twoThreads() throws Exception {
    check("MCAtomicValue", List.of("t1", "t2"), List.of("a1", "a2", "b1"));
  }

  @Test
  void threeThreads() throws Exception {
    check("MCAtomicValue_threads", List.of("t1", "t2", "t3"), List.of("a1", "b1"));
  }

  private void check(String config, List<String> threads, List<String> values) throws Exception {
    SteppedClass subject = SteppedClass.load(AtomicValue.class, Path.of("src/main/java/org/atomicvalue/AtomicValue.java"));
    Vocabulary names = RegisterClient.names(values).add("Claimed", subject.constant("CLAIMED"));
    Client client = RegisterClient.allCalls(subject.type(), names, threads, values);
    long a = System.nanoTime();
    StateGraph spec = SpecGraph.explore(Path.of("spec/models/MCAtomicValue.tla"), Path.of("spec/models/" + config + ".cfg"), Path.of("spec"), Path.of("target/steps"));
    long b = System.nanoTime();
    System.out.println(spec.states() + " " + spec.edges() + " " + (b - a) / 1e9);
    System.out.println(StepConformance.check(subject, client, spec));
    System.out.println((System.nanoTime() - b) / 1e9);
  }
}
