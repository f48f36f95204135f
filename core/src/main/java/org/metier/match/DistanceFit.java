package org.metier.match;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.work.RemoteWork;

/// How far the person lives from the nearest workplace, and how much can be done from elsewhere.
///
/// @param distanceKm null when coordinates of one side are unknown, or only those of its region or country
/// @param workplace the nearest one; without coordinates the one that agrees best; null when none is
///     known
/// @param agreement 3 for the same town or postcode, 2 for the same region, 1 for the same country, 0
///     for another country; NaN when it cannot be told
record DistanceFit(@Nullable Double distanceKm, @Nullable Place workplace, double agreement,
    @Nullable Double maxDistanceKm, @Nullable RemoteWork remote,
    @Nullable RemoteWork wantedRemote) {
  private static final double MAX_KM = 2_000;

  static DistanceFit of(ProfileView profile, VacancyView vacancy) {
    Place home = profile.profile().place();
    List<Place> workplaces = vacancy.vacancy().workplaces();
    Double nearestKm = null;
    Place nearest = null;
    double best = Double.NaN;
    Place likeliest = workplaces.isEmpty() ? null : workplaces.getFirst();
    for (Place workplace : workplaces) {
      Double km = km(home, workplace);
      if (km != null && (nearestKm == null || km < nearestKm)) {
        nearestKm = km;
        nearest = workplace;
      }
      double agreement = home == null ? Double.NaN : agreement(home, workplace);
      if (Double.isNaN(best) ? !Double.isNaN(agreement) : agreement > best) {
        best = agreement;
        likeliest = workplace;
      }
    }
    return new DistanceFit(nearestKm, nearest == null ? likeliest : nearest, best,
        profile.profile().wishes().maxDistanceKm(), vacancy.vacancy().remote(),
        profile.profile().wishes().remote());
  }

  private static @Nullable Double km(@Nullable Place a, Place b) {
    GeoPoint from = a == null ? null : a.distancePoint();
    GeoPoint to = b.distancePoint();
    return from == null || to == null ? null : from.distanceKm(to);
  }

  private static double agreement(Place a, Place b) {
    if (a.country() != null && b.country() != null && !a.country().equals(b.country())) {
      return 0;
    }
    if (isSame(a.postcode(), b.postcode()) || isSame(a.city(), b.city())) {
      return 3;
    }
    if (isSame(a.region(), b.region())) {
      return 2;
    }
    return isSame(a.country(), b.country()) ? 1 : Double.NaN;
  }

  private static boolean isSame(@Nullable String a, @Nullable String b) {
    return a != null && b != null && a.equalsIgnoreCase(b);
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

  Reason reason(double contribution) {
    return new Reason.Distance(distanceKm, workplace, maxDistanceKm, remote,
        Double.isNaN(remoteFit()) ? null : remoteFit() >= 0.5, contribution);
  }
}
