package org.atomicvalue.checkers.steps;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.graph.StateGraph;

/**
 * The names that a specification and the engine agree on, and the check that they agree on all others: each label in
 * the source is an action of the specification, and each action that is not the beginning or end of a call is a label.
 * Actions that never fire in the bounds of a model are known by name alone, since they are not in its graph.
 */
final class Labels {

  /** The action in which a thread begins a call. */
  static final String REQUEST = "Request";

  /** The action in which a call returns or throws. */
  static final String RESPOND = "Respond";

  /** What {@code pc} is while a thread is in no call. */
  static final String IDLE = "Idle";

  /** What {@code pc} is when a call has made its last access. */
  static final String BEFORE_RESPONSE = "Respond";

  private Labels() {}

  static void requireSame(SteppedClass subject, StateGraph spec, Set<String> neverFires) {
    Set<String> labels = subject.sites().stream().map(Site::label).collect(Collectors.toCollection(LinkedHashSet::new));
    labels.add(REQUEST);
    labels.add(RESPOND);
    Set<String> actions = new LinkedHashSet<>(spec.actions());
    for (String action : neverFires) {
      if (!actions.add(action)) {
        throw new NotConformable("the action " + action + " is said never to fire, but it does");
      }
    }
    for (Site site : subject.sites()) {
      if (!actions.contains(site.label())) {
        throw new NotConformable(
            "the label " + site.label() + " is no action of the specification, at " + site + "\n  actions: " + actions);
      }
    }
    for (String action : actions) {
      if (!labels.contains(action)) {
        throw new NotConformable(
            "no access in " + subject.type().getSimpleName() + " is labelled with the action " + action
                + " of the specification\n  labels: " + labels);
      }
    }
  }
}
