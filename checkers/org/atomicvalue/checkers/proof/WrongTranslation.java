package org.atomicvalue.checkers.proof;

import java.util.List;
import java.util.function.Function;
import org.atomicvalue.checkers.smt.Term;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDeclNode;

/** Translations that are wrong, each in one way, to see that somebody notices. */
public enum WrongTranslation {
  /** {@code x'} means {@code x} where x is a variable that is no function. */
  PRIMED_VARIABLE_READ_UNPRIMED(names -> new Translator(names) {
    @Override
    Symbolic variable(OpDeclNode variable, boolean next) {
      Symbolic before = super.variable(variable, false);
      return before instanceof Symbolic.Mapping ? super.variable(variable, next) : before;
    }
  }),

  /** {@code [f EXCEPT ![a] = e]} means {@code f}. */
  EXCEPT_FORGETS(names -> new Translator(names) {
    @Override
    Symbolic except(
        Symbolic value, ExprOrOpArgNode[] path, int depth, OpApplNode pair, Scope scope, boolean next) {
      return value;
    }
  }),

  /** {@code [f EXCEPT ![a] = e]} changes {@code f} everywhere. */
  EXCEPT_CHANGES_ALL(names -> new Translator(names) {
    @Override
    Symbolic except(
        Symbolic value, ExprOrOpArgNode[] path, int depth, OpApplNode pair, Scope scope, boolean next) {
      return value instanceof Symbolic.Mapping mapping && depth < path.length
          ? new Symbolic.Mapping(
              mapping.domain(), x -> except(mapping.at().apply(x), path, depth + 1, pair, scope, next))
          : super.except(value, path, depth, pair, scope, next);
    }
  }),

  /** {@code \A} means {@code \E} and the other way round. */
  QUANTIFIER_TURNED_ROUND(names -> new Translator(names) {
    @Override
    Term quantified(OpApplNode node, Scope scope, boolean next, boolean all) {
      return super.quantified(node, scope, next, !all);
    }
  }),

  /** The first arm of each CASE that has several is not there. */
  CASE_ARM_DROPPED(names -> new Translator(names) {
    @Override
    List<ExprOrOpArgNode> arms(OpApplNode node) {
      List<ExprOrOpArgNode> arms = super.arms(node);
      return arms.size() > 1 ? arms.subList(1, arms.size()) : arms;
    }
  }),

  /** Strings are names, of which two may mean the same value. */
  STRINGS_MAY_BE_EQUAL(names -> new Translator(names) {
    @Override
    Term string(String quoted) {
      String name = "the string " + quoted.replace("\"", "");
      undefined().put(name, List.of(Symbols.VALUE));
      return Term.symbol(name);
    }
  }),

  /** {@code \notin} means {@code \in}, and the other way round, for sets that are written out. */
  MEMBERSHIP_DENIED(names -> new Translator(names) {
    @Override
    Term contains(ExprOrOpArgNode[] arguments, Scope scope, boolean next) {
      Term term = super.contains(arguments, scope, next);
      return set(arguments[1], scope, next) instanceof SymbolicSet.Enumerated ? Term.not(term) : term;
    }
  });

  private final Function<Translator.Names, Translator> translator;

  WrongTranslation(Function<Translator.Names, Translator> translator) {
    this.translator = translator;
  }

  Function<Translator.Names, Translator> translator() {
    return translator;
  }
}
