package org.metier.match;

import static org.metier.match.ConditionCheck.Outcome.FAILED;
import static org.metier.match.ConditionCheck.Outcome.MET;
import static org.metier.match.ConditionCheck.Outcome.UNKNOWN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metier.match.ConditionCheck.Outcome;
import org.metier.match.internal.VacancyRow;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;

/// Checks conditions on pairs. Immutable and thread-safe.
///
/// What the comparison already found out is not found out again: a condition and the reason beside it
/// look at the same facts.
record ConditionChecks(Conditions conditions, CommutingTime commutingTime, Taxonomy taxonomy) {

  /// The conditions that apply to the pair, in their order: one that neither the vacancy nor the person
  /// raises is left out.
  ///
  /// @param isRegulated whether the work may be a regulated profession
  List<ConditionCheck> all(CompetenceProfile profile, VacancyRow row, Comparison facts,
      boolean isRegulated) {
    List<ConditionCheck> checks = new ArrayList<>();
    for (Condition condition : Condition.values()) {
      outcome(condition, profile, row, facts)
          .or(() -> Optional.of(UNKNOWN)
              .filter(o -> condition == Condition.RIGHT_TO_PRACTISE && isRegulated))
          .ifPresent(outcome -> checks.add(new ConditionCheck(condition, outcome)));
    }
    return checks;
  }

  /// The conditions that hide the pair.
  Set<Condition> hiding(CompetenceProfile profile, VacancyRow row, Comparison facts) {
    if (conditions.hiding().isEmpty()) {
      return Set.of();
    }
    Set<Condition> failed = EnumSet.noneOf(Condition.class);
    for (Condition condition : conditions.hiding()) {
      if (outcome(condition, profile, row, facts).filter(o -> o == FAILED).isPresent()) {
        failed.add(condition);
      }
    }
    return failed;
  }

  private Optional<Outcome> outcome(Condition condition, CompetenceProfile profile,
      VacancyRow row, Comparison facts) {
    return switch (condition) {
      case LICENCE -> licence(facts.licences());
      case RIGHT_TO_PRACTISE -> practise(row);
      case DISTANCE -> distance(facts.distance());
      case COMMUTING_TIME -> commute(profile.place(), row);
      case CONTRACT -> contract(row.contract());
      case REMOTE -> remote(row.remote());
      case HOURS -> profile.wishes().hours() == null
          ? Optional.empty()
          : Optional.of(outcome(facts.terms().hoursGap(), facts.terms().hoursGap() <= 0));
      case SALARY -> profile.wishes().salary() == null
          ? Optional.empty()
          : Optional.of(outcome(facts.terms().salaryRatio(), facts.terms().salaryRatio() >= 1));
    };
  }

  private static Outcome outcome(double fact, boolean isMet) {
    return Double.isNaN(fact) ? UNKNOWN : isMet ? MET : FAILED;
  }

  private static Optional<Outcome> licence(LicenceFit licences) {
    return licences.asked().isEmpty()
        ? Optional.empty()
        : Optional.of(outcome(licences.metShare(), licences.metShare() >= 1));
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

  private static Optional<Outcome> distance(DistanceFit distance) {
    if (distance.maxDistanceKm() == null) {
      return Optional.empty();
    }
    return Optional.of(distance.remote() == RemoteWork.REMOTE
        ? MET
        : outcome(distance.shareOfMax(), distance.shareOfMax() <= 1));
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
