package org.metier.match;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.match.internal.OccupationReference;
import org.metier.match.internal.VacancyRow;
import org.metier.match.reason.Reason;
import org.metier.taxonomy.Taxonomy;

/// What an employment service adds to a ranking, as a matter of policy: it puts occupations forward, and
/// keeps one employer from filling a list. Every effect is a [Reason] of the match. Immutable.
///
/// As a file it is the JSON of this record, such as
/// `{"boosts":[{"list":"shortage occupations 2026","occupations":["2221","7411"],"weight":0.3}],"cap":{"most":3,"within":20}}`.
///
/// @param boosts of several that name an occupation, the one of largest weight counts, and the first of
///     equals
/// @param cap null for none
public record Policy(List<Boost> boosts, @Nullable EmployerCap cap) {
  /// Changes nothing.
  public static final Policy NONE = new Policy(List.of(), null);

  /// Occupations that are put forward.
  ///
  /// @param list what the list is called, for those who read the reason
  /// @param occupations each an ISCO-08 code of 1 to 4 digits, which stands for all occupations below it, or
  ///     the URI of an occupation
  /// @param weight added to the score of each vacancy whose first occupation is meant, greater than 0 and
  ///     at most [#MAX_WEIGHT], on the model's scale
  public record Boost(String list, Set<String> occupations, double weight) {
    /// The largest weight: what a model's strongest feature can do.
    public static final double MAX_WEIGHT = 5;

    public Boost {
      if (list.isBlank()) {
        throw new IllegalArgumentException("a boost needs the name of its list");
      }
      if (!(weight > 0 && weight <= MAX_WEIGHT)) {
        throw new IllegalArgumentException(
            "weight must be greater than 0 and at most " + MAX_WEIGHT + ", was " + weight);
      }
      occupations.forEach(OccupationReference::require);
      occupations = Collections.unmodifiableSet(new TreeSet<>(occupations));
    }
  }

  /// A limit to how many vacancies of one employer stand among the first of a ranking. Those beyond it
  /// come right after these, in their order; nothing is left out, and where there are too few others, they
  /// stay.
  ///
  /// @param most at least 1
  /// @param within how many places from the first, at least `most`
  public record EmployerCap(int most, int within) {
    public EmployerCap {
      if (most < 1 || within < most) {
        throw new IllegalArgumentException(
            "a cap must be 1 <= most <= within, was " + most + " within " + within);
      }
    }
  }

  public Policy {
    boosts = List.copyOf(boosts);
  }

  /// The policy of a home, `policy.json` in its folder; [#NONE] where there is no such file.
  ///
  /// @throws IllegalArgumentException if the file is no policy; the message names it and the place in it
  static Policy of(Home home) {
    Path file = home.folder().resolve("policy.json");
    return Files.exists(file) ? read(file) : NONE;
  }

  /// @throws IllegalArgumentException if the file cannot be read or is no policy; the message names it and
  ///     the place in it
  public static Policy read(Path file) {
    return SettingsFile.read(file, Policy.class,
        "a policy such as {\"cap\":{\"most\":3,\"within\":20}}");
  }

  /// What it adds to the score of a vacancy; empty when nothing.
  Optional<Reason.Boost> boost(VacancyRow row, Taxonomy taxonomy) {
    Reason.Boost best = null;
    for (Boost boost : boosts) {
      if (best == null || boost.weight > best.contribution()) {
        for (String occupation : boost.occupations) {
          if (OccupationReference.isMeant(occupation, row, taxonomy)) {
            best = new Reason.Boost(boost.list, occupation, boost.weight);
            break;
          }
        }
      }
    }
    return Optional.ofNullable(best);
  }
}
