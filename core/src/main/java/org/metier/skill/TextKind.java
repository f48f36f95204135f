package org.metier.skill;

/// What kind of text mentions a skill, and so whose skills it is about.
public enum TextKind {
  /// Somebody on their own skills.
  CV,
  /// An employer on the skills of whom it looks for.
  VACANCY
}
