package org.atomicvalue.checkers.classfile;

import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The methods of others that are understood, each with its meaning. All others are refused. Of what only messages need,
 * such as a text, a hash code or a class loader, the meaning is that it can be anything: what depends on it must not
 * matter.
 */
final class Callees {

  private static final String VAR_HANDLE = "java/lang/invoke/VarHandle";
  private static final String LOOKUP = "java/lang/invoke/MethodHandles$Lookup";
  private static final String NULL_POINTER = "java/lang/NullPointerException";

  /** The accesses of a VarHandle that have volatile semantics and never fail without a reason. */
  private static final Map<String, Access.Kind> VOLATILE = Map.of(
      "getVolatile", Access.Kind.READ,
      "setVolatile", Access.Kind.WRITE,
      "getAndSet", Access.Kind.GET_AND_SET,
      "compareAndSet", Access.Kind.COMPARE_AND_SET,
      "compareAndExchange", Access.Kind.COMPARE_AND_EXCHANGE);

  private final Execution execution;

  Callees(Execution execution) {
    this.execution = execution;
  }

  /** Goes on after the call, whose arguments have been taken from the stack, the receiver first. */
  void call(State state, MethodInsnNode call, List<Symbol> arguments) {
    if (!Linkage.fits(call)) {
      throw refusal(state, call, "which is not a public method of the module java.base, called as such");
    }
    if (call.owner.equals(VAR_HANDLE)) {
      access(state, call, arguments);
      return;
    }
    if (call.name.equals("<init>")) {
      construct(state, call, arguments);
      return;
    }
    switch (call.owner + "." + call.name + call.desc) {
      case "java/lang/Thread.onSpinWait()V", "java/lang/Thread.yield()V" -> execution.stop(state,
          new Access(Access.Kind.PAUSE, null, Execution.callee(call), List.of(), false, state.line(), true));
      case "java/util/Objects.requireNonNull(Ljava/lang/Object;)Ljava/lang/Object;",
          "java/util/Objects.requireNonNull(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Object;" ->
        unlessNull(state, arguments.get(0), then -> answer(then, arguments.get(0)));
      case "java/lang/Class.isInstance(Ljava/lang/Object;)Z" -> unlessNull(state, arguments.get(0), then -> answer(then,
          new Symbol.Truth(new Condition.Instance(arguments.get(0), known(then, call, arguments.get(1))))));
      case "java/lang/Class.isPrimitive()Z" -> unlessNull(state, arguments.get(0), then -> answer(then,
          new Symbol.Truth(new Condition.Primitive(arguments.get(0)))));
      case "java/lang/Class.getName()Ljava/lang/String;", "java/lang/Class.getTypeName()Ljava/lang/String;",
          "java/lang/Class.toString()Ljava/lang/String;" ->
        unlessNull(state, arguments.get(0), then -> answer(then, Symbol.TEXT));
      case "java/lang/Class.getClassLoader()Ljava/lang/ClassLoader;" -> unlessNull(state, arguments.get(0),
          then -> answer(then, new Symbol.Reference("loader " + then.made++, "java/lang/ClassLoader")));
      case "java/lang/System.identityHashCode(Ljava/lang/Object;)I" -> answer(state, new Symbol.AnyInt());
      case "java/lang/Integer.toHexString(I)Ljava/lang/String;" -> answer(state, Symbol.TEXT);
      case "java/lang/String.equals(Ljava/lang/Object;)Z" -> compareTexts(state, call, arguments);
      case "java/lang/String.valueOf(Ljava/lang/Object;)Ljava/lang/String;",
          "java/util/Objects.toString(Ljava/lang/Object;)Ljava/lang/String;" ->
        text(state, call, arguments.get(0));
      case "java/lang/invoke/MethodHandles.lookup()Ljava/lang/invoke/MethodHandles$Lookup;" -> {
        requireInitializing(state, call);
        answer(state, new Symbol.Lookup());
      }
      case LOOKUP
          + ".findVarHandle(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/invoke/VarHandle;" ->
        findVarHandle(state, call, arguments);
      default -> callOther(state, call, arguments);
    }
  }

