package org.metier.audit;

/// What a scorer came to, to be recorded with what it went by: a score, or that it abstained. Closed.
public sealed interface DecisionRecord permits ScoreRecord, AbstentionRecord {
  /// What was asked, a code such as `potential-26w`.
  String question();

  /// What it went by, in the scorer's own form.
  String inputs();

  /// Hash of the model, 64 hexadecimal digits.
  String model();
}
