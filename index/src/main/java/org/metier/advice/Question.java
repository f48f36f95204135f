package org.metier.advice;

/// What a person should be asked, because the advice cannot do without it or would be better with it.
public enum Question {
  /// What the person can do: no skill was confirmed or stated.
  SKILLS,
  /// What work the person has done or wants: no occupation is known.
  WORK,
  /// Where the person lives: all vacancies count as in reach, however far.
  PLACE,
  /// How far the person would go, when the place is known: the same.
  DISTANCE,
  /// What the vacancy is about: neither its skills nor its occupation are known to the taxonomy.
  TARGET
}
