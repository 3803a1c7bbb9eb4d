package org.atomicvalue.checkers.classfile;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.objectweb.asm.tree.analysis.Value;

/** What a variable of Java holds, said in terms of a call, of the object's fields and of what accesses have shown. */
public sealed interface Symbol extends Value {

  Symbol NULL = new Null();
  Symbol HOLDER = new Holder();
  Symbol TEXT = new Text();
  Symbol DEAD = new Dead();

  /** The null reference. */
  record Null() implements Symbol {
    @Override
    public String toString() {
      return "null";
    }
  }

  /** The object whose method is called. */
  record Holder() implements Symbol {
    @Override
    public String toString() {
      return "this";
    }
  }

  /**
   * Any reference at all, or with {@code type} java/lang/Class, any class object or null.
   *
   * @param name what it stands for
   * @param type the internal name of its static type, where the virtual machine enforces that
   */
  record Reference(String name, String type) implements Symbol {
    @Override
    public String toString() {
      return name;
    }
  }

  /** The class of an object that is not null. */
  record ClassOf(Symbol object) implements Symbol {
    @Override
    public String toString() {
      return object + ".getClass()";
    }
  }

  /** The class object of a name, as seen from the class under test. */
  record ClassConstant(String type) implements Symbol {
    @Override
    public String toString() {
      return type.replace('/', '.') + ".class";
    }
  }

  /** An object that the static initializer makes for this class alone, by the name of its field. */
  record Constant(String field) implements Symbol {
    @Override
    public String toString() {
      return field;
    }
  }

  /** A text that nobody looks into. Not null. */
  record Text() implements Symbol {
    @Override
    public String toString() {
      return "a text";
    }
  }

  /** A text of the constant pool. Only the static initializer may look into it. */
  record Literal(String text) implements Symbol {
    @Override
    public String toString() {
      return '"' + text + '"';
    }
  }

  /** {@code String.valueOf(object)}, which calls code of the client. */
  record StringOf(Symbol object) implements Symbol {
    @Override
    public String toString() {
      return "String.valueOf(" + object + ")";
    }
  }

  /**
   * An object that the method has made.
   *
   * @param number tells several of one path apart
   */
  record New(String type, int number) implements Symbol {
    @Override
    public String toString() {
      return "new " + type.substring(type.lastIndexOf('/') + 1);
    }
  }

  /** A {@code StringBuilder} under construction: a text to come. */
  record Builder() implements Symbol {}

  /** {@code MethodHandles.lookup()}, in the static initializer. */
  record Lookup() implements Symbol {}

  /** A {@code VarHandle} of an instance field of this class. */
  record Handle(String field) implements Symbol {}

  /** An int of which the value is known. */
  record Number(int value) implements Symbol {
    @Override
    public String toString() {
      return Integer.toString(value);
    }
  }

  /** The int 1 or 0, a boolean, as a condition. */
  record Truth(Condition condition) implements Symbol {
    @Override
    public String toString() {
      return condition.toString();
    }
  }

  /** Any int. */
  record AnyInt() implements Symbol {
    @Override
    public String toString() {
      return "any int";
    }
  }

  /** What is in a local variable that is not read again. */
  record Dead() implements Symbol {
    @Override
    public String toString() {
      return "-";
    }
  }

  @Override
  default int getSize() {
    return 1;
  }

  /** The same with references replaced. */
  default Symbol replaced(UnaryOperator<Symbol> references) {
    if (this instanceof Reference) {
      return references.apply(this);
    } else if (this instanceof ClassOf of) {
      return new ClassOf(of.object.replaced(references));
    } else if (this instanceof StringOf of) {
      return new StringOf(of.object.replaced(references));
    } else if (this instanceof Truth truth) {
      return new Truth(truth.condition.replaced(references));
    }
    return this;
  }

  /** Visits every reference in this symbol. */
  default void references(Consumer<Reference> visitor) {
    replaced(reference -> {
      visitor.accept((Reference) reference);
      return reference;
    });
  }

  /** Whether it is known not to be null, whatever the path. */
  default boolean isSurelyNotNull() {
    return !(this instanceof Null || this instanceof Reference || this instanceof Dead);
  }

  /** Whether it is known to be a class object or null, so that its string form is the platform's own. */
  default boolean isClass() {
    return this instanceof ClassOf || this instanceof ClassConstant
        || this instanceof Reference reference && reference.type.equals("java/lang/Class");
  }
}
