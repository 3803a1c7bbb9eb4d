package org.atomicvalue.checkers.steps;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The ways by which code of the class under test is entered, and what can be reached from them: the calls of the model,
 * other methods, constructors and static initializers, and the functions that these make.
 */
final class Entries {

  private static final String CONSTRUCTOR = "<init>";
  private static final String INITIALIZER = "<clinit>";
  private static final String THROWABLE = "java/lang/Throwable";

  /** What gives its holder access to private fields. */
  private static final Set<String> KEYS = Set.of("Ljava/lang/invoke/VarHandle;", "Ljava/lang/invoke/MethodHandle;",
      "Ljava/lang/invoke/MethodHandles$Lookup;");

  private final Nest nest;
  private final String host;
  private final Map<String, MethodFacts> methods;

  Entries(Nest nest, Map<String, MethodFacts> methods) {
    this.nest = nest;
    this.host = nest.host().name;
    this.methods = methods;
  }

  /**
   * Fails if something shared could happen that is not a step of a call of the model.
   *
   * @param called names and descriptors of methods
   * @param leftOut names of methods
   * @return what is reached from the calls
   */
  Set<MethodFacts> requireConformable(Set<String> called, Set<String> leftOut) {
    Set<MethodFacts> reached = new LinkedHashSet<>();
    for (String each : called) {
      MethodFacts entry = methods.get(host + "." + each);
      if (entry == null) {
        throw new NotConformable("the method " + each + " is inherited, and cannot be looked into: override it in "
            + dotted(host));
      }
      reached.addAll(reachedFrom(List.of(entry)));
    }
    addWhatTheJdkCalls(reached);
    if (reached.stream().anyMatch(method -> !method.functions().isEmpty())) {
      addFunctions(reached);
    }
    requireQuietPreparation(reached);
    for (MethodFacts method : reached) {
      if (!method.refusals().isEmpty()) {
        throw new NotConformable(method.refusals().get(0));
      }
    }
    if (has(reached, MethodFacts.Trait.SHOWS_IDENTITY) && has(reached, MethodFacts.Trait.LOOKS_INTO_TEXT)) {
      throw new NotConformable(dotted(host) + " writes System.identityHashCode into a text, which is another number in"
          + " each run, and looks into texts; leave one of them out");
    }
    requireNothingElse(reached, leftOut);
    return reached;
  }

  private static boolean has(Set<MethodFacts> reached, MethodFacts.Trait trait) {
    return reached.stream().anyMatch(method -> method.traits().contains(trait));
  }

  /** Constructors of exceptions call methods that an exception of the class may override. */
  private void addWhatTheJdkCalls(Set<MethodFacts> reached) {
    boolean asksForText = has(reached, MethodFacts.Trait.ASKS_FOR_TEXT);
    for (MethodFacts method : methods.values()) {
      boolean isAsked = asksForText && Set.of("toString", "getMessage", "getLocalizedMessage").contains(method.name());
      if ((isAsked || method.name().equals("fillInStackTrace"))
          && nest.hierarchy().isSubclass(method.owner(), THROWABLE)) {
        Set<MethodFacts> more = reachedFrom(List.of(method));
        if (hasSteps(more)) {
          throw new NotConformable(
              name(method) + " makes accesses, and the constructors of java.lang.Throwable call it:"
                  + " make them elsewhere");
        }
        reached.addAll(more);
      }
    }
  }

  /** What a step calls may be a function that was made before any call. */
  private void addFunctions(Set<MethodFacts> reached) {
    for (MethodFacts method : methods.values()) {
      if (isPreparation(method)) {
        for (MethodFacts each : reachedFrom(List.of(method))) {
          if (!each.unknownFunctions().isEmpty()) {
            throw new NotConformable(each.unknownFunctions().get(0));
          }
          reached.addAll(reachedFrom(methodsCalled(each.references())));
        }
      }
    }
  }

