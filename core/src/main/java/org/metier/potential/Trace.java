package org.metier.potential;

import java.util.List;

/// What a log records of an assessment so that it can be found and computed again, without a value of the person.
/// Immutable.
///
/// @param modelSha256 of the model's file
/// @param specificationSha256 of the specification
/// @param inputSha256 of what was known of the person, see [Facts#sha256]
/// @param reasons as codes: abstentions, or the features that moved the score most, each with `+` or `-`
public record Trace(String modelSha256, String specificationSha256, String inputSha256,
    List<String> reasons) {
  public Trace {
    reasons = List.copyOf(reasons);
  }
}
