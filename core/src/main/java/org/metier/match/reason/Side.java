package org.metier.match.reason;

/// What a part of a score speaks about. Each [org.metier.match.feature.Feature] and each [Reason] belongs to one side.
public enum Side {
  /// What the person can do: skills, occupations held, experience, education, languages, licences, words.
  CAN_DO,
  /// What the person wants: occupations wished for, the way to work, remote work, terms.
  WANTS_TO,
  /// What holds whoever asks: how fresh the vacancy is, and what policy adds.
  MARKET
}
