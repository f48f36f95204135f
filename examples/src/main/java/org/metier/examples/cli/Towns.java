package org.metier.examples.cli;

import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.place.Gazetteer;
import org.metier.place.GeoPoint;

/// Towns as people name them on the command line: `Kraków`, or `Paris,FR`.
final class Towns {
  private Towns() {}

  static GeoPoint point(String town, Home home) {
    String[] parts = town.split(",", 2);
    @Nullable
    String country = parts.length > 1 ? parts[1].strip() : null;
    return Gazetteer.of(home)
        .town(parts[0], country)
        .orElseThrow(() -> new IllegalArgumentException("--near \"" + town
            + "\" is no town that is known, or one of several; expected one such as Kraków or"
            + " Paris,FR"))
        .point();
  }
}
