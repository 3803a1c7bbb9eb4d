package org.atomicvalue.checkers.steps;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_NATIVE;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNCHRONIZED;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ACC_VOLATILE;
import static org.objectweb.asm.Opcodes.ATHROW;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IALOAD;
import static org.objectweb.asm.Opcodes.IASTORE;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.MONITORENTER;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.SALOAD;
import static org.objectweb.asm.Opcodes.SASTORE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Rewrites a class, with the types nested in it, so that each of its steps asks {@link Replay} first, and finds in it
 * whatever could happen that is shared and no such step.
 *
 * <p>The steps are: calls of a {@link java.lang.invoke.VarHandle} in a volatile mode, reads and writes of the class's
 * own volatile instance fields, {@link Thread#onSpinWait} and {@link Thread#yield}, and calls of functional interfaces,
 * in which code of the client runs. Each becomes a call of a method of its own, added to the class, that holds the
 * original instruction. Before each, and before each call of a method of the class, {@link Replay} is told the values
 * of the local variables. A handler that would catch the error by which a run is stopped lets it pass. Nothing else
 * changes. The constructors and the static initializer of the class run before an object is shared; their accesses are
 * left as they are, and so is a release fence at the end of a constructor, which only orders them. But the functions
 * that they make are looked into.
 */
final class Instrumenter {

  /** The static field, added to the class, through which it finds its {@link Replay}. */
  static final String REPLAY_FIELD = "$replay";

  private static final String REPLAY = Type.getInternalName(Replay.class);
  private static final String REPLAY_TYPE = Type.getDescriptor(Replay.class);
  private static final String VAR_HANDLE = "java/lang/invoke/VarHandle";
  private static final String HANDLE_TYPE = "L" + VAR_HANDLE + ";";
  private static final String CONSTRUCTOR = "<init>";
  private static final String INITIALIZER = "<clinit>";
  private static final String ASSERTIONS = "$assertionsDisabled";

  /**
   * Those whose memory effects are volatile, so that their steps interleave, and that never fail spuriously, so that
   * what they do depends on the words alone.
   */
  private static final Set<String> VOLATILE_MODES = Set.of(
      "getVolatile", "setVolatile", "compareAndSet", "compareAndExchange", "getAndSet", "getAndAdd",
      "getAndBitwiseOr", "getAndBitwiseAnd", "getAndBitwiseXor");

  /** The rewritten class files by name; steps and frames, whose numbers are their places in the lists; methods. */
  record Instrumented(
      Map<String, byte[]> classFiles, List<Site> sites, List<FrameShape> frames, Map<String, MethodFacts> methods) {}

  private static final String ARRAY = "accesses an array, which might be shared: use a field for each element, or a"
      + " record that the call keeps to itself";

  private final Nest nest;
  private final String name;
  private final SourceLabels labels;
  private final Hierarchy hierarchy;
  private final AccessMethods accessMethods;
  private final List<Site> sites = new ArrayList<>();
  private final List<FrameShape> frames = new ArrayList<>();
  private final Map<String, MethodFacts> methods = new LinkedHashMap<>();
  private int firstLine = Integer.MAX_VALUE;
  private int lastLine;

  private Instrumenter(Nest nest, SourceLabels labels) {
    this.nest = nest;
    this.name = nest.host().name;
    this.labels = labels;
    this.hierarchy = nest.hierarchy();
    this.accessMethods = new AccessMethods(nest.host());
  }

  static Instrumented instrument(Nest nest, SourceLabels labels) {
    return new Instrumenter(nest, labels).instrument();
  }

  private Instrumented instrument() {
    String superName = nest.host().superName;
    if (!superName.equals("java/lang/Object") && !superName.equals("java/lang/Record")) {
      throw new NotConformable(name + " extends " + superName + ", whose accesses would go unseen");
    }
    for (ClassNode type : nest.types()) {
      for (FieldNode field : type.fields) {
        boolean isWord = type == nest.host() && (field.access & (ACC_STATIC | ACC_FINAL)) == 0;
        if ((isWord || field.desc.equals(HANDLE_TYPE)) && (field.access & ACC_PRIVATE) == 0) {
          throw new NotConformable(dotted(type.name) + "." + field.name
              + " is not private: what other classes do with it would go unseen; make it private");
        }
      }
    }
    for (ClassNode type : nest.types()) {
      for (MethodNode method : List.copyOf(type.methods)) {
        MethodFacts facts = new MethodFacts(type.name, method.name, method.desc, method.access);
        methods.put(facts.key(), facts);
        Code code = new Code(type, method, facts);
        if (method.name.equals(INITIALIZER)) {
          code.lookOnly();
        } else {
          code.rewrite();
        }
      }
    }
    requireLabelsUsed();
    nest.host().fields.add(
        new FieldNode(ACC_PUBLIC | ACC_STATIC | ACC_SYNTHETIC, REPLAY_FIELD, REPLAY_TYPE, null, null));
    Map<String, byte[]> classFiles = new LinkedHashMap<>();
    for (ClassNode type : nest.types()) {
      ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
        @Override
        protected String getCommonSuperClass(String some, String other) {
          return hierarchy.commonSuperclass(some, other);
        }
      };
      type.accept(writer);
      classFiles.put(dotted(type.name), writer.toByteArray());
    }
    return new Instrumented(classFiles, List.copyOf(sites), List.copyOf(frames), methods);
  }

  /** An access that is refused leaves its label alone; then it is the access that matters. */
  private void requireLabelsUsed() {
    // A class nested in another one has but a part of the source file.
    boolean isPart = nest.isNestedInAnother();
    String unused = labels.unused(isPart ? firstLine : 0, isPart ? lastLine : Integer.MAX_VALUE);
    if (!unused.isEmpty()) {
      throw new NotConformable(methods.values().stream()
          .filter(method -> !method.touches().isEmpty() && !method.refusals().isEmpty())
          .map(method -> method.refusals().get(0))
          .findFirst()
          .orElse("labels beside no access: " + unused));
    }
  }

  private static String dotted(String internalName) {
    return internalName.replace('/', '.');
  }

  /** One method, on its way to be rewritten. */
  private final class Code {
    private final ClassNode type;
    private final MethodNode method;
    private final MethodFacts facts;
    private final boolean isConstructorOfSubject;
    private final int depthLocal;
    private Frame<BasicValue>[] values;
    private boolean keepsFrames;
    private int line;
    private LineNumberNode entry;
    private LabelNode endOfAssertion;

    Code(ClassNode type, MethodNode method, MethodFacts facts) {
      this.type = type;
      this.method = method;
      this.facts = facts;
      this.isConstructorOfSubject = method.name.equals(CONSTRUCTOR) && type.name.equals(name);
      this.depthLocal = method.maxLocals;
    }

    private void refuse(String what) {
      facts.refusals().add(
          dotted(type.name) + "." + method.name + (line == 0 ? "" : ", line " + line) + ": " + what);
    }

    /** Refuses an access that might be to the words of an object, and so matters whoever makes it. */
    private void refuseAccess(String what) {
      refuse(what);
      facts.touches().add(what);
    }

    /** A static initializer: it is run as it is, but functions that it makes live on. */
    void lookOnly() {
      for (AbstractInsnNode instruction : method.instructions) {
        if (instruction instanceof LineNumberNode number) {
          line = number.line;
        } else if (instruction instanceof InvokeDynamicInsnNode made) {
          made(made);
        } else if (instruction instanceof MethodInsnNode call && nest.contains(call.owner)) {
          facts.callees().add(calleeOf(call.owner, call.name, call.desc));
        } else if (instruction instanceof MethodInsnNode call && call.owner.equals(VAR_HANDLE)) {
          facts.touches().add("calls VarHandle." + call.name);
        } else if (instruction instanceof FieldInsnNode field && field.owner.equals(name)
            && (hierarchy.field(field.owner, field.name).access() & (ACC_FINAL | ACC_STATIC)) == 0) {
          facts.touches().add("accesses " + field.name);
        }
      }
    }

    void rewrite() {
      if ((method.access & ACC_SYNCHRONIZED) != 0) {
        refuse(
            "is synchronized, which is not an access that can be stepped: make the lock a volatile field of the class,"
                + " taken by a compareAndSet with a label");
      }
      if ((method.access & ACC_NATIVE) != 0) {
        refuseAccess("is native, and cannot be looked into: write it in Java, or leave the method out by name");
      }
      if ((method.access & (ACC_ABSTRACT | ACC_NATIVE)) != 0) {
        return;
      }
      values = LocalValues.analyze(type.name, method);
      AbstractInsnNode[] instructions = method.instructions.toArray();
      for (int i = 0; i < instructions.length; i++) {
        if (instructions[i] instanceof LineNumberNode number) {
          line = number.line;
          firstLine = Math.min(firstLine, line);
          lastLine = Math.max(lastLine, line);
          entry = number;
        } else if (instructions[i] == endOfAssertion) {
          endOfAssertion = null;
        } else if (values[i] != null) {
          look(instructions[i], i);
        }
      }
      letErrorsPass();
      if (keepsFrames) {
        InsnList begin = new InsnList();
        begin.add(new FieldInsnNode(GETSTATIC, name, REPLAY_FIELD, REPLAY_TYPE));
        begin.add(new MethodInsnNode(INVOKEVIRTUAL, REPLAY, "depth", "()I", false));
        begin.add(new VarInsnNode(ISTORE, depthLocal));
        method.instructions.insert(begin);
      }
    }

    private void look(AbstractInsnNode instruction, int index) {
      int opcode = instruction.getOpcode();
      if (instruction instanceof FieldInsnNode field) {
        field(field, index);
      } else if (instruction instanceof MethodInsnNode call) {
        call(call, index);
      } else if (instruction instanceof InvokeDynamicInsnNode made) {
        made(made);
      } else if (instruction instanceof LdcInsnNode constant
          && (constant.cst instanceof Handle || constant.cst instanceof ConstantDynamic)) {
        refuse("has a constant that is computed at run time, which cannot be looked into: write out what it does");
      } else if (opcode >= IALOAD && opcode <= SALOAD) {
        if (values[index].getStack(values[index].getStackSize() - 2) != LocalValues.SWITCH_TABLE) {
          refuseAccess(ARRAY);
        }
      } else if (opcode >= IASTORE && opcode <= SASTORE) {
        refuseAccess(ARRAY);
      } else if (opcode == MONITORENTER) {
        refuse("has a synchronized block, which is not an access that can be stepped: make the lock a volatile field of"
            + " the class, taken by a compareAndSet with a label");
      }
    }

    private void field(FieldInsnNode field, int index) {
      boolean isStatic = field.getOpcode() == GETSTATIC || field.getOpcode() == PUTSTATIC;
      boolean isRead = field.getOpcode() == GETSTATIC || field.getOpcode() == GETFIELD;
      Hierarchy.Member member = hierarchy.field(field.owner, field.name);
      if (member == null) {
        refuse("uses " + field.owner + "." + field.name + ", whose declaration cannot be found");
        return;
      }
      requireVisible(member.owner());
      if (field.name.equals(ASSERTIONS) && field.getNext() instanceof JumpInsnNode jump) {
        endOfAssertion = jump.label;
        return;
      }
      if (field.desc.equals(HANDLE_TYPE) && !nest.contains(member.owner())) {
        refuseAccess("uses the VarHandle " + dotted(member.owner()) + "." + field.name + " of another class, which can"
            + " do as much with it; give the class a private one of its own");
        return;
      }
      boolean isFinal = (member.access() & ACC_FINAL) != 0;
      boolean isOwnWord = member.owner().equals(name) && !isStatic && (member.access() & ACC_VOLATILE) != 0;
      if (isFinal) {
        return;
      }
      if (isConstructorOfSubject && member.owner().equals(name)) {
        if (!isStatic) {
          requireThis(index, isRead ? 0 : 1, field.name);
        }
        return;
      }
      if (!isOwnWord) {
        refuseAccess((isRead ? "reads " : "writes ") + field.owner + "." + field.name + ", which is neither final nor a"
            + " volatile instance field of the class: such an access has no place in an interleaving; make it one or the"
            + " other");
        return;
      }
      String parameters = isRead ? "(L" + name + ";)" : "(L" + name + ";" + field.desc + ")";
      step(field, index, field.owner, field.name, parameters + (isRead ? field.desc : "V"), 0, false);
    }

    private void call(MethodInsnNode call, int index) {
      if (endOfAssertion != null && (nest.contains(call.owner) || isClientCode(call.owner, call.name, call.desc))) {
        refuseAccess(inAssertion("calls " + dotted(call.owner) + "." + call.name));
      } else if (call.owner.equals(VAR_HANDLE)) {
        varHandle(call, index);
      } else if (Callees.isGivingWay(call.owner, call.name, call.desc)) {
        step(call, index, call.owner, call.name, call.desc, -1, false);
      } else if (isClientCode(call.owner, call.name, call.desc)) {
        clientCode(call, index);
      } else if (isShownOnly(call)) {
        facts.traits().add(MethodFacts.Trait.SHOWS_IDENTITY);
      } else if (requireKnown(call.owner, call.name, call.desc, "calls ")) {
        keepFrame(call, index, List.of());
      } else if (looksIntoText(call, index)) {
        facts.traits().add(MethodFacts.Trait.LOOKS_INTO_TEXT);
      }
    }

    /** An identity hash code is another one in each run, so it may at most be written into a text. */
    private boolean isShownOnly(MethodInsnNode call) {
      return call.owner.equals("java/lang/System") && call.name.equals("identityHashCode")
          && call.getNext() instanceof MethodInsnNode next && next.owner.equals("java/lang/Integer")
          && next.name.equals("toHexString");
    }

    /** Whether what happens next may depend on what is in a text that is not the name of a class. */
    private boolean looksIntoText(MethodInsnNode call, int index) {
      int receiver = values[index].getStackSize() - 1 - Type.getArgumentTypes(call.desc).length;
      return call.owner.equals("java/lang/String") && Callees.looksIntoText(call.name)
          && values[index].getStack(receiver) != LocalValues.CLASS_NAME;
    }

    private boolean isClientCode(String owner, String callee, String descriptor) {
      return hierarchy.isFunctional(owner, callee, descriptor);
    }

    /** How a method of the class or its nested types is named among the callees. */
    private static String calleeOf(String owner, String callee, String descriptor) {
      return (callee.equals(CONSTRUCTOR) ? owner + "." : "") + callee + descriptor;
    }

    /** Refuses a callee that is not known; true if it is a method of the class or its nested types. */
    private boolean requireKnown(String owner, String callee, String descriptor, String doing) {
      Hierarchy.Member member = hierarchy.method(owner, callee, descriptor);
      String declaring = member == null ? owner : member.owner();
      if (member != null && nest.contains(declaring)) {
        if (callee.equals(CONSTRUCTOR) && declaring.equals(name) && !isConstructorOfSubject) {
          refuse("creates another object of the class, whose accesses would have to be steps too");
        }
        facts.callees().add(calleeOf(declaring, callee, descriptor));
        return true;
      }
      if (descriptor.equals("(Ljava/lang/Throwable;)V") && callee.equals(CONSTRUCTOR)) {
        facts.traits().add(MethodFacts.Trait.ASKS_FOR_TEXT);
      }
      if (Callees.isHarmless(hierarchy, owner, callee, descriptor)
          || Callees.isHarmless(hierarchy, declaring, callee, descriptor)) {
        return false;
      }
      String inherited = nest.contains(owner) && member != null ? ", inherited from " + declaring : "";
      refuse(doing + owner + "." + callee + inherited + ", which cannot be looked into" + Callees.advice(declaring,
          callee));
      return false;
    }

    private void varHandle(MethodInsnNode call, int index) {
      if (call.name.equals("releaseFence") && method.name.equals(CONSTRUCTOR)) {
        return;
      }
      if (!VOLATILE_MODES.contains(call.name)) {
        refuseAccess("calls VarHandle." + call.name + ": only accesses of volatile strength, which do not fail"
            + " spuriously, happen as if one after the other; take the volatile mode of it");
        return;
      }
      if (!call.desc.startsWith("(L" + name + ";")) {
        refuseAccess("calls VarHandle." + call.name + " on something other than an object of this class: " + call.desc);
        return;
      }
      if (isConstructorOfSubject) {
        requireThis(index, Type.getArgumentTypes(call.desc).length - 1, "VarHandle." + call.name);
        return;
      }
      step(call, index, call.owner, call.name, "(L" + VAR_HANDLE + ";" + call.desc.substring(1), 1, false);
    }

    /** In a constructor only the new object, which nobody else has, may be accessed without a step. */
    private void requireThis(int index, int below, String what) {
      BasicValue accessed = values[index].getStack(values[index].getStackSize() - 1 - below);
      if (accessed != LocalValues.THIS && accessed != LocalValues.RAW_THIS) {
        refuseAccess("accesses " + what + " of another object than the new one");
      }
    }

    private static String inAssertion(String what) {
      return what + " in an assertion, which happens only where assertions are switched on: do it before";
    }

    private void clientCode(MethodInsnNode call, int index) {
      // It may be a function of the class's own, too.
      facts.callees().add(call.name + call.desc);
      if (labels.isLabelled(line)) {
        facts.functions().add(
            new Functions.FunctionCall(labels.place(line), Type.getArgumentTypes(call.desc).length));
        step(call, index, call.owner, call.name, "(L" + call.owner + ";" + call.desc.substring(1), -1, true);
      } else {
        refuse("calls the function " + call.owner + "." + call.name + ", which is code of the client and a step of its"
            + " own: name its action of the specification in a trailing comment");
      }
    }

    private void made(InvokeDynamicInsnNode made) {
      switch (made.bsm.getOwner()) {
        case "java/lang/invoke/LambdaMetafactory" -> {
          Handle body = (Handle) made.bsmArgs[1];
          if (body.getOwner().equals(VAR_HANDLE)
              || Callees.isGivingWay(body.getOwner(), body.getName(), body.getDesc())) {
            refuseAccess("refers to " + body.getOwner() + "::" + body.getName() + ", an access that is not a step by"
                + " itself: write a method or a lambda that makes it, on a line with a label");
            facts.unknownFunctions().add(facts.refusals().get(facts.refusals().size() - 1));
          } else if (!isClientCode(body.getOwner(), body.getName(), body.getDesc())) {
            int refusals = facts.refusals().size();
            if (requireKnown(body.getOwner(), body.getName(), body.getDesc(), "refers to ")) {
              facts.references().add(calleeOf(body.getOwner(), body.getName(), body.getDesc()));
            }
            facts.unknownFunctions().addAll(
                facts.refusals().subList(refusals, facts.refusals().size()));
          }
        }
        case "java/lang/invoke/StringConcatFactory" -> {
          for (Type part : Type.getArgumentTypes(made.desc)) {
            if (part.getSort() == Type.OBJECT && !Callees.canBeJoined(part.getInternalName())
                || part.getSort() == Type.ARRAY) {
              refuse("makes a text of an object of type " + part.getClassName() + ", whose toString is code that"
                  + " cannot be looked into");
            }
          }
        }
        case "java/lang/runtime/SwitchBootstraps" -> {}
        default -> refuse("calls what " + made.bsm.getOwner() + " makes, which cannot be looked into: "
            + (made.bsm.getOwner().equals("java/lang/runtime/ObjectMethods")
                ? "compare the components of the record one by one, by identity"
                : "write out what it does"));
      }
    }

    private void requireVisible(String owner) {
      ClassNode declaring = hierarchy.type(owner);
      if (!nest.contains(owner) && declaring != null && (declaring.access & ACC_PUBLIC) == 0
          && !owner.startsWith("java/")) {
        refuse("uses " + dotted(owner) + ", which is not public: the class under test is loaded apart from it; make it"
            + " public, or a nested type of " + dotted(name));
      }
    }

    /**
     * Replaces an instruction by a call of a new method that asks {@link Replay} before it executes it.
     *
     * @param receiver which of the parameters is the object that is accessed, -1 if there is none
     */
    private void step(AbstractInsnNode instruction, int index, String owner, String member, String descriptor,
        int receiver, boolean isClientCode) {
      if (endOfAssertion != null) {
        refuseAccess(inAssertion("makes an access"));
      }
      int id = sites.size();
      String shown = owner.substring(owner.lastIndexOf('/') + 1) + "." + member;
      sites.add(labels.site(id, shown, line, entry, isClientCode));
      facts.sites().add(id);
      keepFrame(instruction, index,
          isClientCode ? Functions.named(owner, ((MethodInsnNode) instruction).desc) : List.of());
      method.instructions.set(
          instruction, new MethodInsnNode(INVOKESTATIC, name, accessMethods.nameOf(id), descriptor, false));
      accessMethods.add(id, instruction, descriptor, receiver, isClientCode);
    }

    /** Tells {@link Replay} what the method holds before an instruction. */
    private void keepFrame(AbstractInsnNode instruction, int index, List<FrameKeeper.Named> given) {
      if (isConstructorOfSubject) {
        return;
      }
      keepsFrames = true;
      FrameKeeper keeper = new FrameKeeper(method, values[index], instruction, depthLocal, given);
      frames.add(keeper.shape(labels.place(line)));
      method.instructions.insertBefore(instruction, keeper.code(name, frames.size() - 1));
    }

    /** Handlers must not catch the errors by which {@link Replay} stops a run, as those of {@code finally} would. */
    private void letErrorsPass() {
      Map<LabelNode, LabelNode> guarded = new LinkedHashMap<>();
      for (TryCatchBlockNode block : method.tryCatchBlocks) {
        boolean catchesErrors = block.type == null || !hierarchy.isSubclass(block.type, "java/lang/Exception");
        if (catchesErrors) {
          block.handler = guarded.computeIfAbsent(block.handler, handler -> {
            LabelNode guard = new LabelNode();
            LabelNode pass = new LabelNode();
            InsnList code = new InsnList();
            code.add(guard);
            code.add(new InsnNode(DUP));
            code.add(new MethodInsnNode(INVOKESTATIC, REPLAY, "mustPass", "(Ljava/lang/Throwable;)Z", false));
            code.add(new JumpInsnNode(IFNE, pass));
            code.add(new JumpInsnNode(GOTO, handler));
            code.add(pass);
            code.add(new InsnNode(ATHROW));
            method.instructions.add(code);
            return guard;
          });
        }
      }
    }
  }
}
