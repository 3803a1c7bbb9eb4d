package org.atomicvalue.checkers.correspondence;

/**
 * A constructor or factory method, which makes the initial state for two of the specification's constants.
 *
 * @param method name and descriptor
 * @param declared the index of the argument that is the declared type, or -1 if none is declared
 * @param initial the index of the argument that is the initial value, or -1 if there is none
 */
public record Creation(String method, int declared, int initial) {}
