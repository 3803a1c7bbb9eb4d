package org.atomicvalue.checkers.correspondence;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a class and a specification speak of the same things.
 *
 * @param leftOut methods, by name and descriptor, of which the specification says nothing: they are not compared
 * @param words the names of the shared words, which are fields there and variables here
 * @param constants the names of constants here, by the static fields that hold them there
 * @param functionResult the field of a call that holds what a function of the client has returned
 * @param window the accesses between which nothing may fail for lack of memory or of stack
 */
public record Design(
    List<Operation> operations, List<Creation> creations, Set<String> leftOut, Set<String> words,
    Map<String, String> constants,
    String functionResult, Set<String> window) {}
