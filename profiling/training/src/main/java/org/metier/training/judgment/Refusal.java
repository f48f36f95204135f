package org.metier.training.judgment;

/// Why a line of a log, or a row that it made, is not learnt from.
public enum Refusal {
  /// The line is not what a line should be, such as one with a property that nobody knows.
  BAD_LINE("not a line of a log"),
  /// No profile has the person's id.
  UNKNOWN_PERSON("the person has no profile"),
  /// The vacancies do not have it.
  UNKNOWN_VACANCY("the vacancy is not among the vacancies"),
  /// The event's list, or its vacancy in it, was not shown before.
  UNKNOWN_IMPRESSION("no impression before it"),
  /// The list was shown to another person, or at another time, before; or the vacancy was in it already.
  CONTRADICTION("the list says otherwise before"),
  /// It happened before the impression.
  EARLIER_EVENT("dated before its impression"),
  /// The vacancy was posted after the impression, so that its content cannot be what was shown: a leak.
  LATER_VACANCY("the vacancy is dated after the impression"),
  /// The profile says what began or ended after the impression, such as the job that came of it: a leak.
  LATER_PROFILE("the profile is dated after the impression");

  private final String words;

  Refusal(String words) {
    this.words = words;
  }

  /// In words, such as "the person has no profile".
  public String words() {
    return words;
  }
}
