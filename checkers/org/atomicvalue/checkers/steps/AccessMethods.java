package org.atomicvalue.checkers.steps;

import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.ATHROW;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.POP;

import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The methods that are added to the class under test, one for each of its steps. */
final class AccessMethods {

  private static final String REPLAY = Type.getInternalName(Replay.class);
  private static final String REPLAY_TYPE = Type.getDescriptor(Replay.class);
  private static final String VAR_HANDLE = "Ljava/lang/invoke/VarHandle;";

  private final ClassNode host;

  AccessMethods(ClassNode host) {
    this.host = host;
  }

  String nameOf(int site) {
    return "$access" + site;
  }

  /**
   * <pre>
   * static R $access7(parameters) {
   *   if ($replay.isPast(7, receiver)) {
   *     return (R) $replay.observation();
   *   }
   *   $replay.use(handle or function);
   *   try {
   *     R result = (the instruction);
   *     $replay.performed(result);
   *     return result;
   *   } catch (Throwable e) {
   *     $replay.threw(e);
   *     throw e;
   *   }
   * }
   * </pre>
   *
   * @param receiver which of the parameters is the object that is accessed, -1 if there is none
   */
  void add(int site, AbstractInsnNode instruction, String descriptor, int receiver, boolean isClientCode) {
    Type[] parameters = Type.getArgumentTypes(descriptor);
    Type result = Type.getReturnType(descriptor);
    MethodNode code = new MethodNode(ACC_STATIC | ACC_SYNTHETIC, nameOf(site), descriptor, null, null);
    host.methods.add(code);

    Label perform = new Label();
    replay(code);
    code.visitLdcInsn(site);
    if (receiver >= 0) {
      code.visitVarInsn(ALOAD, receiver);
    } else {
      code.visitInsn(ACONST_NULL);
    }
    call(code, "isPast", "(ILjava/lang/Object;)Z");
    code.visitJumpInsn(IFEQ, perform);
    replay(code);
    call(code, "observation", "()Ljava/lang/Object;");
    if (result == Type.VOID_TYPE) {
      code.visitInsn(POP);
    } else {
      Boxes.unbox(code, result);
    }
    code.visitInsn(result.getOpcode(IRETURN));

    code.visitLabel(perform);
    if (parameters.length > 0 && parameters[0].getDescriptor().equals(VAR_HANDLE)) {
      replay(code);
      code.visitVarInsn(ALOAD, 0);
      call(code, "use", "(" + VAR_HANDLE + ")V");
    } else if (isClientCode) {
      replay(code);
      code.visitVarInsn(ALOAD, 0);
      call(code, "use", "(Ljava/lang/Object;)V");
    }
    Label start = new Label();
    Label end = new Label();
    Label failed = new Label();
    code.visitTryCatchBlock(start, end, failed, null);
    code.visitLabel(start);
    int slot = 0;
    for (Type parameter : parameters) {
      code.visitVarInsn(parameter.getOpcode(ILOAD), slot);
      slot += parameter.getSize();
    }
    code.instructions.add(instruction.clone(Map.of()));
    if (result != Type.VOID_TYPE) {
      code.visitVarInsn(result.getOpcode(ISTORE), slot);
    }
    code.visitLabel(end);
    replay(code);
    if (result == Type.VOID_TYPE) {
      code.visitInsn(ACONST_NULL);
    } else {
      code.visitVarInsn(result.getOpcode(ILOAD), slot);
      Boxes.box(code, result);
    }
    call(code, "performed", "(Ljava/lang/Object;)V");
    if (result != Type.VOID_TYPE) {
      code.visitVarInsn(result.getOpcode(ILOAD), slot);
    }
    code.visitInsn(result.getOpcode(IRETURN));

    code.visitLabel(failed);
    code.visitVarInsn(ASTORE, slot);
    replay(code);
    code.visitVarInsn(ALOAD, slot);
    call(code, "threw", "(Ljava/lang/Throwable;)V");
    code.visitVarInsn(ALOAD, slot);
    code.visitInsn(ATHROW);
    code.visitMaxs(0, 0);
  }

  private void replay(MethodNode code) {
    code.visitFieldInsn(GETSTATIC, host.name, Instrumenter.REPLAY_FIELD, REPLAY_TYPE);
  }

  private static void call(MethodNode code, String method, String descriptor) {
    code.visitMethodInsn(INVOKEVIRTUAL, REPLAY, method, descriptor, false);
  }
}
