package org.atomicvalue.checkers.steps;

import static org.objectweb.asm.Opcodes.AASTORE;
import static org.objectweb.asm.Opcodes.ANEWARRAY;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.ISTORE;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Code that tells {@link Replay} what a method holds before an instruction. What lies on the operand stack is put into
 * fresh local variables for it, and back.
 */
final class FrameKeeper {

  private record Slot(int local, Type type, String name) {}

  /** A value on the operand stack that the specification may know by a name. */
  record Named(String name, Type type) {}

  private final int depthLocal;
  private final List<Slot> kept = new ArrayList<>();
  private final List<Slot> stack = new ArrayList<>();

  /** @param given what the topmost values of the operand stack are, where the specification may know of them */
  FrameKeeper(MethodNode method, Frame<BasicValue> values, AbstractInsnNode instruction, int depthLocal,
      List<Named> given) {
    this.depthLocal = depthLocal;
    for (int local = 0; local < values.getLocals(); local++) {
      BasicValue value = values.getLocal(local);
      if (LocalValues.canBeKept(value)) {
        LocalVariableNode variable = variable(method, local, method.instructions.indexOf(instruction));
        kept.add(variable == null
            ? new Slot(local, value.getType(), null)
            : new Slot(local, Type.getType(variable.desc), variable.name));
      }
    }
    int local = depthLocal + 1;
    for (int i = 0; i < values.getStackSize(); i++) {
      BasicValue value = values.getStack(i);
      int named = i - (values.getStackSize() - given.size());
      Slot slot = named < 0
          ? new Slot(local, value.getType(), null)
          : new Slot(local, given.get(named).type, given.get(named).name);
      stack.add(slot);
      if (LocalValues.canBeKept(value)) {
        kept.add(slot);
      }
      local += value.getSize();
    }
    method.maxLocals = Math.max(method.maxLocals, local);
  }

  /** The variable that is in scope in a slot. */
  private static LocalVariableNode variable(MethodNode method, int local, int index) {
    if (method.localVariables == null) {
      return null;
    }
    for (LocalVariableNode variable : method.localVariables) {
      if (variable.index == local && method.instructions.indexOf(variable.start) <= index
          && index < method.instructions.indexOf(variable.end)) {
        return variable;
      }
    }
    return null;
  }

  FrameShape shape(String place) {
    List<String> names = new ArrayList<>();
    kept.forEach(slot -> names.add(slot.name));
    return new FrameShape(place, kept.stream().map(Slot::type).toList(), names);
  }

  /** {@code $replay.at(depth, frame, new Object[] {...})}. */
  InsnList code(String subject, int frame) {
    MethodNode code = new MethodNode();
    for (int i = stack.size() - 1; i >= 0; i--) {
      code.visitVarInsn(stack.get(i).type.getOpcode(ISTORE), stack.get(i).local);
    }
    code.visitFieldInsn(GETSTATIC, subject, Instrumenter.REPLAY_FIELD, Type.getDescriptor(Replay.class));
    code.visitVarInsn(ILOAD, depthLocal);
    code.visitLdcInsn(frame);
    code.visitLdcInsn(kept.size());
    code.visitTypeInsn(ANEWARRAY, "java/lang/Object");
    for (int i = 0; i < kept.size(); i++) {
      code.visitInsn(DUP);
      code.visitLdcInsn(i);
      code.visitVarInsn(kept.get(i).type.getOpcode(ILOAD), kept.get(i).local);
      Boxes.box(code, kept.get(i).type);
      code.visitInsn(AASTORE);
    }
    code.visitMethodInsn(
        INVOKEVIRTUAL, Type.getInternalName(Replay.class), "at", "(II[Ljava/lang/Object;)V", false);
    for (Slot slot : stack) {
      code.visitVarInsn(slot.type.getOpcode(ILOAD), slot.local);
    }
    return code.instructions;
  }
}
