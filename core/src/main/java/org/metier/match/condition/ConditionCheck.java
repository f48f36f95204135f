package org.metier.match.condition;

/// What became of a condition for one pair.
public record ConditionCheck(Condition condition, Outcome outcome) {
  /// Whether it holds.
  public enum Outcome {
    /// Both sides say enough, and it holds.
    MET,
    /// Both sides say enough, and it does not hold.
    FAILED,
    /// One side does not say: nothing is hidden for that.
    UNKNOWN
  }
}
