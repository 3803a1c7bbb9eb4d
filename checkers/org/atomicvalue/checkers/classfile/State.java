package org.atomicvalue.checkers.classfile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Frame;

/** A thread on its way: its stack, and what has been decided so far. */
final class State {

  /** A method that runs, or waits for one that it has called. */
  static final class Activation {
    final MethodNode method;
    final Frame<Symbol> frame;
    int instruction;

    Activation(MethodNode method, Collection<Symbol> arguments) {
      this.method = method;
      frame = new Frame<>(method.maxLocals, method.maxStack);
      for (int i = 0; i < method.maxLocals; i++) {
        frame.setLocal(i, Symbol.DEAD);
      }
      int i = 0;
      for (Symbol argument : arguments) {
        frame.setLocal(i++, argument);
      }
    }

    private Activation(Activation other) {
      method = other.method;
      frame = new Frame<>(other.frame);
      instruction = other.instruction;
    }
  }

  final List<Activation> stack = new ArrayList<>();
  final List<Condition> conditions = new ArrayList<>();
  final Map<Symbol, Map<String, Symbol>> objects = new LinkedHashMap<>();
  final List<Integer> lines = new ArrayList<>();
  Path.Write write;
  Path.End end;
  boolean fenced;
  String disturbed;
  boolean hasCalledClient;
  int steps;
  int made;

  State() {}

  private State(State other) {
    other.stack.forEach(activation -> stack.add(new Activation(activation)));
    conditions.addAll(other.conditions);
    other.objects.forEach((object, fields) -> objects.put(object, new LinkedHashMap<>(fields)));
    lines.addAll(other.lines);
    write = other.write;
    end = other.end;
    fenced = other.fenced;
    disturbed = other.disturbed;
    hasCalledClient = other.hasCalledClient;
    steps = other.steps;
    made = other.made;
  }

  State copy() {
    return new State(this);
  }

  Activation top() {
    return stack.get(stack.size() - 1);
  }

  void pop() {
    stack.remove(stack.size() - 1);
  }

  /** Goes on behind the present instruction with this on the stack. */
  void answer(Symbol value) {
    top().frame.push(value);
    top().instruction++;
  }

  /** Whether the condition holds, does not, or null if both may be. */
  Boolean decide(Condition condition) {
    if (condition instanceof Condition.Always always) {
      return always.holds();
    }
    if (conditions.contains(condition)) {
      return true;
    }
    return conditions.contains(condition.negated()) ? false : null;
  }

  boolean isClass(Symbol symbol) {
    return symbol.isClass()
        || conditions.contains(new Condition.Instance(new Symbol.ClassConstant("java/lang/Class"), symbol));
  }

  int line() {
    return lines.isEmpty() ? 0 : lines.get(lines.size() - 1);
  }

  void comesTo(int line) {
    if (line() != line) {
      lines.add(line);
    }
  }

  Path path() {
    return new Path(List.copyOf(conditions), write, end, objects, fenced, disturbed, List.copyOf(lines));
  }
}
