package org.metier.vacancy;

import java.util.List;

/// What a person is asked to decide about a vacancy's occupation. A vacancy with a review is searchable
/// like any other; what is proposed here is not relied on by matching.
///
/// @param proposals best first, at most three; empty when nothing came near
public record OccupationReview(Cause cause, List<OccupationCode> proposals) {
  /// Why a person is asked.
  public enum Cause {
    /// The likeliest concept is less sure than the threshold.
    UNSURE,
    /// Neither code nor words speak for any concept.
    NOTHING_FOUND,
    /// The text is in none of the languages that Metier reads.
    UNKNOWN_LANGUAGE,
    /// A person's correction names a concept that this taxonomy does not have; it stays in force.
    CORRECTION_NOT_IN_TAXONOMY
  }

  public OccupationReview {
    proposals = List.copyOf(proposals);
  }
}
