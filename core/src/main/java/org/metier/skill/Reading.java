package org.metier.skill;

/// How closely a text is read for skills. Each finds what the one before finds, and more or more surely; each costs
/// more.
public enum Reading {
  /// The taxonomy's labels, wherever they stand: about as fast as the words can be cut.
  LABELS,
  /// The same, and how likely the sentence states a skill at that place: some microseconds a word, in sentences
  /// with a label.
  CHECKED,
  /// The same, and what is stated in other words than the taxonomy's, linked to it: about a millisecond more for each
  /// stretch that states a skill, once for all of equal ones.
  LINKED
}
