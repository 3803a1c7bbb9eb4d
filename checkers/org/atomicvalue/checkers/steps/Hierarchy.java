package org.atomicvalue.checkers.steps;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_INTERFACE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** What class files say of supertypes and members; no class is loaded for it. */
final class Hierarchy {

  private static final String OBJECT = "java/lang/Object";

  /** A member, and the class in which it was found. */
  record Member(String owner, int access) {}

  private final Map<String, ClassNode> types = new HashMap<>();
  private final ClassLoader loader;

  Hierarchy(ClassLoader loader) {
    this.loader = loader;
  }

  void add(ClassNode type) {
    types.put(type.name, type);
  }

  /** The class of this name, null if there is no class file for it. */
  ClassNode type(String name) {
    return types.computeIfAbsent(name, n -> {
      try (InputStream file = loader.getResourceAsStream(n + ".class")) {
        if (file == null) {
          return null;
        }
        ClassNode type = new ClassNode();
        new ClassReader(file).accept(type, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return type;
      } catch (IOException e) {
        throw new NotConformable("cannot read the class file of " + n + ": " + e);
      }
    });
  }

  boolean isSubclass(String name, String ancestor) {
    for (ClassNode type = type(name); type != null; type = type.superName == null ? null : type(type.superName)) {
      if (type.name.equals(ancestor)) {
        return true;
      }
    }
    return false;
  }

  /** The nearest class that both extend; for verification, as the JVM does it, an interface counts as Object. */
  String commonSuperclass(String some, String other) {
    for (ClassNode type = type(some); type != null; type = type.superName == null ? null : type(type.superName)) {
      if (isSubclass(other, type.name)) {
        return type.name;
      }
    }
    return OBJECT;
  }

  /** Where a field that an instruction names is declared, null if it is not found. */
  Member field(String owner, String name) {
    for (ClassNode type : allSupertypes(owner)) {
      for (FieldNode field : type.fields) {
        if (field.name.equals(name)) {
          return new Member(type.name, field.access);
        }
      }
    }
    return null;
  }

  /** Where a method that an instruction names is declared, null if it is not found. */
  Member method(String owner, String name, String descriptor) {
    Member found = null;
    for (ClassNode type : allSupertypes(owner)) {
      for (MethodNode method : type.methods) {
        if (method.name.equals(name) && method.desc.equals(descriptor)
            && (found == null || (found.access & ACC_ABSTRACT) != 0 && (method.access & ACC_ABSTRACT) == 0)) {
          found = new Member(type.name, method.access);
        }
      }
    }
    return found;
  }

  /** Whether a type is an interface with one abstract method, those of Object not counted, and this is it. */
  boolean isFunctional(String owner, String name, String descriptor) {
    ClassNode type = type(owner);
    if (type == null || (type.access & ACC_INTERFACE) == 0) {
      return false;
    }
    Set<String> methods = new HashSet<>();
    Member named = method(owner, name, descriptor);
    for (ClassNode each : allSupertypes(owner)) {
      for (MethodNode method : each.methods) {
        if ((each.access & ACC_INTERFACE) != 0 && (method.access & (ACC_ABSTRACT | ACC_STATIC)) == ACC_ABSTRACT
            && method(OBJECT, method.name, method.desc) == null) {
          methods.add(method.name + method.desc);
        }
      }
    }
    return named != null && (named.access & ACC_ABSTRACT) != 0 && methods.size() == 1;
  }

  /** The type itself, its superclasses, then all their interfaces. */
  List<ClassNode> allSupertypes(String name) {
    List<ClassNode> all = new ArrayList<>();
    for (ClassNode type = type(name); type != null; type = type.superName == null ? null : type(type.superName)) {
      all.add(type);
    }
    for (int i = 0; i < all.size(); i++) {
      for (String each : all.get(i).interfaces) {
        ClassNode type = type(each);
        if (type != null && !all.contains(type)) {
          all.add(type);
        }
      }
    }
    return all;
  }
}
