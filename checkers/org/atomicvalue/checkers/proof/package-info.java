/**
 * Proofs about TLA+ modules for all sets and all numbers: the text that TLC checks, read by SANY, the parser that TLC
 * uses, and translated to SMT-LIB.
 *
 * <p>{@link org.atomicvalue.checkers.proof.Specification} is a module read, and what of it can be said as terms:
 * constants, assumptions, states, actions, conjuncts of an invariant. {@link org.atomicvalue.checkers.proof.Translator}
 * gives expressions their meaning and refuses what it does not understand. An
 * {@link org.atomicvalue.checkers.proof.Obligation} is one claim, made free of quantifiers by
 * {@link org.atomicvalue.checkers.proof.Grounding} and put to solvers by
 * {@link org.atomicvalue.checkers.proof.Prover}. {@link org.atomicvalue.checkers.proof.Interpretation} computes terms
 * in small worlds, so that the translation can be compared with TLC.
 */
package org.atomicvalue.checkers.proof;
