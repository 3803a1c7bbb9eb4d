package org.atomicvalue.checkers.jcstress;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jcstress.JCStress;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.TestExecutor;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.collectors.DiskWriteCollector;
import org.openjdk.jcstress.infra.collectors.MuxCollector;
import org.openjdk.jcstress.infra.collectors.SerializedBufferCollector;
import org.openjdk.jcstress.infra.runners.SpinLoopStyle;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.AffinityMode;
import org.openjdk.jcstress.os.OSSupport;
import org.openjdk.jcstress.os.Scheduler;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.os.topology.PresetRegularTopology;
import org.openjdk.jcstress.os.topology.Topology;
import org.openjdk.jcstress.os.topology.TopologyParseException;
import org.openjdk.jcstress.vm.CompileMode;
import org.openjdk.jcstress.vm.VMSupport;

/**
 * Runs jcstress tests, in a JVM of its own. It does what jcstress's own main class does, except that
 *
 * <ul>
 *   <li>no test is left out because it has more actors than the machine has processors: such a test runs unpinned, its
 *       actors taking turns on the processors that there are, and yielding when they wait for each other;
 *   <li>the JVM modes are chosen: every actor interpreted, every actor compiled by C1, every actor compiled by C2, and
 *       the last again with C2's scheduling randomized ({@code -XX:+StressLCM -XX:+StressGCM} and the like). With the
 *       system property {@code deep} also every mixture of these, for tests of two actors; with {@code stress.brief}
 *       the first and the third alone, with {@code stress.compiled} the last two alone;
 *   <li>progress is one line per test.
 * </ul>
 *
 * Arguments: the file to write the results to, then options of jcstress. What jcstress says about its preparations goes
 * to a log file beside the results.
 */
public final class StressRun {

  /** Refused stores would otherwise spend most of the time on stack traces that nobody reads. */
  private static final String CHEAP_EXCEPTIONS = "-XX:-StackTraceInThrowable";

  /** Leaves out the modes that seldom show what others do not. */
  private static final boolean BRIEF = Boolean.getBoolean("stress.brief");

  /** Leaves out all modes but those in which C2 may reorder. */
  private static final boolean COMPILED = Boolean.getBoolean("stress.compiled");

  private final List<String> arguments;
  private final Options options;
  private final boolean allModes;

  private StressRun(List<String> arguments, boolean allModes) throws IOException {
    this.arguments = new ArrayList<>(arguments);
    this.arguments.addAll(List.of("-jvmArgsPrepend", CHEAP_EXCEPTIONS));
    this.options = parse(this.arguments);
    this.allModes = allModes;
  }

  private Options whenTakingTurns() throws IOException {
    List<String> yielding = new ArrayList<>(arguments);
    yielding.addAll(List.of("-spinStyle", SpinLoopStyle.THREAD_YIELD.name()));
    return parse(yielding);
  }

  private static Options parse(List<String> arguments) throws IOException {
    Options options = new Options(arguments.toArray(String[]::new));
    if (!options.parse()) {
      throw new IllegalArgumentException("jcstress does not understand " + arguments);
    }
    return options;
  }

  public static void main(String[] args) throws Exception {
    Path results = Path.of(args[0]);
    PrintStream console = System.out;
    try (PrintStream log = new PrintStream(Files.newOutputStream(Path.of(results + ".log")), true)) {
      System.setOut(log);
      new StressRun(List.of(args).subList(1, args.length), Boolean.getBoolean("deep")).run(results, console);
    }
    System.setOut(console);
    System.exit(0);
  }

  private void run(Path results, PrintStream console) throws IOException, TopologyParseException {
    OSSupport.init();
    VMSupport.initFlags(options);
    VMSupport.detectAvailableVMConfigs(true, options.getJvmArgs(), options.getJvmArgsPrepend());

    Topology machine = Topology.get();
    List<TestConfig> pinned = new ArrayList<>();
    List<TestConfig> takingTurns = new ArrayList<>();
    int mostActors = 0;
    for (String test : new JCStress(options).getTests()) {
      TestInfo info = TestList.getInfo(test);
      List<SchedulingClass> placements =
          new Scheduler(machine, options.getCPUCount())
              .scheduleClasses(info.threads(), options.getCPUCount(), options.affinityMode());
      if (!placements.isEmpty()) {
        pinned.addAll(runsOf(info, placements, options));
      } else {
        takingTurns.addAll(runsOf(info, unpinned(info.threads()).scheduleClasses(
            info.threads(), info.threads(), AffinityMode.NONE), whenTakingTurns()));
        mostActors = Math.max(mostActors, info.threads());
      }
    }

    List<TestConfig> all = new ArrayList<>(pinned);
    all.addAll(takingTurns);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("no test matches " + options.getTestFilter());
    }
    DiskWriteCollector file = new DiskWriteCollector(results.toString());
    StressProgress progress = new StressProgress(all, console);
    SerializedBufferCollector sink = new SerializedBufferCollector(MuxCollector.of(file, progress));
    if (!pinned.isEmpty()) {
      Scheduler scheduler = new Scheduler(machine, options.getCPUCount());
      new TestExecutor(options.verbosity(), sink, scheduler).runAll(pinned);
    }
    if (!takingTurns.isEmpty()) {
      new TestExecutor(options.verbosity(), sink, unpinned(mostActors)).runAll(takingTurns);
    }
    sink.close();
    file.close();
  }

  /** A scheduler that takes the machine to have as many processors as needed, and leaves the rest to the system. */
  private static Scheduler unpinned(int processors) throws TopologyParseException {
    return new Scheduler(new PresetRegularTopology(1, processors, 1), processors);
  }

  /** One run, in a JVM of its own, per JVM configuration, compilation mode and placement of the actors. */
  private List<TestConfig> runsOf(TestInfo test, List<SchedulingClass> placements, Options options) {
    List<TestConfig> runs = new ArrayList<>();
    for (VMSupport.Config jvm : VMSupport.getAvailableVMConfigs()) {
      if (jvm.args().contains("-XX:+UseBiasedLocking")) {
        continue; // neither class takes locks
      }
      for (SchedulingClass placement : placements) {
        for (int mode : modes(test.threads())) {
          if (jvm.onlyIfC2() && (BRIEF || !CompileMode.hasC2(mode, test.threads()))) {
            continue;
          }
          for (int fork = 0; fork < options.getForks(); fork++) {
            runs.add(new TestConfig(options, test, fork, jvm.args(), mode, placement));
          }
        }
      }
    }
    return runs;
  }

  private int[] modes(int actors) {
    int[] every = CompileMode.casesFor(actors, VMSupport.c1Available(), VMSupport.c2Available());
    if (COMPILED) {
      return IntStream.of(every)
          .filter(mode -> IntStream.range(0, actors).allMatch(actor -> CompileMode.isC2(mode, actor)))
          .toArray();
    }
    if (allModes && actors == 2) {
      return every;
    }
    return IntStream.of(every)
        .filter(mode -> isUniform(mode, actors) && !(BRIEF && CompileMode.isC1(mode, 0)))
        .toArray();
  }

  private static boolean isUniform(int mode, int actors) {
    return IntStream.range(0, actors).allMatch(actor -> CompileMode.isInt(mode, actor))
        || IntStream.range(0, actors).allMatch(actor -> CompileMode.isC1(mode, actor))
        || IntStream.range(0, actors).allMatch(actor -> CompileMode.isC2(mode, actor));
  }
}
