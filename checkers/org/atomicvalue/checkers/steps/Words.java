package org.atomicvalue.checkers.steps;

import java.util.List;
import org.atomicvalue.checkers.graph.TlaValue;

/** Values of the object's words, as objects and by name. */
record Words(int number, Object[] values, List<TlaValue> names) {}
