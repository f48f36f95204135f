package org.metier.duplicate;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.metier.place.Place;

/// Compares where work is done, as precisely as both advertisements say it. A town beside a region is the
/// same place only if the town's region is known, by the source or a gazetteer: the same text is often
/// published for many towns.
final class PlaceComparison {
  /// Two points for one town, such as its centre and its station.
  private static final double SAME_TOWN_KM = 5;

  private PlaceComparison() {}

  /// What the texts name goes before the fields, which boards fill with what their forms offer: a town or
  /// branch that both texts name is the place, and two that differ are two. The whole country contains every
  /// place in it, as a region contains its towns.
  static Agreement of(Advert a, Advert b) {
    Agreement stated = ofSites(a.sites(), b.sites());
    boolean isEitherWide = a.sites().contains(WorkSite.EVERYWHERE)
        || b.sites().contains(WorkSite.EVERYWHERE);
    if (stated != Agreement.AGREES && isEitherWide && !isOtherCountry(a, b)) {
      return Agreement.COMPATIBLE;
    }
    return stated == Agreement.UNKNOWN ? ofFields(a, b) : stated;
  }

  private static boolean isOtherCountry(Advert a, Advert b) {
    return a.places()
        .stream()
        .anyMatch(p -> b.places().stream().anyMatch(q -> differ(p.country(), q.country())));
  }

  /// The best agreement of any place of one with any place of the other. Towns in the fields that differ are
  /// compatible if one of them is among those that the other advertisement lists.
  static Agreement ofFields(Advert a, Advert b) {
    Agreement found = ofPlaces(a.places(), b.places());
    return found == Agreement.DIFFERS && (isListed(a, b) || isListed(b, a))
        ? Agreement.COMPATIBLE
        : found;
  }

  private static boolean isListed(Advert one, Advert other) {
    return one.places()
        .stream()
        .map(Place::city)
        .filter(Objects::nonNull)
        .map(PlaceComparison::town)
        .anyMatch(town -> !town.isEmpty()
            && other.sites().stream().anyMatch(site -> site.town().equals(town)));
  }

  private static Agreement ofSites(List<WorkSite> a, List<WorkSite> b) {
    boolean areTownsNamed = false;
    boolean isOtherBranch = false;
    for (WorkSite one : a) {
      for (WorkSite other : b) {
        if (one.town().isEmpty() || other.town().isEmpty()) {
          isOtherBranch |= one.isOtherBranchThan(other);
          continue;
        }
        areTownsNamed = true;
        if (one.isTownOf(other)) {
          if (!one.isOtherBranchThan(other)) {
            return Agreement.AGREES;
          }
          isOtherBranch = true;
        }
      }
    }
    return areTownsNamed || isOtherBranch ? Agreement.DIFFERS : Agreement.UNKNOWN;
  }

  private static Agreement ofPlaces(List<Place> a, List<Place> b) {
    Agreement best = Agreement.UNKNOWN;
    boolean isAnyKnown = false;
    for (Place one : a) {
      for (Place other : b) {
        Agreement found = of(one, other);
        isAnyKnown |= found != Agreement.UNKNOWN;
        if (found == Agreement.AGREES) {
          return found;
        }
        if (found == Agreement.COMPATIBLE) {
          best = found;
        }
      }
    }
    return best == Agreement.UNKNOWN && isAnyKnown ? Agreement.DIFFERS : best;
  }

  private static Agreement of(Place a, Place b) {
    if (differ(a.country(), b.country())) {
      return Agreement.DIFFERS;
    }
    String town = a.city() == null ? "" : town(a.city());
    String otherTown = b.city() == null ? "" : town(b.city());
    if (!town.isEmpty() && !otherTown.isEmpty()) {
      return towns(a, town, b, otherTown);
    }
    if (differ(a.region(), b.region())) {
      return Agreement.DIFFERS;
    }
    if (a.region() == null || b.region() == null) {
      boolean isSilent = (town.isEmpty() && a.region() == null)
          || (otherTown.isEmpty() && b.region() == null);
      return isSilent ? Agreement.UNKNOWN : Agreement.DIFFERS;
    }
    return Agreement.COMPATIBLE;
  }

  private static Agreement towns(Place a, String town, Place b, String otherTown) {
    if (WorkSite.isNamedAlike(town, otherTown)) {
      boolean isFar = a.point() != null && b.point() != null
          && a.point().distanceKm(b.point()) > 10 * SAME_TOWN_KM;
      return isFar || differ(a.region(), b.region()) ? Agreement.DIFFERS : Agreement.AGREES;
    }
    boolean isNear = a.point() != null && b.point() != null
        && a.point().distanceKm(b.point()) <= SAME_TOWN_KM;
    return isNear ? Agreement.COMPATIBLE : Agreement.DIFFERS;
  }

  private static boolean differ(@Nullable String a, @Nullable String b) {
    return a != null && b != null && !joined(a).equals(joined(b));
  }

  private static String joined(String name) {
    return WordHashes.fold(name).replace(" ", "");
  }

  /// The town without street and building.
  private static String town(String city) {
    String plain = WordHashes.fold(city.replaceAll("\\s[-–—]\\s.*|[,(;/].*", ""));
    return plain.replaceAll(" (?:ul|al|os|pl|ulica|rue|strasse|straat)(?: .*|$)", "");
  }
}
