package org.metier.alert;

/// What an alert can ask of a vacancy. A vacancy that does not say what is asked meets the condition only if
/// the alert lets it be unknown ([Alert#mayBeUnknown]); silence is neither agreement nor refusal.
public enum Condition {
  /// Words and phrases; unknown when the language of the vacancy is none of ours.
  WORDS,
  /// Occupations and ISCO groups; unknown when the vacancy is coded to none.
  OCCUPATION,
  /// Skills; unknown when the vacancy names none.
  SKILLS,
  /// The circle; unknown when no known place of work lies in it, and one has no coordinates or there is
  /// none at all.
  NEAR,
  /// Countries; unknown when no known country fits, and one place of work has none or there is no place.
  COUNTRY,
  /// Kinds of employment; unknown when not stated.
  CONTRACT,
  /// Weekly hours; unknown when not stated.
  HOURS,
  /// Pay; unknown when not stated, or stated in another currency.
  PAY,
  /// The language of the advertisement; unknown when it is none of ours.
  LANGUAGE,
  /// Work from elsewhere; unknown when not stated.
  REMOTE
}
