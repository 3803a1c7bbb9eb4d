package org.atomicvalue.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.atomicvalue.behaviour.Holder;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.jvm.Command;
import org.atomicvalue.checkers.jvm.ForkedJvm;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No failure window: a first write that overflows the stack, wherever in the call this happens, has taken effect or has
 * not, and leaves a value with which other threads can go on.
 *
 * <p>How much stack a call needs depends on what the JVM has compiled and linked so far, hence the {@link Mode}s. Each
 * runs {@link StackExhaustion} in a JVM of its own, because a writer that waits for ever can only be stopped with it.
 * The number of dives per mode and kind of call is {@code -DstackExhaustion.dives=N}, by default 20, or 400 if deep.
 */
class StackExhaustionTest {

  private static final int DIVES = Integer.getInteger("stackExhaustion.dives", Boolean.getBoolean("deep") ? 400 : 20);
  private static final int WARM_UP = 20_000;
  private static final long MINUTES = 10;
  private static final Pattern COUNTS = Pattern.compile("(\\d+) calls, (\\d+) overflowed inside");

  /** What is compiled and what is linked when the stack ends. */
  enum Mode {
    INTERPRETED(false, "-Xint"),

    /** The default, and the class is new: its call sites are linked at the end of the stack. */
    LINKED_LATE(true),

    /** By the quick compiler. */
    C1_COMPILED(false, "-XX:TieredStopAtLevel=1"),

    /** By the optimizing compiler; each method by itself, since a call that is wholly inlined overflows at once. */
    C2_COMPILED(
        false,
        "-XX:-TieredCompilation",
        "-XX:CompileCommand=dontinline,org.atomicvalue.AtomicValue::*",
        "-XX:CompileCommand=dontinline,org.atomicvalue.WaitFreeAtomicValue::*"),

    /**
     * The least favourable choice of the compiler: the call that claims the type word, or installs the first value,
     * needs as little stack as possible, and all that might follow as much as possible.
     */
    CLAIM_COMPILED_ONLY(
        false,
        "-Xbatch",
        "-XX:CompileCommand=compileonly,java.lang.invoke.VarHandleReferences$FieldInstanceReadWrite::compareAndSet",
        "-XX:CompileCommand=compileonly,"
            + "java.lang.invoke.VarHandleReferences$FieldInstanceReadWrite::compareAndExchange");

    final boolean loadsAnew;
    final List<String> options;

    Mode(boolean loadsAnew, String... options) {
      this.loadsAnew = loadsAnew;
      this.options = List.of(options);
    }
  }

  @ParameterizedTest
  @EnumSource
  void firstWriteThatOverflowsTheStackLeavesAUsableAtomicValue(Mode mode, @TempDir Path folder) throws Exception {
    check(Holder.Kind.ATOMIC_VALUE, mode, folder);
  }

  @ParameterizedTest
  @EnumSource
  void firstWriteThatOverflowsTheStackLeavesAUsableWaitFreeAtomicValue(Mode mode, @TempDir Path folder)
      throws Exception {
    check(Holder.Kind.WAIT_FREE_ATOMIC_VALUE, mode, folder);
  }

  private static void check(Holder.Kind kind, Mode mode, Path folder) throws Exception {
    long start = System.nanoTime();
    Path log = folder.resolve("output.txt");
    int exitCode = run(kind, mode, log);
    String output = Files.readString(log);
    assertEquals(0, exitCode, () -> mode + ":\n" + output);

    Matcher counts = COUNTS.matcher(output);
    assertTrue(counts.find(), () -> mode + " printed no counts:\n" + output);
    long calls = Long.parseLong(counts.group(1));
    long overflows = Long.parseLong(counts.group(2));
    assertTrue(overflows > 0, () -> mode + ": no call overflowed the stack, so nothing was shown:\n" + output);
    assertTrue(calls > overflows, () -> mode + ": no call was near the edge, all overflowed:\n" + output);

    new Evidence(
        Link.BEHAVIOUR,
        "StackExhaustionTest " + kind.type().getSimpleName() + " " + mode,
        overflows,
        "stack overflows in first writes",
        calls + " calls at the end of the stack, " + DIVES + " dives each for store, swap, compareAndSwap",
        "every value stayed usable",
        (System.nanoTime() - start) / 1e9)
        .record();
  }

  private static int run(Holder.Kind kind, Mode mode, Path log) throws IOException, InterruptedException {
    ForkedJvm jvm = new ForkedJvm(StackExhaustion.class)
        .options(mode.options)
        // Interpreted frames make the steps from depth to depth small and regular.
        .options("-XX:CompileCommand=quiet",
            "-XX:CompileCommand=exclude,org.atomicvalue.faults.StackExhaustion$Dive::dive");
    List<String> arguments =
        List.of(kind.name(), String.valueOf(WARM_UP), String.valueOf(DIVES), String.valueOf(mode.loadsAnew));
    Command.Result result = jvm.run(log, MINUTES * 60L, arguments);
    assertTrue(result.ended(),
        () -> mode + " has not ended after " + MINUTES + " minutes: " + String.join(" ", jvm.words(arguments)));
    return result.exitCode();
  }
}
