package org.metier.oversight;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something that was said of a case, or done with it. Never changed and never taken out while the person is kept. Closed.
public sealed interface Note {
  /// When it was said.
  Instant at();

  /// What a model answered when it was asked: a score or an abstention. Closed.
  sealed interface Answer permits Shown, Abstained {
    /// When it was shown.
    Instant at();

    /// Hash of the model, 64 hexadecimal digits.
    String model();
  }

  /// A member of staff gave their own rating.
  ///
  /// @param by role or pseudonym, a code
  /// @param wasBlind whether no score of the case had been shown
  record Rated(Instant at, String by, Rating own, boolean wasBlind) implements Note {}

  /// A score was shown.
  ///
  /// @param model hash, 64 hexadecimal digits
  /// @param band null when none was shown
  /// @param chance 0 to 1
  /// @param entry number in the audit log of the score
  record Shown(Instant at, String model, @Nullable String band, double chance,
      boolean wasRatedFirst, long entry) implements Note, Answer {}

  /// The model was asked and abstained.
  ///
  /// @param model hash, 64 hexadecimal digits
  /// @param reason code of why
  /// @param entry number in the audit log of the abstention
  record Abstained(Instant at, String model, String reason, boolean wasRatedFirst, long entry)
      implements
        Note,
        Answer {}

  /// A member of staff put their rating in place of the score.
  ///
  /// @param model whose score it replaced
  /// @param from the score's chance, 0 to 1
  /// @param text what they say; empty when the reason says it all
  record Overridden(Instant at, String by, OverrideReason reason, String text, String model,
      double from, Rating to) implements Note {
    public Overridden {
      requireText(text);
      if (reason == OverrideReason.OTHER && text.isBlank()) {
        throw new IllegalArgumentException("an override for another reason must say which");
      }
    }
  }

  /// A member of staff took the override back.
  record Lifted(Instant at, String by, String text) implements Note {
    public Lifted {
      requireText(text);
      if (text.isBlank()) {
        throw new IllegalArgumentException("who lifts an override must say why");
      }
    }
  }

  /// The person disagrees, in their own words.
  record Disagreed(Instant at, String text) implements Note {
    public Disagreed {
      requireText(text);
      if (text.isBlank()) {
        throw new IllegalArgumentException("a disagreement must say with what");
      }
    }
  }

  /// What became of the person.
  ///
  /// @param isPositive whether the good outcome came, such as work within the horizon
  /// @param on day on which that was certain
  record Happened(Instant at, boolean isPositive, LocalDate on) implements Note {}

  private static void requireText(String text) {
    if (text.length() > 10_000) {
      throw new IllegalArgumentException(
          "a text must have at most 10,000 characters, had " + text.length());
    }
  }
}