  /** Constructors and static initializers run alone, but may leave something behind that does not. */
  private void requireQuietPreparation(Set<MethodFacts> reached) {
    for (MethodFacts method : methods.values()) {
      boolean isOfHost = method.owner().equals(host);
      if (isOfHost && method.name().equals(CONSTRUCTOR) && !method.touches().isEmpty()) {
        reached.add(method);
      }
      if (!isOfHost && method.name().equals(INITIALIZER)
          && (!method.touches().isEmpty() || hasSteps(reachedFrom(List.of(method))))) {
        throw new NotConformable(
            "the static initializer of " + dotted(method.owner()) + " makes accesses, and runs in the"
                + " middle of the call that first uses the type: make them elsewhere");
      }
      if (isPreparation(method) && (isOfHost || method.name().equals(INITIALIZER))) {
        for (MethodFacts each : reachedFrom(List.of(method))) {
          if (hasSteps(reachedFrom(methodsCalled(each.references())))) {
            throw new NotConformable(name(each) + " makes a function that makes accesses, before there is any call: who"
                + " calls it would go unseen; make it where it is called");
          }
        }
      }
    }
  }

  private static boolean isPreparation(MethodFacts method) {
    return method.name().equals(CONSTRUCTOR) || method.name().equals(INITIALIZER);
  }

  private static boolean hasSteps(Set<MethodFacts> some) {
    return some.stream().anyMatch(method -> !method.sites().isEmpty());
  }

  /** Nobody may be able to do anything to an object but by the calls. */
  private void requireNothingElse(Set<MethodFacts> reached, Set<String> leftOut) {
    for (MethodFacts entry : methods.values()) {
      if (entry.isEntry() && !reached.contains(entry) && !leftOut.contains(entry.name())
          && reachedFrom(List.of(entry)).stream().anyMatch(m -> !m.sites().isEmpty() || !m.touches().isEmpty())) {
        throw notAmongCalls(name(entry));
      }
      if (entry.isEntry() && KEYS.stream().anyMatch(key -> entry.descriptor().endsWith(")" + key))) {
        throw new NotConformable(
            name(entry) + " gives away what reaches private fields: what others do with it would go"
                + " unseen; make it private");
      }
    }
    for (ClassNode type : nest.hierarchy().allSupertypes(host)) {
      for (MethodNode method : type.methods) {
        if (!nest.contains(type.name) && !type.name.equals("java/lang/Object") && !type.name.equals("java/lang/Record")
            && (method.access & (ACC_ABSTRACT | ACC_STATIC | ACC_PRIVATE)) == 0 && !leftOut.contains(method.name)
            && nest.hierarchy().method(host, method.name, method.desc).owner().equals(type.name)) {
          throw notAmongCalls(dotted(type.name) + "." + method.name + ", which is inherited,");
        }
      }
    }
    for (String name : leftOut) {
      Predicate<String> isName = name::equals;
      Stream<String> inherited = nest.hierarchy().allSupertypes(host).stream()
          .flatMap(type -> type.methods.stream()).map(method -> method.name);
      if (Stream.concat(methods.values().stream().map(MethodFacts::name), inherited).noneMatch(isName)) {
        throw new NotConformable("the method " + name + " is said to be left out, and there is none of this name");
      }
    }
  }

  private static NotConformable notAmongCalls(String method) {
    return new NotConformable("the method " + method + " can be called and makes accesses, and is not among the"
        + " calls of the model: what it does would go unseen; add a call of it, or leave it out by name");
  }

  private static String name(MethodFacts method) {
    return dotted(method.owner()) + "." + method.name();
  }

  private static String dotted(String internalName) {
    return internalName.replace('/', '.');
  }

  private Set<MethodFacts> methodsCalled(Collection<String> callees) {
    return methods.values().stream().filter(method -> callees.stream().anyMatch(method::isCalledAs))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Set<MethodFacts> reachedFrom(Collection<MethodFacts> entries) {
    Set<MethodFacts> reached = new LinkedHashSet<>(entries);
    Deque<MethodFacts> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (MethodFacts method : methodsCalled(open.remove().callees())) {
        if (reached.add(method)) {
          open.add(method);
        }
      }
    }
    return reached;
  }
}
