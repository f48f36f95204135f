package org.metier.oversight;

/// One question about one person.
///
/// @param person id that the portal gave them, never a name
/// @param question a code, such as `potential-26w/2026-03`: who asks anew after months, and wants a rating anew, asks
///     another question
public record CaseId(String person, String question) {
  private static final String RANKING = "ranking";

  public CaseId {
    if (person.isBlank() || person.length() > 512) {
      throw new IllegalArgumentException(
          "a case's person must have 1 to 512 characters, had " + person.length());
    }
    if (!question.matches("[A-Za-z0-9][A-Za-z0-9_.:/-]{0,63}")) {
      throw new IllegalArgumentException("a case's question must be a code of 1 to 64 letters,"
          + " digits and _ . : / - such as potential-26w/2026-03, had " + question.length()
          + " characters");
    }
  }

  /// What is said of the rankings of vacancies that a person is shown, all of them together: there is no score to rate or
  /// override, and a disagreement is shown beside every ranking.
  public static CaseId ofRankings(String person) {
    return new CaseId(person, RANKING);
  }

  /// Never shows who it is about.
  @Override
  public String toString() {
    return "case " + question;
  }
}
