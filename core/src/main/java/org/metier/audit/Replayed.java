package org.metier.audit;

/// What came of computing a recorded decision again. Closed, so that every report is a `switch` without a default.
public sealed interface Replayed {
  /// Number of the entry.
  long entry();

  /// The same came out, to the bit.
  record Identical(long entry) implements Replayed {}

  /// Something else came out.
  ///
  /// @param first the first thing that differs, without personal data
  record Differs(long entry, String first) implements Replayed {}

  /// It could not be computed: a specification is no longer kept, a model or the inputs were changed since, or the scorer
  /// failed. Says nothing for the decision, and is to be looked into.
  ///
  /// @param why without personal data
  record Failed(long entry, String why) implements Replayed {}

  /// The person was erased: nobody can open the inputs any more.
  record InputsErased(long entry) implements Replayed {}

  /// The inputs were not kept, or their file is gone; [AuditLog#verify] finds the latter.
  record InputsGone(long entry) implements Replayed {}

  /// The model is not kept any more.
  ///
  /// @param model its hash
  record ModelGone(long entry, String model) implements Replayed {}

  /// It was computed with another taxonomy than the one at hand.
  ///
  /// @param taxonomy id of the one that is needed
  record TaxonomyGone(long entry, String taxonomy) implements Replayed {}

  /// Nothing here can compute what it is about.
  ///
  /// @param question what was scored
  record NoScorer(long entry, String question) implements Replayed {}
}
