package org.atomicvalue.checkers.steps;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_NATIVE;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNCHRONIZED;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ACC_VOLATILE;
import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.F_SAME;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.IALOAD;
import static org.objectweb.asm.Opcodes.IASTORE;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.SALOAD;
import static org.objectweb.asm.Opcodes.SASTORE;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Rewrites a class so that each of its shared accesses asks {@link Replay} first, and refuses a class in which something
 * shared could happen that is not such an access.
 *
 * <p>The accesses are: calls of a {@link java.lang.invoke.VarHandle} in a volatile mode, reads and writes of the class's
 * own volatile instance fields, {@link Thread#onSpinWait} and {@link Thread#yield}. Each becomes a call of a method of
 * its own, added to the class, that holds the original instruction. Nothing else in the code changes. Constructors and
 * the static initializer run before an object is shared; their accesses are left as they are, and so is a release fence
 * at the end of a constructor, which only orders them.
 */
final class Instrumenter extends ClassVisitor {

  /** The static field, added to the class, through which it finds its {@link Replay}. */
  static final String REPLAY_FIELD = "$replay";

  private static final String REPLAY = Type.getInternalName(Replay.class);
  private static final String REPLAY_TYPE = Type.getDescriptor(Replay.class);
  private static final String VAR_HANDLE = "java/lang/invoke/VarHandle";

  /**
   * Those whose memory effects are volatile, so that their steps interleave, and that never fail spuriously, so that
   * what they do depends on the words alone.
   */
  private static final Set<String> VOLATILE_MODES = Set.of(
      "getVolatile", "setVolatile", "compareAndSet", "compareAndExchange", "getAndSet", "getAndAdd",
      "getAndBitwiseOr", "getAndBitwiseAnd", "getAndBitwiseXor");

  private static final Set<String> GIVING_WAY = Set.of("onSpinWait", "yield");

  /** Callees that share nothing with other threads. */
  private static final Pattern HARMLESS = Pattern.compile(
      "java/lang/Object\\.(<init>|getClass|equals|hashCode|toString)"
          + "|java/lang/Class\\.(getName|getSimpleName|getClassLoader|isInstance|isPrimitive|cast)"
          + "|java/lang/(String|StringBuilder|Math)\\.\\w+"
          + "|java/lang/(Boolean|Character|Integer|Long)\\.(valueOf|\\w+Value|toHexString)"
          + "|java/lang/System\\.identityHashCode"
          + "|java/lang/\\w*(Exception|Error)\\.<init>"
          + "|java/util/Objects\\.\\w+"
          + "|java/util/function/\\w+\\.\\w+");

  private static final Set<String> HARMLESS_BOOTSTRAPS =
      Set.of("java/lang/invoke/StringConcatFactory", "java/lang/invoke/LambdaMetafactory");

  private final SourceLabels labels;
  private final ClassLoader loader;
  private final Map<String, Integer> fields = new HashMap<>();
  private final List<Site> sites = new ArrayList<>();
  private String name;

  private Instrumenter(ClassVisitor next, SourceLabels labels, ClassLoader loader) {
    super(ASM9, next);
    this.labels = labels;
    this.loader = loader;
  }

  /** The rewritten class file and its accesses, whose numbers are their places in the list. */
  record Instrumented(byte[] classFile, List<Site> sites) {}

  static Instrumented instrument(byte[] classFile, SourceLabels labels, ClassLoader loader) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    Instrumenter instrumenter = new Instrumenter(writer, labels, loader);
    new ClassReader(classFile).accept(instrumenter, 0);
    labels.requireAllUsed();
    return new Instrumented(writer.toByteArray(), List.copyOf(instrumenter.sites));
  }

  @Override
  public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
    this.name = name;
    if (!superName.equals("java/lang/Object") && !superName.equals("java/lang/Record")) {
      throw new NotConformable(name + " extends " + superName + ", whose accesses would go unseen");
    }
    super.visit(version, access, name, signature, superName, interfaces);
    super.visitField(ACC_PUBLIC | ACC_STATIC | ACC_SYNTHETIC, REPLAY_FIELD, REPLAY_TYPE, null, null);
  }

  @Override
  public FieldVisitor visitField(int access, String field, String descriptor, String signature, Object value) {
    fields.put(field, access);
    return super.visitField(access, field, descriptor, signature, value);
  }

  @Override
  public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] thrown) {
    MethodVisitor next = super.visitMethod(access, method, descriptor, signature, thrown);
    if (method.equals("<clinit>")) {
      return next;
    }
    if ((access & ACC_SYNCHRONIZED) != 0) {
      throw new NotConformable(name + "." + method + " is synchronized, which is not an access that can be stepped");
    }
    if ((access & ACC_NATIVE) != 0) {
      throw new NotConformable(name + "." + method + " is native, and cannot be looked into");
    }
    return new Accesses(next, method);
  }

  private final class Accesses extends MethodVisitor {
    private final String method;
    private int line;

    Accesses(MethodVisitor next, String method) {
      super(ASM9, next);
      this.method = method;
    }

    private NotConformable refusal(String what) {
      return new NotConformable(
          name.replace('/', '.') + "." + method + (line == 0 ? "" : ", line " + line) + ": " + what);
    }

    @Override
    public void visitLineNumber(int line, Label start) {
      this.line = line;
      super.visitLineNumber(line, start);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
      boolean isStatic = opcode == GETSTATIC || opcode == PUTSTATIC;
      boolean isRead = opcode == GETSTATIC || opcode == GETFIELD;
      int access = owner.equals(name) ? fields.get(field) : modifiers(owner, field);
      boolean isConstant = (access & ACC_FINAL) != 0;
      if (isConstant || method.equals("<init>")) {
        super.visitFieldInsn(opcode, owner, field, descriptor);
      } else if (owner.equals(name) && !isStatic && (access & ACC_VOLATILE) != 0) {
        String parameters = isRead ? "(L" + owner + ";)" : "(L" + owner + ";" + descriptor + ")";
        access(opcode, owner, field, descriptor, parameters + (isRead ? descriptor : "V"), 0);
      } else {
        throw refusal((isRead ? "reads " : "writes ") + owner + "." + field + ", which is neither final nor a volatile"
            + " instance field of the class: such an access has no place in an interleaving");
      }
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String callee, String descriptor, boolean isInterface) {
      if (owner.equals(VAR_HANDLE) && callee.equals("releaseFence") && method.equals("<init>")) {
        super.visitMethodInsn(opcode, owner, callee, descriptor, isInterface);
      } else if (owner.equals(VAR_HANDLE)) {
        if (!VOLATILE_MODES.contains(callee)) {
          throw refusal("calls VarHandle." + callee + ": only accesses of volatile strength, which do not fail"
              + " spuriously, happen as if one after the other");
        }
        if (!descriptor.startsWith("(L" + name + ";")) {
          throw refusal(
              "calls VarHandle." + callee + " on something other than an object of this class: " + descriptor);
        }
        access(opcode, owner, callee, descriptor, "(L" + VAR_HANDLE + ";" + descriptor.substring(1), 1);
      } else if (owner.equals("java/lang/Thread") && GIVING_WAY.contains(callee)) {
        access(opcode, owner, callee, descriptor, descriptor, -1);
      } else if (owner.equals(name) || HARMLESS.matcher(owner + "." + callee).matches()) {
        super.visitMethodInsn(opcode, owner, callee, descriptor, isInterface);
      } else {
        throw refusal("calls " + owner + "." + callee + ", which cannot be looked into");
      }
    }

    @Override
    public void visitInvokeDynamicInsn(String callee, String descriptor, Handle bootstrap, Object... arguments) {
      if (!HARMLESS_BOOTSTRAPS.contains(bootstrap.getOwner())) {
        throw refusal("calls what " + bootstrap.getOwner() + " makes, which cannot be looked into");
      }
      super.visitInvokeDynamicInsn(callee, descriptor, bootstrap, arguments);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode >= IALOAD && opcode <= SALOAD || opcode >= IASTORE && opcode <= SASTORE) {
        throw refusal("accesses an array, which might be shared");
      }
      super.visitInsn(opcode);
    }

    /** A synchronized block has a handler too, which gives its lock back. */
    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
      if (type == null || !isException(type)) {
        throw refusal("has a handler for " + (type == null ? "finally" : type)
            + ", which would catch the error that stops a thread before an access; only exceptions may be caught");
      }
      super.visitTryCatchBlock(start, end, handler, type);
    }

    /** Replaces an instruction by a call of a new method that asks {@link Replay} before it executes it. */
    private void access(int opcode, String owner, String member, String descriptor, String accessDescriptor,
        int receiver) {
      int id = sites.size();
      sites.add(labels.site(id, owner.substring(owner.lastIndexOf('/') + 1) + "." + member, line));
      super.visitMethodInsn(INVOKESTATIC, name, "$access" + id, accessDescriptor, false);
      addAccessMethod(id, opcode, owner, member, descriptor, accessDescriptor, receiver);
    }
  }

  /**
   * <pre>
   * static R $access7(parameters) {
   *   if ($replay.isPast(7, receiver)) {
   *     return (R) $replay.observation();
   *   }
   *   R result = (the instruction);
   *   $replay.performed(result);
   *   return result;
   * }
   * </pre>
   *
   * @param receiver which of the parameters is the object that is accessed, -1 if there is none
   */
  private void addAccessMethod(int id, int opcode, String owner, String member, String descriptor,
      String accessDescriptor, int receiver) {
    Type[] parameters = Type.getArgumentTypes(accessDescriptor);
    Type result = Type.getReturnType(accessDescriptor);
    MethodVisitor code =
        cv.visitMethod(ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC, "$access" + id, accessDescriptor, null, null);
    code.visitCode();

    Label perform = new Label();
    code.visitFieldInsn(GETSTATIC, name, REPLAY_FIELD, REPLAY_TYPE);
    code.visitLdcInsn(id);
    if (receiver >= 0) {
      code.visitVarInsn(ALOAD, receiver);
    } else {
      code.visitInsn(ACONST_NULL);
    }
    code.visitMethodInsn(INVOKEVIRTUAL, REPLAY, "isPast", "(ILjava/lang/Object;)Z", false);
    code.visitJumpInsn(IFEQ, perform);
    code.visitFieldInsn(GETSTATIC, name, REPLAY_FIELD, REPLAY_TYPE);
    code.visitMethodInsn(INVOKEVIRTUAL, REPLAY, "observation", "()Ljava/lang/Object;", false);
    if (result == Type.VOID_TYPE) {
      code.visitInsn(POP);
    } else {
      Boxes.unbox(code, result);
    }
    code.visitInsn(result.getOpcode(IRETURN));

    code.visitLabel(perform);
    code.visitFrame(F_SAME, 0, null, 0, null);
    int slot = 0;
    for (Type parameter : parameters) {
      code.visitVarInsn(parameter.getOpcode(ILOAD), slot);
      slot += parameter.getSize();
    }
    if (descriptor.startsWith("(")) {
      code.visitMethodInsn(opcode, owner, member, descriptor, false);
    } else {
      code.visitFieldInsn(opcode, owner, member, descriptor);
    }
    if (result != Type.VOID_TYPE) {
      code.visitVarInsn(result.getOpcode(ISTORE), slot);
    }
    code.visitFieldInsn(GETSTATIC, name, REPLAY_FIELD, REPLAY_TYPE);
    if (result == Type.VOID_TYPE) {
      code.visitInsn(ACONST_NULL);
    } else {
      code.visitVarInsn(result.getOpcode(ILOAD), slot);
      Boxes.box(code, result);
    }
    code.visitMethodInsn(INVOKEVIRTUAL, REPLAY, "performed", "(Ljava/lang/Object;)V", false);
    if (result != Type.VOID_TYPE) {
      code.visitVarInsn(result.getOpcode(ILOAD), slot);
    }
    code.visitInsn(result.getOpcode(IRETURN));
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private boolean isException(String type) {
    try {
      return Exception.class.isAssignableFrom(Class.forName(type.replace('/', '.'), false, loader));
    } catch (ClassNotFoundException e) {
      throw new NotConformable("cannot find out what " + type + " is: " + e);
    }
  }

  private int modifiers(String owner, String field) {
    try {
      int modifiers = Class.forName(owner.replace('/', '.'), false, loader).getDeclaredField(field).getModifiers();
      return (modifiers & Modifier.FINAL) != 0 ? ACC_FINAL : 0;
    } catch (ReflectiveOperationException e) {
      throw new NotConformable("cannot find out whether " + owner + "." + field + " is final: " + e);
    }
  }
}
