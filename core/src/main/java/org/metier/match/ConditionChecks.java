package org.metier.match;

import static org.metier.match.condition.ConditionCheck.Outcome.FAILED;
import static org.metier.match.condition.ConditionCheck.Outcome.MET;
import static org.metier.match.condition.ConditionCheck.Outcome.UNKNOWN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metier.match.condition.CommutingTime;
import org.metier.match.condition.Condition;
import org.metier.match.condition.ConditionCheck;
import org.metier.match.condition.ConditionCheck.Outcome;
import org.metier.match.condition.Conditions;
import org.metier.match.condition.PractiseRight;
import org.metier.match.feature.Feature;
import org.metier.match.internal.OccupationReference;
import org.metier.match.internal.VacancyRow;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.Wishes;
import org.metier.taxonomy.Taxonomy;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;

/// Checks conditions on pairs. Immutable and thread-safe.
///
/// What the comparison already found out is not found out again: a condition and the reason beside it
/// look at the same features.
record ConditionChecks(Conditions conditions, CommutingTime commutingTime, Taxonomy taxonomy) {
  /// The features of one pair among those of several.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Facts(double[] features, int from) {
    double of(Feature feature) {
      return features[from + feature.ordinal()];
    }
  }

  /// The conditions that apply to the pair, in their order: one that neither the vacancy nor the person
  /// raises is left out.
  ///
  /// @param features of the pair, one per [Feature]
  /// @param isRegulated whether the work may be a regulated profession
  List<ConditionCheck> all(CompetenceProfile profile, VacancyRow row, double[] features,
      boolean isRegulated) {
    List<ConditionCheck> checks = new ArrayList<>();
    for (Condition condition : Condition.values()) {
      outcome(condition, profile, row, new Facts(features, 0))
          .or(() -> Optional.of(UNKNOWN)
              .filter(o -> condition == Condition.RIGHT_TO_PRACTISE && isRegulated))
          .ifPresent(outcome -> checks.add(new ConditionCheck(condition, outcome)));
    }
    return checks;
  }

  /// The conditions that hide the pair.
  ///
  /// @param features of several pairs, of which those of this one begin at `from`
  Set<Condition> hiding(CompetenceProfile profile, VacancyRow row, double[] features, int from) {
    if (conditions.hiding().isEmpty()) {
      return Set.of();
    }
    Facts facts = new Facts(features, from);
    Set<Condition> failed = EnumSet.noneOf(Condition.class);
    for (Condition condition : conditions.hiding()) {
      if (outcome(condition, profile, row, facts).filter(o -> o == FAILED).isPresent()) {
        failed.add(condition);
      }
    }
    return failed;
  }

  private Optional<Outcome> outcome(Condition condition, CompetenceProfile profile,
      VacancyRow row, Facts facts) {
    return switch (condition) {
      case LICENCE -> licence(facts);
      case RIGHT_TO_PRACTISE -> practise(row);
      case DISTANCE -> distance(profile.wishes(), row, facts);
      case COMMUTING_TIME -> commute(profile.place(), row);
      case CONTRACT -> contract(row.contract());
      case REMOTE -> remote(row.remote());
      case HOURS -> profile.wishes().hours() == null
          ? Optional.empty()
          : Optional.of(outcome(facts.of(Feature.HOURS_GAP), facts.of(Feature.HOURS_GAP) <= 0));
      case SALARY -> profile.wishes().salary() == null
          ? Optional.empty()
          : Optional
              .of(outcome(facts.of(Feature.SALARY_RATIO), facts.of(Feature.SALARY_RATIO) >= 1));
    };
  }

  private static Outcome outcome(double fact, boolean isMet) {
    return Double.isNaN(fact) ? UNKNOWN : isMet ? MET : FAILED;
  }

  private static Optional<Outcome> licence(Facts facts) {
    double metShare = facts.of(Feature.LICENCES_MET_SHARE);
    return facts.of(Feature.LICENCES_ASKED) == 0
        ? Optional.empty()
        : Optional.of(outcome(metShare, metShare >= 1));
  }

  private Optional<Outcome> practise(VacancyRow row) {
    boolean isHeld = false;
    boolean isDenied = false;
    for (PractiseRight right : conditions.practise()) {
      if (isIn(right.country(), row)
          && OccupationReference.isMeant(right.occupation(), row, taxonomy)) {
        isHeld |= right.isHeld();
        isDenied |= !right.isHeld();
      }
    }
    return isHeld ? Optional.of(MET) : isDenied ? Optional.of(FAILED) : Optional.empty();
  }

  private static boolean isIn(String country, VacancyRow row) {
    int packed = VacancyRow.packed(country);
    for (int i = 0; i < row.placeCount(); i++) {
      if (row.place(i).country() == packed) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Outcome> distance(Wishes wishes, VacancyRow row, Facts facts) {
    if (wishes.maxDistanceKm() == null) {
      return Optional.empty();
    }
    double shareOfMax = facts.of(Feature.DISTANCE_SHARE_OF_MAX);
    return Optional.of(
        row.remote() == RemoteWork.REMOTE ? MET : outcome(shareOfMax, shareOfMax <= 1));
  }

  private Optional<Outcome> commute(@Nullable Place home, VacancyRow row) {
    Integer most = conditions.maxCommuteMinutes();
    if (most == null) {
      return Optional.empty();
    }
    if (row.remote() == RemoteWork.REMOTE) {
      return Optional.of(MET);
    }
    GeoPoint from = home == null ? null : home.distancePoint();
    Outcome outcome = UNKNOWN;
    for (int i = 0; i < row.placeCount(); i++) {
      GeoPoint to = row.place(i).point();
      Duration time = from == null || to == null ? null : commutingTime.between(from, to);
      if (time == null) {
        return Optional.of(UNKNOWN); // that one could be near
      }
      if (time.toSeconds() <= 60L * most) {
        return Optional.of(MET);
      }
      outcome = FAILED;
    }
    return Optional.of(outcome);
  }

  private Optional<Outcome> contract(@Nullable Contract contract) {
    return conditions.ruledOutContracts().isEmpty()
        ? Optional.empty()
        : Optional.of(contract == null
            ? UNKNOWN
            : conditions.ruledOutContracts().contains(contract) ? FAILED : MET);
  }

  private Optional<Outcome> remote(@Nullable RemoteWork remote) {
    return conditions.ruledOutRemote().isEmpty()
        ? Optional.empty()
        : Optional.of(remote == null
            ? UNKNOWN
            : conditions.ruledOutRemote().contains(remote) ? FAILED : MET);
  }
}
