package org.atomicvalue.conformance;

import java.util.List;

/** Values of the object's words, as objects and by name. */
record Words(int number, Object[] values, List<TlaValue> names) {}
