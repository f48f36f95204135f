package org.metier.duplicate;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Whether two advertisements are about one vacancy, and why. Closed, so that whoever words it handles
/// every kind.
public sealed interface Decision {
  /// What was found in either case.
  Comparison comparison();

  /// One vacancy.
  ///
  /// @param isRuled whether a person said so
  record Same(Comparison comparison, boolean isRuled) implements Decision {}

  /// One vacancy that is advertised again. Joined with the earlier one by default: it is no new job.
  ///
  /// @param daysBetween from the first day of one to the first day of the other, at least 1
  record Repost(Comparison comparison, int daysBetween) implements Decision {
    public Repost {
      if (daysBetween < 1) {
        throw new IllegalArgumentException("daysBetween must be at least 1, was " + daysBetween);
      }
    }
  }

  /// The same text of the same employer for another place: another vacancy, worth showing beside it.
  record MultiCity(Comparison comparison) implements Decision {}

  /// Two vacancies.
  ///
  /// @param vetoes at least one, the one that decided first
  record Different(Comparison comparison, List<Veto> vetoes) implements Decision {
    public Different {
      vetoes = List.copyOf(vetoes);
      if (vetoes.isEmpty()) {
        throw new IllegalArgumentException("two vacancies are told apart by at least one veto");
      }
    }

    /// Whether more speaks against them than that the texts are unlike, as those of two shortened forms of
    /// one advertisement can be.
    boolean isFirm() {
      return vetoes.getFirst() != Veto.TEXT;
    }
  }

  /// One sentence in English, without any word of the advertisements.
  default String sentence() {
    Comparison found = comparison();
    String text = String.format(Locale.ROOT, "%.0f %% of the words' runs are shared, %.0f %% of the"
        + " shorter text's", 100 * found.resemblance(), 100 * found.containment());
    return switch (this) {
      case Same same -> same.isRuled
          ? "One vacancy, as a person decided."
          : "One vacancy: " + text + agreeing(found) + ".";
      case Repost repost -> "One vacancy, advertised again after " + repost.daysBetween + " days: "
          + text + agreeing(found) + ".";
      case MultiCity _ -> "The same advertisement for another place: " + text + agreeing(found)
          + ".";
      case Different different -> "Two vacancies (" + different.vetoes.stream()
          .map(veto -> veto.name().toLowerCase(Locale.ROOT).replace('_', ' '))
          .collect(Collectors.joining(", ")) + "): " + text + agreeing(found) + ".";
    };
  }

  private static String agreeing(Comparison found) {
    List<Field> agreeing = found.fieldsThat(Agreement.AGREES);
    return agreeing.isEmpty()
        ? ""
        : "; agreeing in " + agreeing.stream()
            .map(field -> field.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
  }
}
