package org.metier.place;

/// What a [Place]'s point stands for, the finest first.
public enum PlacePrecision {
  /// The very spot, or what a source gives as such.
  ADDRESS,
  /// Somewhere in the area of a postcode.
  POSTCODE,
  /// Somewhere in a town or commune.
  TOWN,
  /// Somewhere in a region: a province, department, voivodeship or Land.
  REGION,
  /// Somewhere in a country.
  COUNTRY;

  /// Whether a distance from the point says how far the place is: a region's or a country's point may be
  /// a hundred kilometres and more from where the work is done.
  public boolean hasDistance() {
    return compareTo(TOWN) <= 0;
  }
}
