package org.atomicvalue.checkers.steps;

import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/**
 * The class under test and all types nested in it, which are loaded together: they may use each other's private
 * members. A class that is itself nested in another one is taken out of that.
 */
final class Nest {

  private final Map<String, ClassNode> types = new LinkedHashMap<>();
  private final Hierarchy hierarchy;
  private final ClassNode host;
  private final boolean isNestedInAnother;

  /**
   * @param classFile of the class under test
   * @param others class files of nested types, by internal name
   */
  Nest(byte[] classFile, Function<String, byte[]> others, ClassLoader loader) {
    this.hierarchy = new Hierarchy(loader);
    this.host = read(classFile);
    List<String> members = new ArrayList<>();
    this.isNestedInAnother = host.nestHostClass != null;
    if (!isNestedInAnother) {
      members.addAll(host.nestMembers == null ? List.of() : host.nestMembers);
    } else {
      ClassNode outer = read(others.apply(host.nestHostClass));
      outer.nestMembers.stream().filter(member -> member.startsWith(host.name + "$")).forEach(members::add);
      host.nestHostClass = null;
    }
    add(host);
    for (String member : members) {
      ClassNode type = read(others.apply(member));
      type.nestHostClass = host.name;
      add(type);
    }
    host.nestMembers = members.isEmpty() ? null : members;
  }

  private static ClassNode read(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, ClassReader.SKIP_FRAMES);
    return type;
  }

  private void add(ClassNode type) {
    types.put(type.name, type);
    hierarchy.add(type);
  }

  ClassNode host() {
    return host;
  }

  boolean isNestedInAnother() {
    return isNestedInAnother;
  }

  /** The class under test, and then the others. */
  List<ClassNode> types() {
    return List.copyOf(types.values());
  }

  Hierarchy hierarchy() {
    return hierarchy;
  }

  boolean contains(String internalName) {
    return types.containsKey(internalName);
  }

  /** The nested types that are written in the source. */
  List<String> nestedTypes() {
    return types.values().stream()
        .filter(type -> type != host && (type.access & ACC_SYNTHETIC) == 0)
        .map(type -> type.name.replace('/', '.'))
        .toList();
  }
}
