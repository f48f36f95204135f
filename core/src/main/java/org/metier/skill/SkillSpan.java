package org.metier.skill;

import org.metier.text.Span;

/// A stretch of text that states a skill or knowledge, whatever the taxonomy calls it.
///
/// @param span in the text, from the first unit of a word to the last of one
/// @param kind what it states
/// @param confidence probability that a person would mark a span of this kind that begins and ends there or
///     nearby, above 0 and at most 1
public record SkillSpan(Span span, SpanKind kind, double confidence) {
  public SkillSpan {
    if (!(confidence > 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "confidence must be above 0 and at most 1, was " + confidence);
    }
  }
}
