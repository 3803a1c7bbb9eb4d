package org.atomicvalue.checkers.steps;

import java.util.List;
import org.atomicvalue.checkers.graph.State;

/** A class does not take exactly the steps of its specification; the message shows where they part. */
public final class Difference extends AssertionError {

  private static final long serialVersionUID = 1;

  /**
   * A step.
   *
   * @param action its label; empty for the initial state
   * @param state to which it leads
   */
  public record Step(String action, State state) {}

  private final transient List<Step> way;
  private final transient List<Step> onlyInClass;
  private final transient List<Step> onlyInSpec;

  Difference(String report, List<Step> way, List<Step> onlyInClass, List<Step> onlyInSpec) {
    super(report);
    this.way = List.copyOf(way);
    this.onlyInClass = List.copyOf(onlyInClass);
    this.onlyInSpec = List.copyOf(onlyInSpec);
  }

  /** A shortest way to where they part, from the initial state, on which they agree. */
  public List<Step> way() {
    return way;
  }

  /** What the class does there, and the specification does not allow. */
  public List<Step> onlyInClass() {
    return onlyInClass;
  }

  /** What the specification allows there, and the class does not do. */
  public List<Step> onlyInSpec() {
    return onlyInSpec;
  }
}
