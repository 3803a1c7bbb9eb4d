package org.atomicvalue.checkers.classfile;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;
import org.objectweb.asm.util.Printer;

/** Constants, variables, the stack, and sums of ints: what has no effect but on the thread's own frame. */
final class PlainInstructions extends Interpreter<Symbol> {

  PlainInstructions() {
    super(Opcodes.ASM9);
  }

  private static UnsupportedOperationException unknown(AbstractInsnNode instruction) {
    return new UnsupportedOperationException(
        "the instruction " + Printer.OPCODES[instruction.getOpcode()] + " is not understood");
  }

  @Override
  public Symbol newValue(Type type) {
    return Symbol.DEAD;
  }

  @Override
  public Symbol newOperation(AbstractInsnNode instruction) {
    int opcode = instruction.getOpcode();
    if (opcode == Opcodes.ACONST_NULL) {
      return Symbol.NULL;
    } else if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
      return new Symbol.Number(opcode - Opcodes.ICONST_0);
    } else if (opcode == Opcodes.BIPUSH || opcode == Opcodes.SIPUSH) {
      return new Symbol.Number(((IntInsnNode) instruction).operand);
    } else if (instruction instanceof LdcInsnNode constant) {
      if (constant.cst instanceof Integer number) {
        return new Symbol.Number(number);
      } else if (constant.cst instanceof String text) {
        return new Symbol.Literal(text);
      } else if (constant.cst instanceof Type type && type.getSort() != Type.METHOD) {
        return new Symbol.ClassConstant(type.getInternalName());
      }
      throw new UnsupportedOperationException("the constant " + constant.cst + " is not understood");
    }
    throw unknown(instruction);
  }

  @Override
  public Symbol copyOperation(AbstractInsnNode instruction, Symbol value) {
    return value;
  }

  @Override
  public Symbol unaryOperation(AbstractInsnNode instruction, Symbol value) {
    if (instruction instanceof IincInsnNode increment) {
      return value instanceof Symbol.Number number
          ? new Symbol.Number(number.value() + increment.incr)
          : new Symbol.AnyInt();
    } else if (instruction.getOpcode() == Opcodes.INEG) {
      return new Symbol.AnyInt();
    }
    throw unknown(instruction);
  }

  @Override
  public Symbol binaryOperation(AbstractInsnNode instruction, Symbol left, Symbol right) {
    return switch (instruction.getOpcode()) {
      case Opcodes.IADD, Opcodes.ISUB, Opcodes.IMUL, Opcodes.IAND, Opcodes.IOR, Opcodes.IXOR, Opcodes.ISHL,
          Opcodes.ISHR, Opcodes.IUSHR ->
        new Symbol.AnyInt();
      default -> throw unknown(instruction);
    };
  }

  @Override
  public Symbol ternaryOperation(AbstractInsnNode instruction, Symbol first, Symbol second, Symbol third) {
    throw unknown(instruction);
  }

  @Override
  public Symbol naryOperation(AbstractInsnNode instruction, List<? extends Symbol> values) {
    throw unknown(instruction);
  }

  @Override
  public void returnOperation(AbstractInsnNode instruction, Symbol value, Symbol expected) {
    throw unknown(instruction);
  }

  @Override
  public Symbol merge(Symbol first, Symbol second) {
    throw new UnsupportedOperationException("paths are never merged");
  }
}
