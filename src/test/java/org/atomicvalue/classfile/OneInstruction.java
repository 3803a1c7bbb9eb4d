package org.atomicvalue.classfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.util.Printer;

/**
 * All changes of one instruction of a class file: another variable, another field, the other way at a branch, another
 * constant or result, the last two arguments exchanged, a write or a call without a result left out.
 */
final class OneInstruction {

  /**
   * A changed class file.
   *
   * @param line of the source that the instruction is of
   * @param what the change, in words
   */
  record Change(String method, int line, String what, byte[] classFile) {}

  /** An instruction, and what it becomes. */
  private record Edit(String what, List<AbstractInsnNode> becomes) {}

  private final byte[] classFile;

  OneInstruction(byte[] classFile) {
    this.classFile = classFile.clone();
  }

  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    ClassNode type = read();
    for (int m = 0; m < type.methods.size(); m++) {
      MethodNode method = type.methods.get(m);
      int line = 0;
      for (int i = 0; i < method.instructions.size(); i++) {
        AbstractInsnNode instruction = method.instructions.get(i);
        if (instruction instanceof LineNumberNode number) {
          line = number.line;
        }
        for (int e = 0; e < edits(type, method, instruction).size(); e++) {
          changes.add(change(m, i, e, line));
        }
      }
    }
    return changes;
  }

  private ClassNode read() {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, 0);
    return type;
  }

  private Change change(int m, int i, int e, int line) {
    ClassNode type = read();
    MethodNode method = type.methods.get(m);
    AbstractInsnNode instruction = method.instructions.get(i);
    Edit edit = edits(type, method, instruction).get(e);
    InsnList becomes = new InsnList();
    edit.becomes.forEach(becomes::add);
    method.instructions.insertBefore(instruction, becomes);
    method.instructions.remove(instruction);
    ClassWriter writer = new ClassWriter(0);
    type.accept(writer);
    return new Change(method.name, line, edit.what, writer.toByteArray());
  }

  private static List<Edit> edits(ClassNode type, MethodNode method, AbstractInsnNode instruction) {
    int opcode = instruction.getOpcode();
    if (opcode == Opcodes.ALOAD) {
      return variable(method, ((VarInsnNode) instruction).var);
    } else if (instruction instanceof JumpInsnNode jump && opcode != Opcodes.GOTO) {
      return List.of(becomes(instruction, new JumpInsnNode(inverse(opcode), jump.label)));
    } else if (instruction instanceof FieldInsnNode field) {
      return field(type, field);
    } else if (instruction instanceof MethodInsnNode call) {
      return call(call);
    }
    return switch (opcode) {
      case Opcodes.ACONST_NULL -> references(method).stream().limit(1)
          .map(variable -> becomes(instruction, new VarInsnNode(Opcodes.ALOAD, variable))).toList();
      case Opcodes.ICONST_0 -> List.of(becomes(instruction, new InsnNode(Opcodes.ICONST_1)));
      case Opcodes.ICONST_1 -> List.of(becomes(instruction, new InsnNode(Opcodes.ICONST_0)));
      case Opcodes.ARETURN -> returns(instruction, Opcodes.ACONST_NULL);
      case Opcodes.IRETURN -> returns(instruction, Opcodes.ICONST_0, Opcodes.ICONST_1);
      default -> List.of();
    };
  }

  private static Edit becomes(AbstractInsnNode from, AbstractInsnNode to) {
    return new Edit(text(from) + " becomes " + text(to), List.of(to));
  }

  private static List<Edit> returns(AbstractInsnNode instruction, int... constants) {
    int before = instruction.getPrevious().getOpcode();
    return Arrays.stream(constants).filter(constant -> constant != before)
        .mapToObj(constant -> new Edit("returns " + Printer.OPCODES[constant],
            List.of(new InsnNode(Opcodes.POP), new InsnNode(constant), new InsnNode(instruction.getOpcode()))))
        .toList();
  }

  /** Null instead of a variable, or another argument of the method instead of one. */
  private static List<Edit> variable(MethodNode method, int variable) {
    boolean isThis = variable == 0 && (method.access & Opcodes.ACC_STATIC) == 0;
    if (isThis) {
      return List.of();
    }
    VarInsnNode from = new VarInsnNode(Opcodes.ALOAD, variable);
    List<Edit> edits = new ArrayList<>(List.of(becomes(from, new InsnNode(Opcodes.ACONST_NULL))));
    for (int other : references(method)) {
      if (other != variable) {
        edits.add(becomes(from, new VarInsnNode(Opcodes.ALOAD, other)));
      }
    }
    return edits;
  }

  /** The variables that are arguments and references. */
  private static List<Integer> references(MethodNode method) {
    List<Integer> references = new ArrayList<>();
    int variable = (method.access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
    for (Type argument : Type.getArgumentTypes(method.desc)) {
      if (argument.getSort() == Type.OBJECT) {
        references.add(variable);
      }
      variable += argument.getSize();
    }
    return references;
  }

  private static List<Edit> field(ClassNode type, FieldInsnNode instruction) {
    List<Edit> edits = new ArrayList<>();
    Optional<FieldNode> own = type.fields.stream().filter(field -> field.name.equals(instruction.name)).findFirst();
    for (FieldNode other : type.fields) {
      if (own.isPresent() && other != own.get() && other.desc.equals(own.get().desc)
          && (other.access & Opcodes.ACC_STATIC) == (own.get().access & Opcodes.ACC_STATIC)) {
        edits.add(becomes(instruction,
            new FieldInsnNode(instruction.getOpcode(), instruction.owner, other.name, other.desc)));
      }
    }
    if (instruction.getOpcode() == Opcodes.PUTFIELD) {
      edits.add(new Edit(text(instruction) + " is left out", List.of(new InsnNode(Opcodes.POP2))));
    }
    return edits;
  }

  private static List<Edit> call(MethodInsnNode call) {
    Type[] arguments = Type.getArgumentTypes(call.desc);
    int last = arguments.length - 1;
    if (last < 0 && call.getOpcode() == Opcodes.INVOKESTATIC && call.desc.endsWith(")V")) {
      return List.of(new Edit(text(call) + " is left out", List.of(new InsnNode(Opcodes.NOP))));
    }
    return last > 0 && arguments[last].getSort() == Type.OBJECT && arguments[last - 1].getSort() == Type.OBJECT
        ? List.of(new Edit("the last two arguments of " + text(call) + " are exchanged",
            List.of(new InsnNode(Opcodes.SWAP),
                new MethodInsnNode(call.getOpcode(), call.owner, call.name, call.desc, call.itf))))
        : List.of();
  }

  /** The jump that is taken where this one is not. */
  private static int inverse(int opcode) {
    return opcode >= Opcodes.IFNULL ? opcode ^ 1 : (opcode + 1 ^ 1) - 1;
  }

  private static String text(AbstractInsnNode instruction) {
    String opcode = Printer.OPCODES[instruction.getOpcode()];
    if (instruction instanceof VarInsnNode variable) {
      return opcode + " " + variable.var;
    } else if (instruction instanceof FieldInsnNode field) {
      return opcode + " " + field.name;
    }
    return instruction instanceof MethodInsnNode call ? call.name : opcode;
  }
}
