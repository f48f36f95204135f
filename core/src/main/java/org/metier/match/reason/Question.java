package org.metier.match.reason;

/// What Metier would like to be told, and how much that could matter.
///
/// @param asked who could answer
/// @param reach how far the answer could move the score, from its least to its most fitting, greater
///     than 0, on the model's scale; of several matches the mean
public record Question(Topic topic, Party asked, double reach) {
  /// Who could answer.
  public enum Party {
    /// The job seeker, or the counsellor for them.
    PERSON,
    /// Whoever published the vacancy.
    EMPLOYER
  }

  public Question {
    if (!(reach > 0 && reach < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("reach must be greater than 0 and finite, was " + reach);
    }
  }
}
