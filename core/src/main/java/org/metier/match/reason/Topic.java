package org.metier.match.reason;

/// One thing that a profile and a vacancy can be compared by, and about which a person can be asked.
///
/// Words in common are none: they are another way to read what skills and occupations say. Nor is
/// freshness, which belongs to neither side.
public enum Topic {
  /// Skills of the person; what the vacancy needs.
  SKILLS(Side.CAN_DO),
  /// Occupations held; that of the vacancy.
  HELD_OCCUPATION(Side.CAN_DO),
  /// When the person worked, and for how long.
  EXPERIENCE(Side.CAN_DO),
  /// The level of education, where one is asked for.
  EDUCATION(Side.CAN_DO),
  /// Languages, where any are asked for.
  LANGUAGES(Side.CAN_DO),
  /// Driving licences, where any are asked for.
  LICENCES(Side.CAN_DO),
  /// Occupations that the person wishes for.
  WANTED_OCCUPATION(Side.WANTS_TO),
  /// Where the person lives, and where the work is done.
  PLACE(Side.WANTS_TO),
  /// How far the person would travel.
  MAX_DISTANCE(Side.WANTS_TO),
  /// Whether the person wants to work from home.
  REMOTE(Side.WANTS_TO),
  /// Kinds of contract that would do.
  CONTRACT(Side.WANTS_TO),
  /// Hours a week.
  HOURS(Side.WANTS_TO),
  /// Pay.
  SALARY(Side.WANTS_TO);

  private final Side side;

  Topic(Side side) {
    this.side = side;
  }

  public Side side() {
    return side;
  }
}
