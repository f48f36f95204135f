package org.metier.match.feature;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.match.internal.VacancyRow;
import org.metier.match.reason.Reason;
import org.metier.place.Place;
import org.metier.profile.Wishes;
import org.metier.work.RemoteWork;

/// How far the person lives from the nearest workplace, and how much can be done from elsewhere.
///
/// @param distanceKm null when coordinates of one side are unknown, or only those of its region or country
/// @param workplace place of the nearest one among the vacancy's; without coordinates of the one that agrees
///     best; [#UNKNOWN] when there is none
/// @param agreement 3 for the same town or postcode, 2 for the same region, 1 for the same country, 0
///     for another country; NaN when it cannot be told
record DistanceFit(@Nullable Double distanceKm, int workplace, double agreement,
    @Nullable Double maxDistanceKm, @Nullable RemoteWork remote,
    @Nullable RemoteWork wantedRemote) {
  static final int UNKNOWN = -1;

  private static final double MAX_KM = 2_000;

  static DistanceFit of(ProfileView profile, VacancyRow vacancy) {
    HomePlace home = profile.home();
    double nearestKm = Double.NaN;
    int nearest = UNKNOWN;
    double best = Double.NaN;
    int likeliest = vacancy.placeCount() == 0 ? UNKNOWN : 0;
    for (int i = 0; home != null && i < vacancy.placeCount(); i++) {
      double km = home.distanceKm(vacancy.place(i));
      if (km < nearestKm || (Double.isNaN(nearestKm) && !Double.isNaN(km))) {
        nearestKm = km;
        nearest = i;
      }
      double agreement = home.agreement(vacancy.place(i));
      if (Double.isNaN(best) ? !Double.isNaN(agreement) : agreement > best) {
        best = agreement;
        likeliest = i;
      }
    }
    Wishes wishes = profile.profile().wishes();
    return new DistanceFit(Double.isNaN(nearestKm) ? null : nearestKm,
        nearest == UNKNOWN ? likeliest : nearest, best, wishes.maxDistanceKm(), vacancy.remote(),
        wishes.remote());
  }

  /// @return 0 to 2,000; NaN when unknown
  double km() {
    return distanceKm == null ? Double.NaN : Math.min(MAX_KM, distanceKm);
  }

  /// @return 0 to 10, 1 at the most that the person would travel; NaN when unknown
  double shareOfMax() {
    return distanceKm == null || maxDistanceKm == null
        ? Double.NaN
        : Math.min(10, distanceKm / maxDistanceKm);
  }

  /// @return 0 when nothing can be done from elsewhere, 1 a part, 2 all; NaN when the vacancy does not
  ///     say
  double remoteShare() {
    return remote == null ? Double.NaN : remote.ordinal();
  }

  /// @return 1 when remote work is as the person wants it, 0.5 when half so, 0 when not; NaN when one
  ///     side does not say
  double remoteFit() {
    return remote == null || wantedRemote == null
        ? Double.NaN
        : 1 - Math.abs(remote.ordinal() - wantedRemote.ordinal()) / 2.0;
  }

  /// @param workplaces of the vacancy
  Reason reason(List<Place> workplaces, double contribution) {
    return new Reason.Distance(distanceKm, workplace == UNKNOWN ? null : workplaces.get(workplace),
        maxDistanceKm, remote,
        Double.isNaN(remoteFit()) ? null : remoteFit() >= 0.5, contribution);
  }
}
