package org.atomicvalue.checkers.steps;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The methods of the JDK that the class under test may call between two accesses: what they do depends on their
 * arguments alone, they share nothing with other threads, and they call no code of somebody else. So {@code
 * String.valueOf(Object)} is none of them, which calls {@code toString}.
 */
final class Callees {

  private static final String TEXT = "java/lang/String";

  private static final Pattern HARMLESS = Pattern.compile(
      "java/lang/Object\\.(<init>\\(\\)V|getClass\\(\\).*)"
          + "|java/lang/Class\\.(getName|getSimpleName|getClassLoader|isInstance|isPrimitive|cast)\\(.*"
          + "|java/lang/Enum\\.(<init>|ordinal|name|compareTo|equals)\\(.*"
          + "|java/lang/Record\\.<init>\\(\\)V"
          + "|java/lang/String\\.(length|isEmpty|isBlank|charAt|equals|compareTo|concat|substring|startsWith|endsWith"
          + "|indexOf|strip|trim)\\(.*"
          + "|java/lang/String\\.valueOf\\([ZCIJFD]\\).*"
          + "|java/lang/(Strict)?Math\\.(abs|min|max|signum|floorDiv|floorMod|clamp|(add|subtract|multiply|increment"
          + "|decrement|negate|toInt)Exact)\\(.*"
          + "|java/lang/(Boolean|Character|Byte|Short|Integer|Long)\\.(valueOf\\([ZCBSIJ]\\).*"
          + "|\\w+Value\\(\\).*|(compare|max|min|sum|signum|toString|toHexString|bitCount)\\([ZCBSIJ]+\\).*)"
          + "|java/util/Objects\\.(isNull|nonNull)\\(.*"
          + "|java/util/Objects\\.requireNonNull\\(Ljava/lang/Object;(Ljava/lang/String;)?\\).*");

  /** A constructor of an exception that only keeps what it is given. */
  private static final Pattern OF_EXCEPTION =
      Pattern.compile("<init>\\((Ljava/lang/String;)?(Ljava/lang/Throwable;)?\\)V");

  /** What may be joined to a text: its own {@code toString} is that of the JDK. */
  private static final Set<String> JOINED = Set.of(TEXT, "java/lang/Class", "java/lang/Integer", "java/lang/Long",
      "java/lang/Boolean", "java/lang/Character", "java/lang/Short", "java/lang/Byte");

  private static final String THREAD = "java/lang/Thread";

  private Callees() {}

  static boolean isHarmless(Hierarchy hierarchy, String owner, String name, String descriptor) {
    return HARMLESS.matcher(owner + "." + name + descriptor).matches()
        || owner.startsWith("java/") && OF_EXCEPTION.matcher(name + descriptor).matches()
            && hierarchy.isSubclass(owner, "java/lang/Throwable");
  }

  static boolean isGivingWay(String owner, String name, String descriptor) {
    return owner.equals(THREAD) && (name.equals("onSpinWait") || name.equals("yield")) && descriptor.equals("()V");
  }

  static boolean canBeJoined(String internalName) {
    return JOINED.contains(internalName);
  }

  /** Whether what a method of String returns depends on the characters, and is no text again. */
  static boolean looksIntoText(String name) {
    return name.matches("length|isEmpty|isBlank|charAt|equals|compareTo|startsWith|endsWith|indexOf");
  }

  /** What to do instead. */
  static String advice(String owner, String name) {
    if (owner.startsWith("java/util/concurrent/atomic/")) {
      return ": make the value a volatile field of the class itself, and access it through a VarHandle";
    }
    if (owner.startsWith("java/util/concurrent/")
        || owner.equals("java/lang/Object") && name.matches("wait|notify.*")) {
      return ": what waits or is shared must be a volatile field of the class, and waiting a step with a label"
          + " (Thread.onSpinWait, Thread.yield)";
    }
    if (name.matches("equals|hashCode|toString|valueOf") || owner.equals("java/lang/StringBuilder")) {
      return ": it may run code of the object that it is given; compare by identity, or leave the method out";
    }
    return ": write out what it does, or leave the method that calls it out by name";
  }
}
