package org.metier.skill;

/// What a text says about somebody's having a skill that it mentions.
public enum Stance {
  /// Said without more: in a CV the person has it; a vacancy only mentions it.
  STATED,
  /// The person lacks it ("no experience with"), or the employer says that nobody needs it.
  NEGATED,
  /// The person would like to learn it.
  WISHED,
  /// Other people have it ("led a team of welders").
  OTHERS,
  /// The employer demands it.
  REQUIRED,
  /// The employer would welcome it.
  NICE_TO_HAVE,
  /// It stands in a sentence on data protection or diversity, or the employer speaks of itself.
  BOILERPLATE
}
