package org.metier.training.potential;

/// How amounts enter a linear part.
public enum Shape {
  /// As they are.
  STRAIGHT,
  /// Bent at the quarter, the middle and three quarters of the training people.
  BENT
}
