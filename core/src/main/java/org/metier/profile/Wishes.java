package org.metier.profile;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/// What the person wants. Empty or null means: not said, which is not agreement.
///
/// @param occupations URIs of wanted occupations
/// @param contracts kinds that would do
/// @param salary the least that would do
/// @param maxDistanceKm how far the person would go to work, in kilometres, greater than 0
public record Wishes(Set<String> occupations, Set<Contract> contracts, @Nullable WeeklyHours hours,
    @Nullable Salary salary, @Nullable Double maxDistanceKm, @Nullable RemoteWork remote) {
  /// Nothing was said.
  public static final Wishes NONE = new Wishes(Set.of(), Set.of(), null, null, null, null);

  public Wishes {
    if (maxDistanceKm != null && !(maxDistanceKm > 0)) {
      throw new IllegalArgumentException(
          "the distance must be greater than 0 km, was " + maxDistanceKm);
    }
    occupations = Collections.unmodifiableSet(new TreeSet<>(occupations));
    contracts = Collections.unmodifiableSet(new TreeSet<>(contracts));
  }
}
