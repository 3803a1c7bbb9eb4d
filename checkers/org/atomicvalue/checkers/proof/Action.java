package org.atomicvalue.checkers.proof;

import java.util.List;
import org.atomicvalue.checkers.smt.Term;

/**
 * One of the actions that Next is made of.
 *
 * @param name of the definition, such as {@code ClaimType}
 * @param place module and line
 * @param parameters what it is an action of: for each variable that Next binds around it, a constant of its name
 * @param guards that these are in the sets over which Next ranges
 * @param formula what it says of the state before and the state after it
 */
public record Action(String name, String place, List<Term> parameters, List<Term> guards, Term formula) {}
