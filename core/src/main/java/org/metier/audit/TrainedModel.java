package org.metier.audit;

import java.time.Instant;

/// A model of which it is known whose data trained it.
///
/// @param part code of the learned part, or of the question that it scores
/// @param model hash, 64 hexadecimal digits
/// @param trainedAt when
/// @param members people whose data it was trained with, those erased since left out
/// @param erased of the people it was trained with, erased since: the model was not changed by that
public record TrainedModel(String part, String model, Instant trainedAt, int members,
    int erased) {
  public TrainedModel {
    Codes.require("part", part);
    Codes.requireHex("model", model, 64);
    if (members < 0 || erased < 0) {
      throw new IllegalArgumentException(
          "members and erased must be at least 0, were " + members + " and " + erased);
    }
  }
}
