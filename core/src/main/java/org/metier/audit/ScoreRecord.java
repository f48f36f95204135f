package org.metier.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A score to be recorded, with what it was computed from. Immutable.
///
/// @param question what is scored, a code such as `potential-26w`
/// @param inputs what it was computed from, in the scorer's own form, mostly JSON, from which it can be computed again; sealed with
///     the person's key and never in the log
/// @param model hash of the model, 64 hexadecimal digits
/// @param result SHA-256 of all that came out, 64 hexadecimal digits, as the scorer forms it
/// @param score the number that counts
/// @param band code of the band that was shown; null when it has none
/// @param reasons strongest first
public record ScoreRecord(String question, String inputs, String model, String result, double score,
    @Nullable String band, List<ReasonShare> reasons) implements DecisionRecord {
  public ScoreRecord {
    Codes.require("question", question);
    Codes.requireHex("model", model, 64);
    Codes.requireHex("result", result, 64);
    Codes.requireFinite("score", score);
    if (band != null) {
      Codes.require("band", band);
    }
    reasons = List.copyOf(reasons);
  }
}
