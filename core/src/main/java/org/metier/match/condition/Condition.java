package org.metier.match.condition;

/// Something without which a vacancy is of no use to a person, however well the rest fits.
public enum Condition {
  /// Each driving licence that the vacancy demands is covered by one of the person's.
  LICENCE,
  /// The person may practise the regulated profession in the country of work; only fails where somebody
  /// said that they may not, see [Conditions#practise].
  RIGHT_TO_PRACTISE,
  /// The nearest workplace is no farther than the person would travel.
  DISTANCE,
  /// Nor does the way there take longer than the person would travel.
  COMMUTING_TIME,
  /// The contract is not of a kind that the person ruled out.
  CONTRACT,
  /// So for working on site, partly or wholly from home.
  REMOTE,
  /// The hours overlap with those wished for.
  HOURS,
  /// The pay reaches the least wished for.
  SALARY
}
