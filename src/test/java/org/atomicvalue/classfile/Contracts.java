package org.atomicvalue.classfile;

import static org.atomicvalue.checkers.correspondence.Design.OF_ONE_TYPE;
import static org.atomicvalue.checkers.correspondence.Design.OF_THE_DECLARED_TYPE;

import java.util.List;
import java.util.Map;
import org.atomicvalue.checkers.classfile.Condition;
import org.atomicvalue.checkers.classfile.Contract;
import org.atomicvalue.checkers.classfile.Execution;
import org.atomicvalue.checkers.classfile.Symbol;

/**
 * load and compareAndSwap as the updates see them: one step each, on the one word of {@code Updates.tla}. If this said
 * something else than {@code Operations.tla}, the class's steps would not be those of {@code Updates.tla}.
 */
final class Contracts {

  private static final String WORD = "value";
  private static final Symbol PRESENT = new Symbol.Reference(Execution.PRESENT, "java/lang/Object");
  private static final String NULL_POINTER = "java/lang/NullPointerException";
  private static final String CLASS_CAST = "java/lang/ClassCastException";

  private Contracts() {}

  static Map<String, Contract> ofUpdates() {
    return Map.of(
        "load()Ljava/lang/Object;", new Contract(WORD, arguments -> List.of(returns(PRESENT))),
        "compareAndSwap(Ljava/lang/Object;Ljava/lang/Object;)Z",
        new Contract(WORD, arguments -> compareAndSwap(arguments.get(0), arguments.get(1))));
  }

  private static List<Contract.Ending> compareAndSwap(Symbol expected, Symbol value) {
    Condition isNull = Condition.same(value, Symbol.NULL);
    Condition isDeclared = new Condition.Stated(OF_THE_DECLARED_TYPE, List.of(value));
    Condition expectsNone = Condition.same(expected, Symbol.NULL);
    Condition fitsExpected = new Condition.Stated(OF_ONE_TYPE, List.of(expected, value));
    Condition isEmpty = Condition.same(PRESENT, Symbol.NULL);
    Condition fitsPresent = new Condition.Stated(OF_ONE_TYPE, List.of(PRESENT, value));
    Condition isExpected = Condition.same(PRESENT, expected);
    return List.of(
        throwsNew(NULL_POINTER, isNull),
        throwsNew(CLASS_CAST, isNull.negated(), isDeclared.negated()),
        throwsNew(CLASS_CAST, isNull.negated(), isDeclared, expectsNone.negated(), fitsExpected.negated()),
        throwsNew(CLASS_CAST, isNull.negated(), isDeclared, expectsNone, isEmpty.negated(), fitsPresent.negated()),
        throwsNew(CLASS_CAST, isNull.negated(), isDeclared, expectsNone.negated(), fitsExpected, isEmpty.negated(),
            fitsPresent.negated()),
        writes(value, isNull.negated(), isDeclared, expectsNone, isEmpty),
        writes(value, isNull.negated(), isDeclared, expectsNone.negated(), fitsExpected, isEmpty.negated(), fitsPresent,
            isExpected),
        returns(new Symbol.Number(0), isNull.negated(), isDeclared, expectsNone, isEmpty.negated(), fitsPresent),
        returns(new Symbol.Number(0), isNull.negated(), isDeclared, expectsNone.negated(), fitsExpected, isEmpty),
        returns(new Symbol.Number(0), isNull.negated(), isDeclared, expectsNone.negated(), fitsExpected,
            isEmpty.negated(), fitsPresent, isExpected.negated()));
  }

  private static Contract.Ending returns(Symbol value, Condition... conditions) {
    return new Contract.Ending(List.of(conditions), null, value, null);
  }

  private static Contract.Ending writes(Symbol value, Condition... conditions) {
    return new Contract.Ending(List.of(conditions), value, new Symbol.Number(1), null);
  }

  private static Contract.Ending throwsNew(String type, Condition... conditions) {
    return new Contract.Ending(List.of(conditions), null, null, type);
  }
}
