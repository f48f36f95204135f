package org.metier.profile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.text.Evidence;

/// A skill that the person has.
///
/// @param uri of a skill in the taxonomy
/// @param origin how it is known
/// @param confidence 0 to 1
/// @param evidence where it was read; never empty for [Origin#STATED]
/// @param periods when it was used: those of the jobs that it was read in or that imply it; empty when
///     none is known
public record Competence(String uri, Origin origin, double confidence, List<Evidence> evidence,
    List<DateRange> periods) {
  /// How a competence is known, surest first.
  public enum Origin {
    /// The person confirmed it.
    CONFIRMED,
    /// Read in a document.
    STATED,
    /// Essential to an occupation that the person held, but not stated.
    IMPLIED
  }

  public Competence {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be 0 to 1, was " + confidence);
    }
    if (origin == Origin.STATED && evidence.isEmpty()) {
      throw new IllegalArgumentException("a stated competence needs evidence: " + uri);
    }
    evidence = List.copyOf(evidence);
    periods = List.copyOf(periods);
  }

  /// A competence of which it is not known when it was used.
  public static Competence of(String uri, Origin origin, double confidence,
      List<Evidence> evidence) {
    return new Competence(uri, origin, confidence, evidence, List.of());
  }

  /// The same competence, used in these periods.
  public Competence withPeriods(List<DateRange> used) {
    return new Competence(uri, origin, confidence, evidence, used);
  }

  /// Months in which it was used: what overlaps counts once, a gap not at all.
  ///
  /// @param today stands for the end of what goes on
  /// @return 1 to 720; null when the length of no period is known
  public @Nullable Integer monthsOfUse(LocalDate today) {
    return Periods.months(periods, today);
  }

  /// Months since it was last used, 0 when it still is.
  ///
  /// @return null when the end of no period is known
  public @Nullable Integer monthsSinceUse(LocalDate today) {
    return Periods.monthsSince(periods, today);
  }
}
