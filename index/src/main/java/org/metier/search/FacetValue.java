package org.metier.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.metier.index.internal.FacetTerms;
import org.metier.text.Language;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;

/// One value of a facet. Values of one facet are alternatives; those of different facets must all be met.
///
/// @param value as [Facet] tells for each, or [Facet#UNKNOWN]
public record FacetValue(Facet facet, String value) implements Comparable<FacetValue> {
  private static final int MAX_LENGTH = 120;
  static final List<Integer> FRESHNESS_DAYS = List.of(1, 3, 7, 14, 30);
  static final String OLDER = "older";

  public FacetValue {
    if (!isValid(facet, value)) {
      throw new IllegalArgumentException(
          "\"" + value.substring(0, Math.min(40, value.length())) + "\" is no value of the facet "
              + facet.key() + "; expected one such as " + example(facet) + ", or unknown");
    }
  }

  public static FacetValue unknown(Facet facet) {
    return new FacetValue(facet, Facet.UNKNOWN);
  }

  /// Reads what [#toString] wrote: `contract:PERMANENT`.
  ///
  /// @throws IllegalArgumentException if it is something else
  public static FacetValue parse(String text) {
    int colon = text.indexOf(':');
    for (Facet facet : Facet.values()) {
      if (colon > 0 && text.substring(0, colon).equals(facet.key())) {
        return new FacetValue(facet, text.substring(colon + 1));
      }
    }
    throw new IllegalArgumentException(
        "a facet's value must be written as contract:PERMANENT, with one of the facets "
            + Arrays.stream(Facet.values()).map(Facet::key).toList());
  }

  private static boolean isValid(Facet facet, String value) {
    if (value.equals(Facet.UNKNOWN)) {
      return true;
    }
    return switch (facet) {
      case OCCUPATION -> value.matches("\\d{1,4}");
      case PLACE -> value.matches("[A-Z]{2}|(?:[A-Z]{2})?/[rt]/[\\p{L}\\p{N} ]+")
          && value.length() <= MAX_LENGTH;
      case CONTRACT -> isName(Contract.values(), value);
      case HOURS -> FacetTerms.HOUR_BANDS.stream().anyMatch(band -> value.equals("" + band));
      case SALARY -> value.equals(FacetTerms.OTHER_CURRENCY) || isSalaryBand(value);
      case LANGUAGE -> Arrays.stream(Language.values()).anyMatch(l -> l.code().equals(value));
      case SOURCE -> value.matches("[a-z0-9][a-z0-9._-]{0,63}");
      case FRESHNESS ->
        value.equals(OLDER) || FRESHNESS_DAYS.stream().anyMatch(days -> value.equals("" + days));
      case REMOTE -> isName(RemoteWork.values(), value);
    };
  }

  private static boolean isName(Enum<?>[] values, String value) {
    return Arrays.stream(values).anyMatch(v -> v.name().equals(value));
  }

  private static boolean isSalaryBand(String value) {
    String[] parts = value.split("/", -1);
    return parts.length == 2 && parts[0].equals(parts[0].toUpperCase(Locale.ROOT))
        && FacetTerms.salaryBands(parts[0]).stream().anyMatch(b -> parts[1].equals("" + b));
  }

  private static String example(Facet facet) {
    return switch (facet) {
      case OCCUPATION -> "2512";
      case PLACE -> "PL or PL/t/warszawa";
      case CONTRACT -> "PERMANENT";
      case HOURS -> "35";
      case SALARY -> "EUR/30000";
      case LANGUAGE -> "en";
      case SOURCE -> "a partner's id";
      case FRESHNESS -> "7";
      case REMOTE -> "HYBRID";
    };
  }

  @Override
  public int compareTo(FacetValue other) {
    int byFacet = facet.compareTo(other.facet);
    return byFacet != 0 ? byFacet : value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return facet.key() + ":" + value;
  }
}
