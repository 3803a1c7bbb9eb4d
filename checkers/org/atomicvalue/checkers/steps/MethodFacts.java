package org.atomicvalue.checkers.steps;

import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was found in a method of the class under test or of a type nested in it.
 *
 * @param refusals why the method cannot be taken apart into steps; empty if it can
 * @param callees the methods of the class and its nested types that it calls or refers to, by name and descriptor
 * @param sites the numbers of its own steps
 * @param touches those of the refusals that are accesses to what might be shared, but no steps
 */
record MethodFacts(String owner, String name, String descriptor, int access, List<String> refusals,
    Set<String> callees, List<Integer> sites, List<String> touches) {

  MethodFacts(String owner, String name, String descriptor, int access) {
    this(owner, name, descriptor, access, new ArrayList<>(), new LinkedHashSet<>(), new ArrayList<>(),
        new ArrayList<>());
  }

  String key() {
    return owner + "." + name + descriptor;
  }

  boolean isCalledAs(String nameAndDescriptor) {
    return (name + descriptor).equals(nameAndDescriptor);
  }

  /** Whether code outside the class can call it. */
  boolean isEntry() {
    return (access & (ACC_PRIVATE | ACC_SYNTHETIC)) == 0 && !name.startsWith("<");
  }
}
