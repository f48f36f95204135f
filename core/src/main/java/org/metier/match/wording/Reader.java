package org.metier.match.wording;

/// Who reads why a match was found.
public enum Reader {
  /// The person: in plain words, what fits, what does not, and what would help. Never a score, a share of
  /// one or a probability, and no term of the trade.
  JOB_SEEKER,
  /// Who advises the person: the evidence on both sides in quotes, what is unknown, what to ask, and in words
  /// how much each reason counts. No scores either.
  COUNSELLOR,
  /// Who answers for the model: the counsellor's text with the exact share of each reason, the features
  /// with their values and Shapley values, and the sums.
  ANALYST
}
