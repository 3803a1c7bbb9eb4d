package org.atomicvalue.checkers.classfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Runs the methods of a class on symbols. It stops before each access, and goes on from there with {@link #PRESENT} in
 * the place of what the access observes. All paths are followed, those that cannot be taken as well, if that is not
 * plain from their own conditions.
 *
 * <p>Every path is finite: a loop without an access is refused. An int that goes on changing is {@linkplain
 * Symbol.AnyInt any int}, a counter at once and others from the third different value on, so that loops with accesses
 * have finitely many stops.
 *
 * <p>Not modelled: that the stack or the memory ends. {@link Path#disturbed} says where it could.
 */
public final class Execution {

  /** What an access finds in its word. */
  public static final String PRESENT = "present";

  /** What a function of the client returns. */
  public static final String RETURNED = "returned";

  /** What a function of the client throws. */
  public static final String THROWN = "thrown";

  static final String CLASS = "java/lang/Class";

  private static final int LONGEST_PATH = 2_000;
  private static final int MOST_PATHS = 5_000;
  private static final int DEEPEST_STACK = 16;
  private static final int MOST_VALUES_OF_AN_INT = 2;

  private final ClassFile file;
  private final Callees callees;
  private final PlainInstructions plain = new PlainInstructions();
  private final Map<String, Symbol> statics;
  private final Map<String, Contract> contracts;
  private final boolean initializing;
  private final Map<MethodNode, Liveness> liveness = new HashMap<>();
  private final Map<List<Object>, Set<Integer>> valuesOfInts = new HashMap<>();
  private final Deque<State> pending = new ArrayDeque<>();
  private List<Path> done = new ArrayList<>();

  /** Runs the static initializer. */
  public Execution(ClassFile file) {
    this(file, Map.of());
  }

  /**
   * The same where some methods are not looked into when others call them.
   *
   * @param contracts what these do, by name and descriptor
   */
  public Execution(ClassFile file, Map<String, Contract> contracts) {
    this(file, new HashMap<>(), contracts, false);
    for (FieldNode field : file.statics()) {
      Symbol constant = ClassFile.constant(field);
      if (constant != null) {
        statics.put(field.name, constant);
      }
    }
    MethodNode initializer = file.method("<clinit>()V");
    if (initializer != null) {
      State state = new State();
      state.stack.add(new State.Activation(initializer, List.of()));
      List<Path> paths = new Execution(file, statics, Map.of(), true).run(state);
      if (paths.size() != 1 || !(paths.get(0).end() instanceof Path.Returns)) {
        throw new Refusal(file.simpleName() + ", static initializer", "it can end in more than one way: " + paths);
      }
    }
    file.requireAccepted();
  }

  private Execution(
      ClassFile file, Map<String, Symbol> statics, Map<String, Contract> contracts, boolean initializing) {
    this.file = file;
    this.statics = statics;
    this.contracts = contracts;
    this.initializing = initializing;
    callees = new Callees(this);
  }

  ClassFile file() {
    return file;
  }

  boolean isInitializing() {
    return initializing;
  }

  /**
   * From the call of a method or constructor to its first access. A constructor is called on a new object.
   *
   * @param method name and descriptor
   * @param arguments without the object itself
   */
  public List<Path> call(String method, List<Symbol> arguments) {
    MethodNode code = file.method(method);
    State state = new State();
    List<Symbol> locals = new ArrayList<>(arguments);
    if (method.startsWith("<init>")) {
      locals.add(0, ownObject(state));
    } else if (!ClassFile.is(code.access, Opcodes.ACC_STATIC)) {
      locals.add(0, Symbol.HOLDER);
    }
    state.stack.add(new State.Activation(code, locals));
    return run(state);
  }

  /**
   * From an access to the next one or to the end.
   *
   * @param facts what is known of the references that the thread carries
   */
  public List<Path> resume(Stop stop, List<Condition> facts) {
    State state = new State();
    state.conditions.addAll(facts);
    for (Stop.Suspended suspended : stop.frames()) {
      State.Activation activation = new State.Activation(file.method(suspended.method()), suspended.locals());
      suspended.operands().forEach(activation.frame::push);
      activation.instruction = suspended.instruction();
      state.stack.add(activation);
    }
    state.comesTo(stop.access().line());
    pending.clear();
    done = new ArrayList<>();
    perform(state, stop.access());
    return finish();
  }

  private List<Path> run(State state) {
    pending.clear();
    done = new ArrayList<>();
    push(state);
    return finish();
  }

  private List<Path> finish() {
    while (!pending.isEmpty()) {
      step(pending.pop());
    }
    return done;
  }

  /** Goes on with this state, or notes the path if it has come to an end. */
  void push(State state) {
    if (state.end != null) {
      done.add(state.path());
    } else {
      pending.push(state);
    }
    if (done.size() + pending.size() > MOST_PATHS) {
      throw refusal(state, "more than " + MOST_PATHS + " paths lead from here to the next access");
    }
  }

  /** Goes on both ways, or on the one that is possible. */
  void branch(State state, Condition condition, Consumer<State> then, Consumer<State> otherwise) {
    Boolean decided = state.decide(condition);
    if (decided == null) {
      State other = state.copy();
      state.conditions.add(condition);
      other.conditions.add(condition.negated());
      then.accept(state);
      otherwise.accept(other);
    } else if (decided) {
      then.accept(state);
    } else {
      otherwise.accept(state);
    }
  }

  Refusal refusal(State state, String reason) {
    String method = state.stack.isEmpty() ? "" : "." + state.top().method.name;
    return new Refusal(
        file.simpleName() + method + (state.line() == 0 ? "" : ", line " + state.line()), reason);
  }

  // Accesses.

  /** Ends a path before an access, whose operands have been taken from the stack. */
  void stop(State state, Access access) {
    for (Symbol operand : access.operands()) {
      requireStorable(state, operand);
    }
    if (!state.objects.isEmpty()) {
      throw refusal(state, "it makes an object of its own class and goes on to an access: " + access);
    }
    List<Stop.Suspended> frames = new ArrayList<>();
    for (State.Activation activation : state.stack) {
      Frame<Symbol> frame = activation.frame;
      BitSet live = liveness.computeIfAbsent(activation.method, Liveness::new).after(activation.instruction);
      List<Symbol> locals = new ArrayList<>();
      for (int i = 0; i < frame.getLocals(); i++) {
        locals.add(live.get(i) ? frame.getLocal(i) : Symbol.DEAD);
      }
      List<Symbol> operands = new ArrayList<>();
      for (int i = 0; i < frame.getStackSize(); i++) {
        operands.add(frame.getStack(i));
      }
      for (List<Symbol> slots : List.of(locals, operands)) {
        for (int i = 0; i < slots.size(); i++) {
          Symbol slot = slots.get(i);
          if (slot instanceof Symbol.Truth truth) {
            decideAndStop(state, truth, access);
            return;
          } else if (slot instanceof Symbol.New || slot instanceof Symbol.Builder) {
            throw refusal(state, "it carries " + slot + " over an access: " + access);
          } else if (slot instanceof Symbol.Number number) {
            slots.set(i, widened(activation, slots == locals, i, number));
          }
        }
      }
      frames.add(new Stop.Suspended(activation.method.name + activation.method.desc, activation.instruction,
          List.copyOf(locals), List.copyOf(operands)));
    }
    state.end = new Path.Arrives(new Stop(List.copyOf(frames), access));
    push(state);
  }

  /** A number, or any int if that is a counter's, or others have been in the same place before. */
  private Symbol widened(State.Activation activation, boolean local, int index, Symbol.Number number) {
    if (local && counts(activation.method, index)) {
      return new Symbol.AnyInt();
    }
    Set<Integer> values = valuesOfInts.computeIfAbsent(
        List.of(activation.method.name + activation.method.desc, activation.instruction, local, index),
        place -> new HashSet<>());
    if (values.size() < MOST_VALUES_OF_AN_INT) {
      values.add(number.value());
    }
    return values.contains(number.value()) ? number : new Symbol.AnyInt();
  }

  private static boolean counts(MethodNode method, int variable) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof IincInsnNode increment && increment.var == variable) {
        return true;
      }
    }
    return false;
  }

  private void decideAndStop(State state, Symbol.Truth truth, Access access) {
    branch(state, truth.condition(),
        yes -> {
          replace(yes, truth, new Symbol.Number(1));
          stop(yes, access);
        },
        no -> {
          replace(no, truth, new Symbol.Number(0));
          stop(no, access);
        });
  }

  private static void replace(State state, Symbol old, Symbol by) {
    for (State.Activation activation : state.stack) {
      Frame<Symbol> frame = activation.frame;
      for (int i = 0; i < frame.getLocals(); i++) {
        if (frame.getLocal(i).equals(old)) {
          frame.setLocal(i, by);
        }
      }
      for (int i = 0; i < frame.getStackSize(); i++) {
        if (frame.getStack(i).equals(old)) {
          frame.setStack(i, by);
        }
      }
    }
  }

  private void perform(State state, Access access) {
    Symbol present = present(access);
    switch (access.kind()) {
      case READ -> proceed(state, access, present);
      case WRITE -> {
        write(state, access, 0);
        proceed(state, access, null);
      }
      case GET_AND_SET -> {
        write(state, access, 0);
        proceed(state, access, present);
      }
      case COMPARE_AND_SET, COMPARE_AND_EXCHANGE -> {
        boolean tells = access.kind() == Access.Kind.COMPARE_AND_SET;
        branch(state, Condition.same(present, access.operands().get(0)),
            equal -> {
              write(equal, access, 1);
              proceed(equal, access, tells ? new Symbol.Number(1) : present);
            },
            other -> proceed(other, access, tells ? new Symbol.Number(0) : present));
      }
      case PAUSE -> proceed(state, access, null);
      case FUNCTION -> {
        State thrown = state.copy();
        proceed(state, access, new Symbol.Reference(RETURNED, "java/lang/Object"));
        unwind(thrown, new Symbol.Reference(THROWN, "java/lang/Throwable"), 0);
      }
      case OPERATION -> {
        for (Contract.Ending ending : contracts.get(access.callee()).endings().apply(access.operands())) {
          State ended = state.copy();
          ended.conditions.addAll(ending.conditions());
          if (ending.written() != null) {
            ended.write = new Path.Write(access.word(), ending.written());
          }
          if (ending.exception() != null) {
            raiseNew(ended, ending.exception());
          } else {
            proceed(ended, access, ending.answer());
          }
        }
      }
    }
  }

  private Symbol present(Access access) {
    FieldNode field = access.word() == null ? null : file.field(access.word());
    return new Symbol.Reference(
        PRESENT, field == null ? "java/lang/Object" : Type.getType(field.desc).getInternalName());
  }

  private static void write(State state, Access access, int operand) {
    state.write = new Path.Write(access.word(), access.operands().get(operand));
  }

  private void proceed(State state, Access access, Symbol answer) {
    if (access.answers()) {
      state.answer(answer);
    } else {
      state.top().instruction++;
    }
    push(state);
  }

  /** What may be in a word: what others can know. */
  private void requireStorable(State state, Symbol value) {
    if (!(value instanceof Symbol.Null || value instanceof Symbol.Reference || value instanceof Symbol.ClassOf
        || value instanceof Symbol.ClassConstant || value instanceof Symbol.Constant)) {
      throw refusal(state, "it hands out " + value + ", which is neither of the call nor of the class's constants");
    }
  }

  // Instructions.

  private void step(State state) {
    State.Activation top = state.top();
    InsnList code = top.method.instructions;
    AbstractInsnNode instruction = code.get(top.instruction);
    if (++state.steps > LONGEST_PATH) {
      throw refusal(state, "it takes more than " + LONGEST_PATH + " instructions without an access: a loop?");
    }
    if (instruction instanceof LineNumberNode line) {
      state.comesTo(line.line);
    }
    int opcode = instruction.getOpcode();
    if (opcode < 0 || opcode == Opcodes.NOP) {
      top.instruction++;
      push(state);
      return;
    }
    if (state.hasCalledClient && !isMoveOfResult(opcode)) {
      throw refusal(state, "it goes on after it has called the code of a value");
    }
    switch (opcode) {
      case Opcodes.GETSTATIC -> getStatic(state, (FieldInsnNode) instruction);
      case Opcodes.PUTSTATIC -> putStatic(state, (FieldInsnNode) instruction);
      case Opcodes.GETFIELD -> getField(state, (FieldInsnNode) instruction);
      case Opcodes.PUTFIELD -> putField(state, (FieldInsnNode) instruction);
      case Opcodes.INVOKEVIRTUAL, Opcodes.INVOKESPECIAL, Opcodes.INVOKESTATIC, Opcodes.INVOKEINTERFACE ->
        invoke(state, (MethodInsnNode) instruction);
      case Opcodes.INVOKEDYNAMIC -> callees.concatenate(state, (InvokeDynamicInsnNode) instruction);
      case Opcodes.NEW -> state.answer(made(state, named(state, ((TypeInsnNode) instruction).desc)));
      case Opcodes.CHECKCAST -> {
        cast(state, named(state, ((TypeInsnNode) instruction).desc));
        return;
      }
      case Opcodes.INSTANCEOF -> {
        Symbol object = top.frame.pop();
        String type = named(state, ((TypeInsnNode) instruction).desc);
        state.answer(object instanceof Symbol.Null
            ? new Symbol.Number(0)
            : new Symbol.Truth(instance(state, type, object)));
      }
      case Opcodes.GOTO -> jump(state, (JumpInsnNode) instruction);
      case Opcodes.IFNULL, Opcodes.IFNONNULL, Opcodes.IF_ACMPEQ, Opcodes.IF_ACMPNE, Opcodes.IFEQ, Opcodes.IFNE,
          Opcodes.IFLT, Opcodes.IFGE, Opcodes.IFGT, Opcodes.IFLE, Opcodes.IF_ICMPEQ, Opcodes.IF_ICMPNE,
          Opcodes.IF_ICMPLT, Opcodes.IF_ICMPGE, Opcodes.IF_ICMPGT, Opcodes.IF_ICMPLE -> {
        jumpIf(state, (JumpInsnNode) instruction);
        return;
      }
      case Opcodes.ARETURN, Opcodes.IRETURN -> {
        leave(state, top.frame.pop());
        return;
      }
      case Opcodes.RETURN -> leave(state, null);
      case Opcodes.ATHROW -> {
        raise(state, top.frame.pop());
        return;
      }
      default -> {
        if (instruction instanceof LdcInsnNode constant && constant.cst instanceof Type type) {
          named(state, type.getInternalName());
        }
        try {
          top.frame.execute(instruction, plain);
        } catch (AnalyzerException | UnsupportedOperationException e) {
          throw refusal(state, e.getMessage());
        }
        top.instruction++;
      }
    }
    if (opcode < Opcodes.GETFIELD || opcode > Opcodes.INVOKEDYNAMIC) { // those go on by themselves
      push(state);
    }
  }

  private static boolean isMoveOfResult(int opcode) {
    return opcode == Opcodes.ARETURN || opcode == Opcodes.ALOAD || opcode == Opcodes.ASTORE || opcode == Opcodes.GOTO;
  }

  private void jump(State state, JumpInsnNode jump) {
    state.top().instruction = state.top().method.instructions.indexOf(jump.label);
  }

  private void jumpIf(State state, JumpInsnNode jump) {
    Frame<Symbol> frame = state.top().frame;
    Symbol right = frame.pop();
    Condition condition = switch (jump.getOpcode()) {
      case Opcodes.IFNULL -> Condition.same(right, Symbol.NULL);
      case Opcodes.IFNONNULL -> Condition.same(right, Symbol.NULL).negated();
      case Opcodes.IF_ACMPEQ -> same(state, frame.pop(), right);
      case Opcodes.IF_ACMPNE -> same(state, frame.pop(), right).negated();
      case Opcodes.IFEQ -> compare(state, Opcodes.IF_ICMPEQ, right, new Symbol.Number(0));
      case Opcodes.IFNE -> compare(state, Opcodes.IF_ICMPNE, right, new Symbol.Number(0));
      case Opcodes.IFLT -> compare(state, Opcodes.IF_ICMPLT, right, new Symbol.Number(0));
      case Opcodes.IFGE -> compare(state, Opcodes.IF_ICMPGE, right, new Symbol.Number(0));
      case Opcodes.IFGT -> compare(state, Opcodes.IF_ICMPGT, right, new Symbol.Number(0));
      case Opcodes.IFLE -> compare(state, Opcodes.IF_ICMPLE, right, new Symbol.Number(0));
      default -> compare(state, jump.getOpcode(), frame.pop(), right);
    };
    branch(state, condition,
        yes -> {
          jump(yes, jump);
          push(yes);
        },
        no -> {
          no.top().instruction++;
          push(no);
        });
  }

  private Condition same(State state, Symbol left, Symbol right) {
    for (Symbol symbol : List.of(left, right)) {
      if (symbol instanceof Symbol.Text || symbol instanceof Symbol.Literal || symbol instanceof Symbol.StringOf
          || symbol instanceof Symbol.Builder || symbol instanceof Symbol.Handle || symbol instanceof Symbol.Lookup) {
        throw refusal(state, "it compares " + symbol);
      }
    }
    return Condition.same(left, right);
  }

  private Condition compare(State state, int opcode, Symbol left, Symbol right) {
    if (left instanceof Symbol.Number a && right instanceof Symbol.Number b) {
      int order = Integer.compare(a.value(), b.value());
      return Condition.always(switch (opcode) {
        case Opcodes.IF_ICMPEQ -> order == 0;
        case Opcodes.IF_ICMPNE -> order != 0;
        case Opcodes.IF_ICMPLT -> order < 0;
        case Opcodes.IF_ICMPGE -> order >= 0;
        case Opcodes.IF_ICMPGT -> order > 0;
        default -> order <= 0;
      });
    }
    if (left instanceof Symbol.Number && right instanceof Symbol.Truth
        && (opcode == Opcodes.IF_ICMPEQ || opcode == Opcodes.IF_ICMPNE)) {
      return compare(state, opcode, right, left);
    }
    if (left instanceof Symbol.Truth truth && right instanceof Symbol.Number number) {
      Condition isNumber = number.value() == 1
          ? truth.condition()
          : number.value() == 0 ? truth.condition().negated() : Condition.FALSE;
      if (opcode == Opcodes.IF_ICMPEQ) {
        return isNumber;
      } else if (opcode == Opcodes.IF_ICMPNE) {
        return isNumber.negated();
      }
    }
    return new Condition.Unknown("an int is so (" + state.steps + ")");
  }

  /** A type that the code names, if it is there. */
  private String named(State state, String type) {
    if (!type.equals(file.name()) && !Linkage.isThere(type)) {
      throw refusal(state, "it names " + type.replace('/', '.') + ", which is no public class of the module java.base, "
          + "so it may not be there");
    }
    return type;
  }

  /** The condition that an object is an instance of the class of this name, decided for what the method has made. */
  private Condition instance(State state, String type, Symbol object) {
    if (type.equals("java/lang/Object")) {
      return Condition.same(object, Symbol.NULL).negated();
    } else if (type.equals(CLASS) && state.isClass(object) && object.isSurelyNotNull()) {
      return Condition.TRUE;
    } else if (type.equals("java/lang/String") && isText(object)) {
      return Condition.TRUE;
    } else if (object instanceof Symbol.New made) {
      return Condition.always(isSubclass(state, made.type(), type));
    }
    return new Condition.Instance(new Symbol.ClassConstant(type), object);
  }

  static boolean isText(Symbol symbol) {
    return symbol instanceof Symbol.Text || symbol instanceof Symbol.Literal || symbol instanceof Symbol.StringOf;
  }

  private void cast(State state, String type) {
    Frame<Symbol> frame = state.top().frame;
    Symbol object = frame.getStack(frame.getStackSize() - 1);
    boolean surely = object instanceof Symbol.Null
        || object instanceof Symbol.Reference reference && reference.type().equals(type)
        || object instanceof Symbol.Holder && type.equals(file.name())
        || type.equals(CLASS) && state.isClass(object);
    Consumer<State> passes = then -> {
      then.top().instruction++;
      push(then);
    };
    if (surely || type.equals("java/lang/Object")) {
      passes.accept(state);
    } else {
      branch(state, Condition.same(object, Symbol.NULL), passes, notNull -> branch(notNull,
          instance(notNull, type, object), passes, other -> raiseNew(other, "java/lang/ClassCastException")));
    }
  }

  private Symbol made(State state, String type) {
    disturbed(state, "allocates " + type.replace('/', '.'));
    if (type.equals(file.name())) {
      if (initializing) {
        throw refusal(state, "it makes an object of its own class");
      }
      return ownObject(state);
    } else if (type.equals("java/lang/StringBuilder")) {
      return new Symbol.Builder();
    } else if (type.equals("java/lang/Object") && initializing || isThrowable(type)) {
      return new Symbol.New(type, state.made++);
    }
    throw refusal(state, "it makes an object of " + type.replace('/', '.'));
  }

  private Symbol ownObject(State state) {
    Symbol object = new Symbol.New(file.name(), state.made++);
    Map<String, Symbol> fields = new LinkedHashMap<>();
    file.fields(true).forEach(field -> fields.put(field, Symbol.NULL));
    file.fields(false).forEach(field -> fields.put(field, Symbol.NULL));
    state.objects.put(object, fields);
    return object;
  }

  /** Notes where memory or stack could end. */
  void disturbed(State state, String how) {
    if (state.disturbed == null) {
      state.disturbed = how + (state.line() == 0 ? "" : " in line " + state.line());
    }
  }

  // Fields.

  private FieldNode ownField(State state, FieldInsnNode instruction) {
    FieldNode field = file.field(instruction.name);
    if (!instruction.owner.equals(file.name()) || field == null || !field.desc.equals(instruction.desc)) {
      throw refusal(state, "it uses the field " + instruction.owner.replace('/', '.') + "." + instruction.name
          + ", which is not its own");
    }
    return field;
  }

  private void getStatic(State state, FieldInsnNode instruction) {
    FieldNode field = ownField(state, instruction);
    Symbol value = statics.get(field.name);
    if (value == null) {
      throw refusal(state, "it uses its static field " + field.name + ", which has no value that is understood");
    }
    state.answer(value);
  }

  private void putStatic(State state, FieldInsnNode instruction) {
    FieldNode field = ownField(state, instruction);
    Symbol value = state.top().frame.pop();
    if (!initializing) {
      throw refusal(state, "it writes its static field " + field.name);
    }
    Symbol constant = value;
    if (value instanceof Symbol.New made && made.type().equals("java/lang/Object")) {
      constant = new Symbol.Constant(field.name);
      if (statics.containsValue(constant)) {
        throw refusal(state, "one object is in two static fields");
      }
      replace(state, value, new Symbol.Dead()); // so that it cannot be in two fields
    } else if (!(value instanceof Symbol.Handle || value instanceof Symbol.Number)) {
      throw refusal(state, "its static field " + field.name + " becomes " + value);
    }
    statics.put(field.name, constant);
    state.top().instruction++;
  }

  private void getField(State state, FieldInsnNode instruction) {
    FieldNode field = ownField(state, instruction);
    Symbol object = state.top().frame.pop();
    if (state.objects.containsKey(object)) {
      state.answer(state.objects.get(object).get(field.name));
      push(state);
    } else if (!(object instanceof Symbol.Holder)) {
      throw refusal(state, "it reads the field " + field.name + " of another object: " + object);
    } else if (ClassFile.is(field.access, Opcodes.ACC_FINAL)) {
      state.answer(new Symbol.Reference("this." + field.name, Type.getType(field.desc).getInternalName()));
      push(state);
    } else {
      stop(state, new Access(Access.Kind.READ, field.name, null, List.of(), true, state.line(), false));
    }
  }

  private void putField(State state, FieldInsnNode instruction) {
    FieldNode field = ownField(state, instruction);
    Symbol value = state.top().frame.pop();
    Symbol object = state.top().frame.pop();
    requireStorable(state, value);
    if (state.objects.containsKey(object)) {
      state.objects.get(object).put(field.name, value);
      if (!ClassFile.is(field.access, Opcodes.ACC_FINAL)) {
        state.fenced = false;
      }
      state.top().instruction++;
      push(state);
    } else if (!(object instanceof Symbol.Holder)) {
      throw refusal(state, "it writes the field " + field.name + " of another object: " + object);
    } else if (ClassFile.is(field.access, Opcodes.ACC_FINAL)) {
      throw refusal(state, "it writes the final field " + field.name + " outside of a constructor");
    } else {
      stop(state, new Access(Access.Kind.WRITE, field.name, null, List.of(value), false, state.line(), false));
    }
  }

  // Calls, returns and exceptions.

  private void invoke(State state, MethodInsnNode call) {
    List<Symbol> arguments = new ArrayList<>();
    for (Type type : Type.getArgumentTypes(call.desc)) {
      if (type.getSize() != 1) {
        throw refusal(state, "it calls " + callee(call) + " with a number of two words");
      }
      arguments.add(0, state.top().frame.pop());
    }
    if (call.getOpcode() != Opcodes.INVOKESTATIC) {
      arguments.add(0, state.top().frame.pop());
    }
    disturbed(state, "calls " + callee(call));
    MethodNode own = call.owner.equals(file.name()) ? file.method(call.name + call.desc) : null;
    if (own == null) {
      callees.call(state, call, arguments);
      return;
    }
    if (state.stack.size() == DEEPEST_STACK) {
      throw refusal(state, "its methods call each other to a depth of more than " + DEEPEST_STACK);
    }
    boolean isStatic = ClassFile.is(own.access, Opcodes.ACC_STATIC);
    if (isStatic != (call.getOpcode() == Opcodes.INVOKESTATIC) || call.itf) {
      throw refusal(state, "it calls " + own.name + " in a way that does not fit");
    }
    if (!isStatic && !(arguments.get(0) instanceof Symbol.Holder) && !state.objects.containsKey(arguments.get(0))) {
      throw refusal(state, "it calls " + own.name + " of another object: " + arguments.get(0));
    }
    Contract contract = contracts.get(call.name + call.desc);
    if (contract != null) {
      stop(state, new Access(Access.Kind.OPERATION, contract.word(), call.name + call.desc,
          List.copyOf(arguments.subList(1, arguments.size())), !call.desc.endsWith(")V"), state.line(), true));
      return;
    }
    state.stack.add(new State.Activation(own, arguments));
    push(state);
  }

  static String callee(MethodInsnNode call) {
    return call.owner.replace('/', '.') + "." + call.name;
  }

  private void leave(State state, Symbol value) {
    if (state.stack.size() == 1 && value instanceof Symbol.Truth truth) {
      branch(state, truth.condition(),
          yes -> leave(yes, new Symbol.Number(1)), no -> leave(no, new Symbol.Number(0)));
      return;
    }
    state.pop();
    if (state.stack.isEmpty()) {
      state.end = new Path.Returns(value);
    } else if (value == null) {
      state.top().instruction++;
    } else {
      state.answer(value);
    }
    if (value != null) { // the caller pushes the others
      push(state);
    }
  }

  void raiseNew(State state, String type) {
    raise(state, new Symbol.New(type, state.made++));
  }

  private void raise(State state, Symbol exception) {
    if (exception instanceof Symbol.New || exception instanceof Symbol.Reference thrown
        && thrown.type().equals("java/lang/Throwable")) {
      unwind(state, exception, 0);
    } else {
      throw refusal(state, "it throws " + exception);
    }
  }

  /** Goes on in the handler of an exception, or ends. */
  private void unwind(State state, Symbol exception, int firstBlock) {
    int first = firstBlock;
    while (!state.stack.isEmpty()) {
      State.Activation top = state.top();
      List<TryCatchBlockNode> blocks = top.method.tryCatchBlocks;
      for (int i = first; i < blocks.size(); i++) {
        TryCatchBlockNode block = blocks.get(i);
        if (!covers(top, block)) {
          continue;
        }
        Condition caught = block.type == null
            ? Condition.TRUE
            : instance(state, named(state, block.type), exception);
        int next = i + 1;
        branch(state, caught,
            handled -> {
              handled.top().frame.clearStack();
              handled.top().frame.push(exception);
              handled.top().instruction = handled.top().method.instructions.indexOf(block.handler);
              push(handled);
            },
            other -> unwind(other, exception, next));
        return;
      }
      state.pop();
      first = 0;
    }
    state.end = new Path.Throws(exception);
    push(state);
  }

  private static boolean covers(State.Activation activation, TryCatchBlockNode block) {
    InsnList code = activation.method.instructions;
    return code.indexOf(block.start) <= activation.instruction && activation.instruction < code.indexOf(block.end);
  }

  /** Whether there is a handler for some exception that is thrown here. */
  static boolean isGuarded(State state) {
    return state.stack.stream()
        .anyMatch(activation -> activation.method.tryCatchBlocks.stream().anyMatch(block -> covers(activation, block)));
  }

  private boolean isSubclass(State state, String type, String superclass) {
    try {
      return Linkage.platformClass(superclass).isAssignableFrom(Linkage.platformClass(type));
    } catch (ClassNotFoundException e) {
      throw refusal(state, "it depends on a class that is not the platform's: " + e.getMessage());
    }
  }

  /** An exception of {@code java.lang}, whose construction has no effect. */
  static boolean isThrowable(String type) {
    try {
      return type.startsWith("java/lang/") && Throwable.class.isAssignableFrom(Linkage.platformClass(type));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
