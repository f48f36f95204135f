package org.metier.search;

import java.util.Locale;

/// What results are counted by and can be narrowed down by.
public enum Facet {
  /// ISCO-08 groups, values of 1 to 4 digits such as `2512`; each level is counted.
  OCCUPATION,
  /// Countries (`PL`), regions (`PL/r/mazowieckie`) and towns (`PL/t/warszawa`), folded; towns of one name
  /// in a country are one value.
  PLACE,
  /// Names of [org.metier.work.Contract].
  CONTRACT,
  /// Lower ends of bands of weekly hours: `0` (under 20), `20` (20 to under 35), `35` (35 and more). A job
  /// is in every band that its range reaches into.
  HOURS,
  /// Currency and lower end of a band of gross pay for a full-time year, such as `EUR/30000`; `other` for
  /// a currency without bands. A job is in every band that its range reaches into.
  SALARY,
  /// ISO 639-1 codes of what the advertisement is written in.
  LANGUAGE,
  /// Ids of partners.
  SOURCE,
  /// Posted within so many times 24 hours: `1`, `3`, `7`, `14`, `30`, each including the ones before;
  /// `older`.
  FRESHNESS,
  /// Names of [org.metier.work.RemoteWork].
  REMOTE;

  /// The value of what the advertisement does not say; every facet has it.
  public static final String UNKNOWN = "unknown";

  /// Such as `contract`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
