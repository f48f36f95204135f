package org.metier.place;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A town, postcode area, region or country while a gazetteer is being compiled. Mutable, not
/// thread-safe, compared by identity.
final class PlaceDraft {
  final PlacePrecision precision;
  final String name;
  final String country;
  /// Keys of [PlaceTable], the letter of their kind in front.
  final Set<String> keys = new TreeSet<>();
  /// For regions, the first one shown; with the country in front when it is no NUTS code.
  final Set<String> codes = new LinkedHashSet<>();
  int population;
  @Nullable
  GeoPoint point;
  @Nullable
  PlaceDraft around;

  PlaceDraft(PlacePrecision precision, String name, String country) {
    this.precision = precision;
    this.name = name;
    this.country = country;
  }

  String code() {
    return codes.isEmpty() ? "" : codes.iterator().next();
  }

  void name(char kind, String given) {
    for (String key : PlaceName.keys(given)) {
      keys.add(kind + key);
    }
  }

  /// How many regions lie around it.
  int depth() {
    int depth = 0;
    for (PlaceDraft d = around; d != null; d = d.around) {
      depth++;
    }
    return depth;
  }

  /// Whether it is a region or lies in it, directly or not.
  boolean isWithin(PlaceDraft region) {
    for (PlaceDraft d = this; d != null; d = d.around) {
      if (d == region) {
        return true;
      }
    }
    return false;
  }
}
