package org.metier.audit;

/// Computes a score again from what it was recorded with. Whoever records [ScoreRecord]s brings one for each question.
public interface Recomputation {
  /// @param inputs as they were recorded
  /// @param model content of the model's file, as it was kept in the [ModelArchive]
  /// @throws AuditException if it cannot be computed, such as where a specification is no longer kept: the message says what is
  ///     missing and where, and holds no personal data
  /// @return SHA-256 of all that comes out, formed as [ScoreRecord#result] was
  String result(String inputs, byte[] model);
}