  private void callOther(State state, MethodInsnNode call, List<Symbol> arguments) {
    if (call.name.equals("getClass") && call.desc.equals("()Ljava/lang/Class;")) {
      unlessNull(state, arguments.get(0),
          then -> answer(then, new Symbol.ClassOf(known(then, call, arguments.get(0)))));
    } else if (call.owner.equals("java/lang/StringBuilder")) {
      build(state, call, arguments);
    } else if (call.getOpcode() == Opcodes.INVOKEINTERFACE && call.owner.startsWith("java/util/function/")
        && call.desc.endsWith(")Ljava/lang/Object;") && arguments.get(0) instanceof Symbol.Reference function
        && function.type().equals(call.owner)) {
      execution.stop(state,
          new Access(Access.Kind.FUNCTION, null, Execution.callee(call), arguments, true, state.line(), true));
    } else {
      throw refusal(state, call, "which is not among the callees that are understood");
    }
  }

  private Refusal refusal(State state, MethodInsnNode call, String reason) {
    return execution.refusal(state, "it calls " + Execution.callee(call) + call.desc + ", " + reason);
  }

  private void requireInitializing(State state, MethodInsnNode call) {
    if (!execution.isInitializing()) {
      throw refusal(state, call, "outside of the static initializer");
    }
  }

  private void answer(State state, Symbol value) {
    state.answer(value);
    execution.push(state);
  }

  private void proceed(State state) {
    state.top().instruction++;
    execution.push(state);
  }

  private void unlessNull(State state, Symbol object, java.util.function.Consumer<State> then) {
    execution.branch(state, Condition.same(object, Symbol.NULL),
        isNull -> execution.raiseNew(isNull, NULL_POINTER), then);
  }

  /** An object of which others can ask for the class: not one whose class is known here but has no symbol. */
  private Symbol known(State state, MethodInsnNode call, Symbol object) {
    if (object instanceof Symbol.Null || object instanceof Symbol.Reference || object instanceof Symbol.Constant) {
      return object;
    }
    throw refusal(state, call, "about " + object);
  }

  // Accesses.

  private void access(State state, MethodInsnNode call, List<Symbol> arguments) {
    switch (call.name) {
      case "releaseFence", "fullFence" -> {
        state.fenced = true;
        proceed(state);
        return;
      }
      case "acquireFence", "loadLoadFence", "storeStoreFence" -> {
        proceed(state);
        return;
      }
      default -> {}
    }
    Access.Kind kind = VOLATILE.get(call.name);
    if (kind == null) {
      throw refusal(state, call, "which is not one of the accesses with volatile semantics that never fail without a "
          + "reason: " + VOLATILE.keySet().stream().sorted().toList());
    }
    if (!(arguments.get(0) instanceof Symbol.Handle handle)) {
      throw refusal(state, call, "on a VarHandle that is not one of the class's own constants");
    }
    if (arguments.size() < 2 || !(arguments.get(1) instanceof Symbol.Holder)) {
      throw refusal(state, call, "on another object than this");
    }
    FieldNode field = execution.file().field(handle.field());
    List<Symbol> operands = List.copyOf(arguments.subList(2, arguments.size()));
    requireFit(state, call, field, kind, operands);
    boolean answers = !call.desc.endsWith(")V");
    execution.stop(state, new Access(kind, field.name, null, operands, answers, state.line(), true));
  }

  /** That the call is linked without a conversion that could fail. */
  private void requireFit(State state, MethodInsnNode call, FieldNode field, Access.Kind kind, List<Symbol> operands) {
    Type[] types = Type.getArgumentTypes(call.desc);
    int expected = switch (kind) {
      case READ -> 0;
      case WRITE, GET_AND_SET -> 1;
      default -> 2;
    };
    boolean fits = operands.size() == expected && types[0].getInternalName().equals(execution.file().name());
    for (int i = 1; fits && i < types.length; i++) {
      fits = types[i].getSort() == Type.OBJECT
          && (field.desc.equals("Ljava/lang/Object;") || types[i].getDescriptor().equals(field.desc)
              || operands.get(i - 1) instanceof Symbol.Null && types[i].getClassName().equals("java.lang.Void"));
    }
    String answer = Type.getReturnType(call.desc).getDescriptor();
    fits &= switch (kind) {
      case WRITE -> answer.equals("V");
      case COMPARE_AND_SET -> answer.equals("Z") || answer.equals("V");
      default -> answer.equals("V") || answer.equals(field.desc) || answer.equals("Ljava/lang/Object;");
    };
    if (!fits) {
      throw refusal(state, call, "whose types are not those of the field " + field.name);
    }
  }

  private void findVarHandle(State state, MethodInsnNode call, List<Symbol> arguments) {
    requireInitializing(state, call);
    ClassFile file = execution.file();
    if (arguments.get(0) instanceof Symbol.Lookup
        && arguments.get(1).equals(new Symbol.ClassConstant(file.name()))
        && arguments.get(2) instanceof Symbol.Literal name
        && arguments.get(3) instanceof Symbol.ClassConstant type) {
      FieldNode field = file.field(name.text());
      if (field != null && !ClassFile.is(field.access, Opcodes.ACC_STATIC)
          && field.desc.equals("L" + type.type() + ";")) {
        answer(state, new Symbol.Handle(field.name));
        return;
      }
    }
    throw refusal(state, call, "for something else than one of its own fields, with its type: " + arguments);
  }

