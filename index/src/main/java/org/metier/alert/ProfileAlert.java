package org.metier.alert;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.coding.IscoCodes;
import org.metier.place.Place;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.HeldOccupation;
import org.metier.profile.Wishes;
import org.metier.taxonomy.Taxonomy;
import org.metier.work.RemoteWork;

/// Derives an alert's conditions from a profile.
final class ProfileAlert {
  private static final int KNOWN = 2;
  private static final int IMPLIED = 1;

  private ProfileAlert() {}

  static Alert.Builder of(Alert.Builder alert, CompetenceProfile profile, int leastSkills,
      Taxonomy taxonomy) {
    if (leastSkills < 0) {
      throw new IllegalArgumentException("leastSkills must be at least 0, was " + leastSkills);
    }
    Wishes wishes = profile.wishes();
    Set<String> occupations = new TreeSet<>(wishes.occupations());
    Set<String> groups = new TreeSet<>();
    for (HeldOccupation held : profile.occupations()) {
      String group = held.uri() == null ? "" : IscoCodes.of(taxonomy, held.uri());
      if (!group.isEmpty()) {
        groups.add(group);
      } else if (held.uri() != null) {
        occupations.add(held.uri());
      }
    }
    return alert.occupations(occupations)
        .iscoGroups(groups)
        .skills(skills(profile, leastSkills))
        .near(near(profile.place(), wishes.maxDistanceKm()))
        .contracts(wishes.contracts())
        .hours(wishes.hours())
        .pay(wishes.salary() == null
            ? null
            : new LeastPay(wishes.salary().minPerYear(), wishes.salary().currency()))
        .remote(remote(wishes.remote()))
        .mayBeUnknown(EnumSet.of(Condition.SKILLS, Condition.CONTRACT, Condition.HOURS,
            Condition.PAY, Condition.REMOTE));
  }

  private static @Nullable SkillWish skills(CompetenceProfile profile, int least) {
    Map<String, Integer> weights = new TreeMap<>();
    for (Competence competence : profile.competences()) {
      weights.merge(competence.uri(),
          competence.origin() == Competence.Origin.IMPLIED ? IMPLIED : KNOWN, Math::max);
    }
    int sum = weights.values().stream().mapToInt(w -> w).sum();
    return least == 0 || sum == 0
        ? null
        : new SkillWish(weights, (int) Math.min(sum, (long) least * KNOWN));
  }

  private static @Nullable Area near(@Nullable Place place, @Nullable Double distanceKm) {
    return place == null || place.point() == null || distanceKm == null
        ? null
        : new Area(place.point(), Math.min(distanceKm, 20_100));
  }

  /// Who wants to work from elsewhere in part does not mind doing so in full, nor the other way round one
  /// who wants to come.
  private static Set<RemoteWork> remote(@Nullable RemoteWork wished) {
    return switch (wished) {
      case null -> Set.of();
      case ON_SITE -> Set.of(RemoteWork.ON_SITE, RemoteWork.HYBRID);
      case HYBRID -> Set.of(RemoteWork.HYBRID, RemoteWork.REMOTE);
      case REMOTE -> Set.of(RemoteWork.REMOTE);
    };
  }
}
