package org.atomicvalue.checkers.classfile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Which local variables of a method may still be read before they are written: what a thread carries is only those. */
final class Liveness {

  private final MethodNode method;
  private final List<BitSet> before = new ArrayList<>();

  Liveness(MethodNode method) {
    this.method = method;
    InsnList code = method.instructions;
    for (int i = 0; i < code.size(); i++) {
      before.add(new BitSet());
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = code.size() - 1; i >= 0; i--) {
        BitSet live = after(i);
        apply(code.get(i), live);
        if (!live.equals(before.get(i))) {
          before.set(i, live);
          changed = true;
        }
      }
    }
  }

  /** The variables that may be read after the instruction at {@code index}, in whatever way it ends. */
  BitSet after(int index) {
    BitSet live = new BitSet();
    for (int next : successors(index)) {
      live.or(before.get(next));
    }
    return live;
  }

  private static void apply(AbstractInsnNode instruction, BitSet live) {
    if (instruction instanceof VarInsnNode variable) {
      live.set(variable.var, variable.getOpcode() < Opcodes.ISTORE);
    } else if (instruction instanceof IincInsnNode increment) {
      live.set(increment.var);
    }
  }

  private List<Integer> successors(int index) {
    InsnList code = method.instructions;
    AbstractInsnNode instruction = code.get(index);
    List<Integer> successors = new ArrayList<>();
    int opcode = instruction.getOpcode();
    boolean ends = opcode == Opcodes.GOTO || opcode == Opcodes.ATHROW
        || opcode >= Opcodes.TABLESWITCH && opcode <= Opcodes.RETURN;
    if (!ends && index + 1 < code.size()) {
      successors.add(index + 1);
    }
    if (instruction instanceof JumpInsnNode jump) {
      successors.add(code.indexOf(jump.label));
    } else if (instruction instanceof TableSwitchInsnNode choice) {
      successors.add(code.indexOf(choice.dflt));
      choice.labels.forEach(label -> successors.add(code.indexOf(label)));
    } else if (instruction instanceof LookupSwitchInsnNode choice) {
      successors.add(code.indexOf(choice.dflt));
      choice.labels.forEach(label -> successors.add(code.indexOf(label)));
    }
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      if (code.indexOf(block.start) <= index && index < code.indexOf(block.end)) {
        successors.add(code.indexOf(block.handler));
      }
    }
    return successors;
  }
}
