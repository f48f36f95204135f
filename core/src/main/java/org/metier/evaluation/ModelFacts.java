package org.metier.evaluation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which model it is.
///
/// @param name such as `potential`
/// @param sha256 of the model file, 64 hexadecimal digits in lower case
/// @param family how it computes, such as `logistic regression`
/// @param task what it does, such as `chance of work within 26 weeks`
/// @param features in the order of the model
/// @param trainedAt null when that is not known
public record ModelFacts(String name, String sha256, String family, String task,
    List<String> features, @Nullable Instant trainedAt) {
  public ModelFacts {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "sha256 must be 64 hexadecimal digits in lower case, was " + sha256);
    }
    features = List.copyOf(features);
  }
}
