package org.metier.audit;

/// That a scorer abstained, to be recorded. Of what it went by the log keeps a keyed fingerprint alone. Immutable.
///
/// @param question what would have been scored, a code such as `potential-26w`
/// @param inputs what there was to go by, in the scorer's own form
/// @param model hash of the model, 64 hexadecimal digits
/// @param reason code of why, such as `TOO_LITTLE_KNOWN`
public record AbstentionRecord(String question, String inputs, String model, String reason)
    implements
      DecisionRecord {
  public AbstentionRecord {
    Codes.require("question", question);
    Codes.requireHex("model", model, 64);
    Codes.require("reason", reason);
  }
}
