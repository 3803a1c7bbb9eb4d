package org.atomicvalue.checkers.classfile;

import java.util.List;
import java.util.function.UnaryOperator;

/** What must be so for a path to be taken. */
public sealed interface Condition {

  Condition TRUE = new Always(true);
  Condition FALSE = new Always(false);

  /** A condition that has been decided. */
  record Always(boolean holds) implements Condition {}

  /** {@code ==} of references. */
  record Same(Symbol left, Symbol right) implements Condition {
    @Override
    public String toString() {
      return left + " == " + right;
    }
  }

  /** {@code type.isInstance(object)}. */
  record Instance(Symbol type, Symbol object) implements Condition {
    @Override
    public String toString() {
      return type + ".isInstance(" + object + ")";
    }
  }

  /** {@code type.isPrimitive()}. */
  record Primitive(Symbol type) implements Condition {
    @Override
    public String toString() {
      return type + ".isPrimitive()";
    }
  }

  /** What a contract says of these, by the name of the relation. */
  record Stated(String relation, List<Symbol> symbols) implements Condition {
    @Override
    public String toString() {
      return relation + symbols;
    }
  }

  /** What depends on something of which nothing is known: it may be so or not. */
  record Unknown(String name) implements Condition {
    @Override
    public String toString() {
      return name;
    }
  }

  record Not(Condition condition) implements Condition {
    @Override
    public String toString() {
      return condition instanceof Same same ? same.left + " != " + same.right : "!" + condition;
    }
  }

  default Condition negated() {
    if (this instanceof Not not) {
      return not.condition;
    }
    return this instanceof Always always ? always(!always.holds) : new Not(this);
  }

  static Condition always(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  /** Whether nothing is known of it. */
  default boolean isUnknown() {
    return this instanceof Unknown || this instanceof Not not && not.condition.isUnknown();
  }

  /** {@code left == right}, decided where the symbols alone decide it. */
  static Condition same(Symbol left, Symbol right) {
    if (left.equals(right) && !(left instanceof Symbol.Text || left instanceof Symbol.StringOf)) {
      return TRUE;
    }
    if (left instanceof Symbol.Null) {
      return right.isSurelyNotNull() ? FALSE : new Same(right, left);
    }
    if (right instanceof Symbol.Null && left.isSurelyNotNull()) {
      return FALSE;
    }
    if (left instanceof Symbol.New || right instanceof Symbol.New) {
      return FALSE; // Nobody else has seen it.
    }
    return new Same(left, right);
  }

  /** The same with references replaced. */
  default Condition replaced(UnaryOperator<Symbol> references) {
    if (this instanceof Same same) {
      return same(same.left.replaced(references), same.right.replaced(references));
    } else if (this instanceof Instance instance) {
      return new Instance(instance.type.replaced(references), instance.object.replaced(references));
    } else if (this instanceof Primitive primitive) {
      return new Primitive(primitive.type.replaced(references));
    } else if (this instanceof Stated stated) {
      return new Stated(
          stated.relation, stated.symbols.stream().map(symbol -> symbol.replaced(references)).toList());
    } else if (this instanceof Not not) {
      return not.condition.replaced(references).negated();
    }
    return this;
  }
}
