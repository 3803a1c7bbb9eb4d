package org.atomicvalue.checkers.tlc;

import java.util.OptionalLong;

/**
 * An action, which is what TLC counts as one: a disjunct of the next-state relation.
 *
 * @param name as TLC gives it: {@code Read}, {@code Lock!Read} where the module is an instance, or, of a disjunct
 *     without a name, that of the definition it stands in
 * @param place where it is defined; of a disjunct without a name, where that stands
 * @param steps how many it took in the search. Absent if that is not known: to rebuild a counter-example TLC takes
 *     steps again, and counts them too.
 */
public record Action(String name, Place place, OptionalLong steps) {

  boolean neverFired() {
    return steps.isPresent() && steps.getAsLong() == 0;
  }
}
