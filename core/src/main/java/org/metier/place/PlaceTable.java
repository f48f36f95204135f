package org.metier.place;

import org.jspecify.annotations.Nullable;

/* The compiled gazetteer. Numbers are big-endian; "ints" is that many 32-bit numbers.
 *
 *   header   8 bytes  magic
 *            int      version of the format
 *            int      CRC-32C of everything behind the header
 *            int      number of bytes behind the header
 *   body     int n    number of entries
 *            n bytes  what each entry's point stands for, as ordinal of PlacePrecision
 *            2n bytes ISO 3166-1 alpha-2
 *            n ints   latitude in hundred-thousandths of a degree
 *            n ints   longitude likewise
 *            n ints   people who live there, 0 when unknown
 *            n ints   the entry around it (town in region, region in larger region), -1 for none
 *            texts    names                     texts(n) = n + 1 ints of offsets, then that many
 *            texts    codes, empty for most     UTF-8 bytes as the last offset says
 *            int m    number of keys
 *            texts    keys, ascending by unsigned bytes
 *            m + 1    ints of starts: which entries a key means
 *            ints     entries, as many as the last start says
 *
 * A key's first letter says what it is: n folded name of a town, r folded name of a region, k code of a
 * region (NUTS, or country and number, FR:69), c country and code of a commune, p country and postcode,
 * y country. Nothing is compressed and no text is decoded before it is asked for. */

/// Entries of a gazetteer by number, and the keys that lead to them. Immutable and thread-safe.
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost what this saves
record PlaceTable(byte[] precisions, byte[] countries, int[] latitudes, int[] longitudes,
    int[] populations, int[] around, Texts names, Texts codes, Texts keys, int[] start,
    int[] target) {
  static final long MAGIC = 0x4d45544945525047L; // "METIERPG"
  static final int VERSION = 1;
  static final int HEADER_BYTES = Long.BYTES + 3 * Integer.BYTES;
  static final double UNITS_PER_DEGREE = 100_000;

  private static final PlacePrecision[] PRECISIONS = PlacePrecision.values();
  private static final int[] NONE = {};

  /// The entries of a key; empty when there are none.
  int[] find(char kind, String key) {
    int found = keys.find(kind + key);
    if (found < 0) {
      return NONE;
    }
    int[] entries = new int[start[found + 1] - start[found]];
    System.arraycopy(target, start[found], entries, 0, entries.length);
    return entries;
  }

  int size() {
    return precisions.length;
  }

  PlacePrecision precision(int entry) {
    return PRECISIONS[precisions[entry]];
  }

  String country(int entry) {
    return "" + (char) countries[2 * entry] + (char) countries[2 * entry + 1];
  }

  boolean isIn(int entry, @Nullable String country) {
    return country == null || (countries[2 * entry] == country.charAt(0)
        && countries[2 * entry + 1] == country.charAt(1));
  }

  GeoPoint point(int entry) {
    return new GeoPoint(latitudes[entry] / UNITS_PER_DEGREE,
        longitudes[entry] / UNITS_PER_DEGREE);
  }

  /// Whether an entry is a region or lies in it, directly or not.
  boolean isWithin(int entry, int region) {
    for (int e = entry; e >= 0; e = around[e]) {
      if (e == region) {
        return true;
      }
    }
    return false;
  }

  /// Code of the region that a town lies in, or of the region itself; null when there is none.
  @Nullable
  String regionCode(int entry) {
    for (int e = entry; e >= 0; e = around[e]) {
      String code = precision(e) == PlacePrecision.REGION ? codes.text(e) : "";
      if (!code.isEmpty()) {
        return code.substring(code.indexOf(':') + 1);
      }
    }
    return null;
  }
}
