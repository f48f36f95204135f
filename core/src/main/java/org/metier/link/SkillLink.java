package org.metier.link;

/// A skill that a mention in a text may mean.
///
/// @param concept its number in the taxonomy
/// @param confidence 0 to 1
/// @param label the label that spoke for it
public record SkillLink(int concept, double confidence, String label) {
  public SkillLink {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be 0 to 1, was " + confidence);
    }
  }
}