  // Objects, and texts, which are for messages: nothing depends on what they say.

  private void construct(State state, MethodInsnNode call, List<Symbol> arguments) {
    Symbol object = arguments.get(0);
    boolean isObject = call.owner.equals("java/lang/Object")
        && (state.objects.containsKey(object) || object.equals(new Symbol.New("java/lang/Object", made(object))));
    boolean isException = Execution.isThrowable(call.owner) && object instanceof Symbol.New made
        && made.type().equals(call.owner)
        && (call.desc.equals("()V") || call.desc.equals("(Ljava/lang/String;)V")
            || execution.isInitializing() && call.desc.equals("(Ljava/lang/Throwable;)V"));
    if (isObject || isException) {
      proceed(state);
    } else if (call.owner.equals("java/lang/StringBuilder")
        && (call.desc.equals("()V") || call.desc.equals("(Ljava/lang/String;)V"))) {
      if (call.desc.equals("(Ljava/lang/String;)V")) {
        requirePlain(state, call, arguments.get(1));
      }
      proceed(state);
    } else {
      throw refusal(state, call, "which is not among the constructors that are understood");
    }
  }

  private static int made(Symbol object) {
    return object instanceof Symbol.New made ? made.number() : -1;
  }

  private void build(State state, MethodInsnNode call, List<Symbol> arguments) {
    if (!(arguments.get(0) instanceof Symbol.Builder)) {
      throw refusal(state, call, "on an object that this method has not made");
    } else if (call.name.equals("append") && arguments.size() == 2) {
      requirePlain(state, call, arguments.get(1));
      answer(state, arguments.get(0));
    } else if (call.name.equals("toString")) {
      answer(state, Symbol.TEXT);
    } else {
      throw refusal(state, call, "which is not among the callees that are understood");
    }
  }

  /** What can become part of a text without a call of the client's code. */
  private void requirePlain(State state, MethodInsnNode call, Symbol part) {
    if (!isPlain(state, part)) {
      throw refusal(state, call, "which calls the toString method of " + part);
    }
  }

  private static boolean isPlain(State state, Symbol part) {
    return part instanceof Symbol.Null || part instanceof Symbol.Number || part instanceof Symbol.AnyInt
        || part instanceof Symbol.Truth || part instanceof Symbol.Text || part instanceof Symbol.Literal
        || state.isClass(part);
  }

  /** Nobody knows the answer, so whatever depends on it must not matter. */
  private void compareTexts(State state, MethodInsnNode call, List<Symbol> arguments) {
    if (!arguments.stream().allMatch(Execution::isText)) {
      throw refusal(state, call, "which looks into " + arguments);
    }
    answer(state, new Symbol.Truth(new Condition.Unknown("the texts are equal (" + state.steps + ")")));
  }

  private void text(State state, MethodInsnNode call, Symbol part) {
    if (part instanceof Symbol.Null) {
      answer(state, new Symbol.StringOf(part));
    } else if (isPlain(state, part)) {
      answer(state, Symbol.TEXT);
    } else if (Execution.isGuarded(state)) {
      throw refusal(state, call, "and may catch what the toString method of " + part + " throws");
    } else {
      state.hasCalledClient = true;
      answer(state, new Symbol.StringOf(part));
    }
  }

  /** {@code +} of texts, as compilers write it since Java 9. Other dynamic calls are lambdas and the like. */
  void concatenate(State state, InvokeDynamicInsnNode call) {
    if (!Linkage.joins(call)) {
      throw execution.refusal(state, "it makes a " + Type.getReturnType(call.desc).getClassName()
          + " by " + call.bsm.getOwner().replace('/', '.') + " from " + List.of(call.bsmArgs)
          + ": only texts are understood, not lambdas and method references");
    }
    execution.disturbed(state, "makes a text");
    Type[] types = Type.getArgumentTypes(call.desc);
    for (int i = types.length - 1; i >= 0; i--) {
      Symbol part = state.top().frame.pop();
      if (types[i].getSize() != 1 || !isPlain(state, part)) {
        throw execution.refusal(state, "it makes a text from " + part + ", whose toString method may do anything");
      }
    }
    answer(state, Symbol.TEXT);
  }
}
