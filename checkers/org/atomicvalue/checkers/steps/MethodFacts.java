package org.atomicvalue.checkers.steps;

import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was found in a method of the class under test or of a type nested in it.
 *
 * @param refusals why the method cannot be taken apart into steps; empty if it can
 * @param callees the methods of the class and its nested types that it calls or refers to, by name and descriptor;
 *     constructors with their class
 * @param references those of them that it makes functions of
 * @param unknownFunctions those of the refusals that are functions made of something that cannot be looked into
 * @param sites the numbers of its own steps
 * @param functions the calls of functions among its steps
 * @param touches those of the refusals that are accesses to what might be shared, but no steps
 */
record MethodFacts(String owner, String name, String descriptor, int access, List<String> refusals,
    Set<String> callees, Set<String> references, List<String> unknownFunctions, List<Integer> sites,
    List<Functions.FunctionCall> functions, List<String> touches, Set<Trait> traits) {

  /** What else matters of a method. */
  enum Trait {
    /** It makes a text of the number by which the JVM tells an object from others. */
    SHOWS_IDENTITY,
    /** What it does depends on what is in a text. */
    LOOKS_INTO_TEXT,
    /** It makes an exception out of another one, whose text is asked for. */
    ASKS_FOR_TEXT
  }

  MethodFacts(String owner, String name, String descriptor, int access) {
    this(owner, name, descriptor, access, new ArrayList<>(), new LinkedHashSet<>(), new LinkedHashSet<>(),
        new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), EnumSet.noneOf(Trait.class));
  }

  String key() {
    return owner + "." + name + descriptor;
  }

  boolean isCalledAs(String callee) {
    return (isConstructor() ? key() : name + descriptor).equals(callee);
  }

  private boolean isConstructor() {
    return name.equals("<init>");
  }

  /** Whether code outside the class can call it. */
  boolean isEntry() {
    return (access & (ACC_PRIVATE | ACC_SYNTHETIC)) == 0 && !name.startsWith("<");
  }
}
