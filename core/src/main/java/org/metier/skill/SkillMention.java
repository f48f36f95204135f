package org.metier.skill;

import org.metier.text.Span;

/// A skill of the taxonomy that a text mentions.
///
/// @param span where the text does so
/// @param concept the skill's number in the taxonomy
/// @param confidence probability that the text means this skill here, 0 to 1
/// @param kind whether the taxonomy takes it for a skill or for knowledge
/// @param stance what the text says about having it
public record SkillMention(Span span, int concept, double confidence, SpanKind kind,
    Stance stance) {
  public SkillMention {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be 0 to 1, was " + confidence);
    }
  }
}
