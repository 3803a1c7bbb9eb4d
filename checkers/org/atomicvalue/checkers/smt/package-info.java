/**
 * Questions to SMT solvers: {@link org.atomicvalue.checkers.smt.Term}s make up a
 * {@link org.atomicvalue.checkers.smt.Script} in SMT-LIB 2.6, which any {@link org.atomicvalue.checkers.smt.Solver}
 * decides. Two solvers of independent make run in this process: Z3 (C++) and SMTInterpol (Java). What a script says is
 * text that a person can read and hand to a third solver.
 */
package org.atomicvalue.checkers.smt;
