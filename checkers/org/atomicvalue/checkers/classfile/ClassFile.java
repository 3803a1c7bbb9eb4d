package org.atomicvalue.checkers.classfile;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class as it stands in a jar, all of whose code is in its own methods: it stands alone, nobody can extend it, and
 * its fields are private, either volatile or final. Whatever is not so is refused.
 */
public final class ClassFile {

  private final byte[] bytes;
  private final ClassNode node;
  private final Map<String, MethodNode> methods = new HashMap<>();
  private final Map<String, FieldNode> fields = new TreeMap<>();

  private ClassFile(byte[] bytes) {
    this.bytes = bytes.clone();
    node = new ClassNode();
    try {
      new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
    } catch (RuntimeException e) {
      throw new Refusal("The class file", "it cannot be read: " + e);
    }
    node.methods.forEach(method -> methods.put(method.name + method.desc, method));
    node.fields.forEach(field -> fields.put(field.name, field));
  }

  /** Reads a class file that stands alone. */
  public static ClassFile read(byte[] bytes) {
    ClassFile file = new ClassFile(bytes);
    file.refuseCompany();
    file.refuseFields();
    file.refuseMethods();
    return file;
  }

  private void refuseCompany() {
    require(is(node.access, Opcodes.ACC_FINAL) && !is(node.access, Opcodes.ACC_INTERFACE | Opcodes.ACC_RECORD),
        "it is not a final class, so a subclass could behave in another way");
    require("java/lang/Object".equals(node.superName), "it has the superclass " + node.superName);
    require(node.interfaces.isEmpty(), "it implements " + node.interfaces + ", which may have code");
    require(node.nestHostClass == null && node.outerClass == null && isEmpty(node.nestMembers),
        "it has nest mates, which can reach its private fields: " + node.nestMembers);
  }

  private void refuseFields() {
    for (FieldNode field : node.fields) {
      require(is(field.access, Opcodes.ACC_PRIVATE), "its field " + field.name + " is not private");
      if (is(field.access, Opcodes.ACC_STATIC)) {
        require(is(field.access, Opcodes.ACC_FINAL), "its static field " + field.name + " is not final");
      } else {
        require(is(field.access, Opcodes.ACC_FINAL) || is(field.access, Opcodes.ACC_VOLATILE),
            "its field " + field.name + " is neither final nor volatile");
        require(field.desc.startsWith("L"), "its field " + field.name + " is not a reference to an object");
      }
    }
    require(fields.size() == node.fields.size(), "two fields have one name");
  }

  private void refuseMethods() {
    for (MethodNode method : node.methods) {
      require(!is(method.access, Opcodes.ACC_NATIVE | Opcodes.ACC_ABSTRACT),
          "its method " + method.name + " has no code");
      require(!is(method.access, Opcodes.ACC_SYNCHRONIZED), "its method " + method.name + " is synchronized");
    }
  }

  private void require(boolean isSo, String otherwise) {
    if (!isSo) {
      throw new Refusal(simpleName(), otherwise);
    }
  }

  private static boolean isEmpty(java.util.List<?> list) {
    return list == null || list.isEmpty();
  }

  static boolean is(int access, int flags) {
    return (access & flags) != 0;
  }

  /** The methods that others can call, the constructors among them, by name and descriptor. */
  public Map<String, MethodNode> callable() {
    Map<String, MethodNode> callable = new TreeMap<>(methods);
    callable.values().removeIf(method -> is(method.access, Opcodes.ACC_PRIVATE) || method.name.equals("<clinit>"));
    return callable;
  }

  /** Refuses what the virtual machine that runs this does not load, verify, link and initialize. */
  void requireAccepted() {
    Linkage.requireAccepted(this, bytes);
  }

  MethodNode method(String nameAndDescriptor) {
    return methods.get(nameAndDescriptor);
  }

  /** The constant that a static field holds before the static initializer runs, or null. */
  static Symbol constant(FieldNode field) {
    if (field.value instanceof Integer number && field.desc.equals("I")) {
      return new Symbol.Number(number);
    }
    return field.value instanceof String text ? new Symbol.Literal(text) : null;
  }

  java.util.List<FieldNode> statics() {
    return fields.values().stream().filter(field -> is(field.access, Opcodes.ACC_STATIC)).toList();
  }

  /** Its own field, or null. */
  FieldNode field(String name) {
    return fields.get(name);
  }

  /** The names of the instance fields that are volatile, or those that are final. */
  public java.util.List<String> fields(boolean areVolatile) {
    return fields.values().stream()
        .filter(field -> !is(field.access, Opcodes.ACC_STATIC))
        .filter(field -> is(field.access, Opcodes.ACC_VOLATILE) == areVolatile)
        .map(field -> field.name)
        .toList();
  }

  /** The internal name. */
  public String name() {
    return node.name;
  }

  public String simpleName() {
    return node.name.substring(node.name.lastIndexOf('/') + 1);
  }

  /** @return the digest in hexadecimal digits */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
