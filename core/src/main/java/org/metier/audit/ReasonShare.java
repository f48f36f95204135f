package org.metier.audit;

/// A reason as the log has it: a code and a number, never words.
///
/// @param code such as `essentialSkills` or the name of a feature
/// @param share of the score
public record ReasonShare(String code, double share) {
  public ReasonShare {
    Codes.require("a reason's code", code);
    Codes.requireFinite("a reason's share", share);
  }
}
