package org.atomicvalue.checkers.steps;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The methods by which the class under test is entered, and what can be reached from them. */
final class Entries {

  private final Nest nest;
  private final Map<String, MethodFacts> methods;

  Entries(Nest nest, Map<String, MethodFacts> methods) {
    this.nest = nest;
    this.methods = methods;
  }

  /**
   * @param called names and descriptors of methods
   * @param leftOut names of methods
   */
  void requireConformable(Set<String> called, Set<String> leftOut) {
    Set<MethodFacts> reached = new LinkedHashSet<>();
    String host = nest.host().name;
    for (String each : called) {
      MethodFacts entry = methods.get(host + "." + each);
      if (entry == null) {
        throw new NotConformable("the method " + each + " is inherited, and cannot be looked into: override it in "
            + host.replace('/', '.'));
      }
      reached.addAll(reachedFrom(entry));
    }
    // The constructors run alone, but may do no more than prepare their own object.
    methods.values().stream()
        .filter(method -> method.owner().equals(host) && method.name().equals("<init>"))
        .filter(method -> !method.touches().isEmpty())
        .forEach(reached::add);
    for (MethodFacts method : reached) {
      if (!method.refusals().isEmpty()) {
        throw new NotConformable(method.refusals().get(0));
      }
    }
    for (MethodFacts entry : methods.values()) {
      if (entry.isEntry() && !reached.contains(entry) && !leftOut.contains(entry.name())
          && reachedFrom(entry).stream().anyMatch(m -> !m.sites().isEmpty() || !m.touches().isEmpty())) {
        throw notAmongCalls(entry.owner().replace('/', '.') + "." + entry.name());
      }
    }
    for (ClassNode type : nest.hierarchy().allSupertypes(host)) {
      for (MethodNode method : type.methods) {
        if (!nest.contains(type.name) && !type.name.equals("java/lang/Object") && !type.name.equals("java/lang/Record")
            && (method.access & (ACC_ABSTRACT | ACC_STATIC | ACC_PRIVATE)) == 0 && !leftOut.contains(method.name)
            && nest.hierarchy().method(host, method.name, method.desc).owner().equals(type.name)) {
          throw notAmongCalls(type.name.replace('/', '.') + "." + method.name + ", which is inherited,");
        }
      }
    }
    for (String name : leftOut) {
      if (methods.values().stream().noneMatch(method -> method.name().equals(name))
          && nest.hierarchy().allSupertypes(host).stream()
              .flatMap(type -> type.methods.stream()).noneMatch(method -> method.name.equals(name))) {
        throw new NotConformable("the method " + name + " is said to be left out, and there is none of this name");
      }
    }
  }

  private static NotConformable notAmongCalls(String method) {
    return new NotConformable("the method " + method + " can be called and makes accesses, and is not among the"
        + " calls of the model: what it does would go unseen; add a call of it, or leave it out by name");
  }

  private Set<MethodFacts> reachedFrom(MethodFacts entry) {
    Set<MethodFacts> reached = new LinkedHashSet<>(Set.of(entry));
    Deque<MethodFacts> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (String callee : open.remove().callees()) {
        for (MethodFacts method : methods.values()) {
          if (method.isCalledAs(callee) && reached.add(method)) {
            open.add(method);
          }
        }
      }
    }
    return reached;
  }
}
