package org.atomicvalue.checkers.litmus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An access method of {@link java.lang.invoke.VarHandle}.
 *
 * @param method its name
 * @param kind what it does
 * @param mode its mode; that of a compareAndSet is the mode in which it succeeds
 */
public record Access(String method, Kind kind, Mode mode) {

  /** What a method does with the location. */
  public enum Kind {
    GET(0),
    SET(1),
    COMPARE_AND_SET(2),
    /** May fail although the location holds the expected value. */
    WEAK_COMPARE_AND_SET(2),
    COMPARE_AND_EXCHANGE(2),
    GET_AND_SET(1),
    GET_AND_ADD(1),
    GET_AND_BITWISE_OR(1),
    GET_AND_BITWISE_AND(1),
    GET_AND_BITWISE_XOR(1);

    private final int parameters;

    Kind(int parameters) {
      this.parameters = parameters;
    }

    /** The number of arguments of the method. */
    public int parameters() {
      return parameters;
    }
  }

  private static final Map<String, Access> ALL = all();

  /** All access methods, in the order of the documentation. */
  public static List<Access> values() {
    return List.copyOf(ALL.values());
  }

  static Optional<Access> called(String method) {
    return Optional.ofNullable(ALL.get(method));
  }

  private static Map<String, Access> all() {
    List<Access> all = new ArrayList<>(List.of(
        new Access("get", Kind.GET, Mode.PLAIN),
        new Access("getOpaque", Kind.GET, Mode.OPAQUE),
        new Access("getAcquire", Kind.GET, Mode.ACQUIRE),
        new Access("getVolatile", Kind.GET, Mode.VOLATILE),
        new Access("set", Kind.SET, Mode.PLAIN),
        new Access("setOpaque", Kind.SET, Mode.OPAQUE),
        new Access("setRelease", Kind.SET, Mode.RELEASE),
        new Access("setVolatile", Kind.SET, Mode.VOLATILE),
        new Access("compareAndSet", Kind.COMPARE_AND_SET, Mode.VOLATILE),
        new Access("weakCompareAndSetPlain", Kind.WEAK_COMPARE_AND_SET, Mode.PLAIN)));
    all.addAll(inThreeModes("weakCompareAndSet", Kind.WEAK_COMPARE_AND_SET));
    all.addAll(inThreeModes("compareAndExchange", Kind.COMPARE_AND_EXCHANGE));
    all.addAll(inThreeModes("getAndSet", Kind.GET_AND_SET));
    all.addAll(inThreeModes("getAndAdd", Kind.GET_AND_ADD));
    all.addAll(inThreeModes("getAndBitwiseOr", Kind.GET_AND_BITWISE_OR));
    all.addAll(inThreeModes("getAndBitwiseAnd", Kind.GET_AND_BITWISE_AND));
    all.addAll(inThreeModes("getAndBitwiseXor", Kind.GET_AND_BITWISE_XOR));
    Map<String, Access> byName = new LinkedHashMap<>();
    all.forEach(access -> byName.put(access.method, access));
    return Collections.unmodifiableMap(byName);
  }

  private static List<Access> inThreeModes(String method, Kind kind) {
    return List.of(
        new Access(method, kind, Mode.VOLATILE),
        new Access(method + "Acquire", kind, Mode.ACQUIRE),
        new Access(method + "Release", kind, Mode.RELEASE));
  }
}
