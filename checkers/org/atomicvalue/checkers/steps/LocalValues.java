package org.atomicvalue.checkers.steps;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;

/** Finds out what kinds of values a method's local variables and operand stack hold before each instruction. */
final class LocalValues extends BasicInterpreter {

  /** The object whose method or constructor it is. */
  static final BasicValue THIS = new Special("Ljava/lang/Object;");

  /** The same in a constructor that has not called another one yet: it cannot be handed around. */
  static final BasicValue RAW_THIS = new Special("Ljava/lang/Object;");

  /** The table of numbers by which javac translates a switch over an enum; nobody else can reach it. */
  static final BasicValue SWITCH_TABLE = new Special("[I");

  /** The name of a class, which is the same in every run. */
  static final BasicValue CLASS_NAME = new Special("Ljava/lang/String;");

  /** A value that is equal to none but itself. */
  private static final class Special extends BasicValue {
    Special(String type) {
      super(Type.getType(type));
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /** An object whose constructor has not been called yet, which cannot be handed around. */
  private static final class Raw extends BasicValue {
    private final AbstractInsnNode created;

    Raw(AbstractInsnNode created) {
      super(Type.getObjectType("java/lang/Object"));
      this.created = created;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Raw raw && created == raw.created;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(created);
    }
  }

  private final boolean isConstructor;

  private LocalValues(boolean isConstructor) {
    super(Opcodes.ASM9);
    this.isConstructor = isConstructor;
  }

  /** The values before each instruction, null where none can get. */
  static Frame<BasicValue>[] analyze(String owner, MethodNode method) {
    try {
      return new Analyzer<BasicValue>(new LocalValues(method.name.equals("<init>"))) {
        @Override
        protected Frame<BasicValue> newFrame(int locals, int stack) {
          return new Values(locals, stack);
        }

        @Override
        protected Frame<BasicValue> newFrame(Frame<? extends BasicValue> frame) {
          return new Values(frame);
        }
      }.analyze(owner, method);
    } catch (AnalyzerException e) {
      throw new NotConformable("cannot analyze " + owner + "." + method.name + ": " + e.getMessage());
    }
  }

  static boolean canBeKept(BasicValue value) {
    return value != null && value != BasicValue.UNINITIALIZED_VALUE && value != BasicValue.RETURNADDRESS_VALUE
        && value != RAW_THIS && !(value instanceof Raw);
  }

  private static final class Values extends Frame<BasicValue> {
    Values(int locals, int stack) {
      super(locals, stack);
    }

    Values(Frame<? extends BasicValue> frame) {
      super(frame);
    }

    @Override
    public void execute(AbstractInsnNode instruction, Interpreter<BasicValue> interpreter) throws AnalyzerException {
      BasicValue constructed = null;
      if (instruction instanceof MethodInsnNode call && call.name.equals("<init>")) {
        constructed = getStack(getStackSize() - 1 - Type.getArgumentTypes(call.desc).length);
      }
      super.execute(instruction, interpreter);
      if (constructed instanceof Raw || constructed == RAW_THIS) {
        BasicValue whole = constructed == RAW_THIS ? THIS : BasicValue.REFERENCE_VALUE;
        for (int i = 0; i < getLocals(); i++) {
          if (constructed.equals(getLocal(i))) {
            setLocal(i, whole);
          }
        }
        for (int i = 0; i < getStackSize(); i++) {
          if (constructed.equals(getStack(i))) {
            setStack(i, whole);
          }
        }
      }
    }
  }

  @Override
  public BasicValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
    if (isInstanceMethod && local == 0) {
      return isConstructor ? RAW_THIS : THIS;
    }
    return super.newParameterValue(isInstanceMethod, local, type);
  }

  @Override
  public BasicValue newOperation(AbstractInsnNode instruction) throws AnalyzerException {
    if (instruction.getOpcode() == Opcodes.NEW) {
      return new Raw(instruction);
    }
    if (instruction instanceof FieldInsnNode field && field.name.startsWith("$SwitchMap$")) {
      return SWITCH_TABLE;
    }
    return super.newOperation(instruction);
  }

  @Override
  public BasicValue naryOperation(AbstractInsnNode instruction, List<? extends BasicValue> values)
      throws AnalyzerException {
    if (instruction instanceof MethodInsnNode call && call.owner.equals("java/lang/Class")
        && call.desc.equals("()Ljava/lang/String;")) {
      return CLASS_NAME;
    }
    return super.naryOperation(instruction, values);
  }

  @Override
  public BasicValue merge(BasicValue some, BasicValue other) {
    if (some.equals(other)) {
      return some;
    }
    boolean areReferences = some.isReference() && other.isReference() && some != RAW_THIS && other != RAW_THIS;
    return areReferences && !(some instanceof Raw) && !(other instanceof Raw)
        ? BasicValue.REFERENCE_VALUE
        : BasicValue.UNINITIALIZED_VALUE;
  }
}
