package org.metier.coding;

import org.metier.skill.Stances;
import org.metier.skill.TextKind;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.work.Importance;

/// Tells from the words around a requirement how much it counts: the cue in its own sentence decides, else
/// the last heading before it; see [Stances]. Not thread-safe.
final class Cues {
  private final Stances stances;

  Cues(Language language, String text) {
    stances = Stances.of(TextKind.VACANCY, language, text);
  }

  /// @param span of the requirement in the text
  Importance importance(Span span) {
    return switch (stances.demand(span)) {
      case REQUIRED -> Importance.REQUIRED;
      case NICE_TO_HAVE -> Importance.DESIRED;
      case STATED, NEGATED, WISHED, OTHERS, BOILERPLATE -> Importance.MENTIONED;
    };
  }
}
