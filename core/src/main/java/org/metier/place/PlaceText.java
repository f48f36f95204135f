package org.metier.place;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.work.RemoteWork;

/// Reads where work is done from free text, such as `75 - PARIS`, `69003 - Lyon 3e`, `Meer (Hoogstraten)`,
/// `Remote`, `53 Locations` or `Poznań, Luboń wielkopolskie; Berlin`.
///
/// Pure functions of their arguments, thread-safe; a reading costs some look-ups a word. Texts are cut at
/// 2,000 characters and 50 places.
public final class PlaceText {
  private static final int MAX_LENGTH = 2_000;
  private static final int MAX_PLACES = 50;
  /// A province before each town does without other separators.
  private static final Pattern BREAK = Pattern
      .compile("[;|\\n\\r•]+|\\s+(?=(?i:woj)\\.\\s)|,\\s*(?=(?i:woj)\\.\\s\\S+,)");
  private static final Pattern SLASH = Pattern.compile("\\s+/\\s+");
  /// A word with a colon begins another field that was copied along.
  private static final Pattern LABEL = Pattern.compile("\\s\\p{Lu}[\\p{L} /]{1,30}:.*");

  private PlaceText() {}

  /// What a text says.
  ///
  /// @param places each with a point and its precision when the gazetteer knows it
  /// @param remote null when the text does not say
  /// @param areUnnamed whether the text says that there are places that it does not name
  public record Reading(List<Place> places, @Nullable RemoteWork remote, boolean areUnnamed) {
    public Reading {
      places = List.copyOf(places);
    }
  }

  /// Reads a text.
  ///
  /// @param country ISO 3166-1 alpha-2 of the places unless the text names another, or a large town that only
  ///     lies elsewhere; null when unknown
  public static Reading read(String text, @Nullable String country, Gazetteer gazetteer) {
    return read(text, country, gazetteer, true);
  }

  /// @param mayBeAbroad whether a large town that the country does not have counts
  private static Reading read(String text, @Nullable String country, Gazetteer gazetteer,
      boolean mayBeAbroad) {
    String shortened = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    Set<Place> places = new LinkedHashSet<>();
    RemoteWork remote = null;
    boolean areUnnamed = false;
    for (String block : BREAK.split(shortened)) {
      String[] ways = SLASH.split(block);
      for (int i = 0; i < ways.length; i++) {
        String cut = LABEL.matcher(ways[i]).replaceFirst("").strip();
        PlaceParts parts = new PlaceParts(country, gazetteer, i > 0, mayBeAbroad);
        parts.read(cut);
        remote = remote == null ? parts.remote() : remote;
        areUnnamed |= parts.areUnnamed();
        parts.places().forEach(place -> add(places, place));
      }
    }
    return new Reading(places.stream().limit(MAX_PLACES).toList(), remote, areUnnamed);
  }

  /// One town by two names is one place.
  private static void add(Set<Place> places, Place place) {
    boolean isKnown = place.precision() == PlacePrecision.TOWN && places.stream()
        .anyMatch(p -> p.precision() == PlacePrecision.TOWN && place.point() != null
            && place.point().equals(p.point()));
    if (!isKnown) {
      places.add(place);
    }
  }

  /// Whether a text, where a town is expected, names none but says that there are several, or that the work
  /// is done from home.
  public static boolean isNoTown(String text) {
    String plain = PlaceName.plain(text);
    return PlaceWords.isUnnamed(plain) || PlaceWords.remote(plain) != null;
  }

  /// What a text that consists of nothing else says about remote work; null for any other text.
  public static @Nullable RemoteWork remote(String text) {
    return PlaceWords.remote(PlaceName.plain(text));
  }

  /// A stated place with a point, if the gazetteer knows one of its parts; what its town field holds
  /// besides a town is read as text. A place that has a point stays as it is.
  ///
  /// @return one place, or several when the field names several
  public static List<Place> located(Place place, Gazetteer gazetteer) {
    if (place.point() != null) {
      return List.of(place);
    }
    Optional<Located> found = gazetteer.locate(place);
    boolean isFound = found.isPresent() && (place.city() == null
        || (gazetteer.isTown(place.city(), place.country())
            && found.get().precision() == PlacePrecision.TOWN));
    if (!isFound && place.city() != null) {
      List<Place> read = new ArrayList<>();
      for (Place part : read(place.city(), place.country(), gazetteer, false).places()) {
        Place whole = merged(place, part);
        read.add(gazetteer.locate(whole)
            .map(l -> whole.withPoint(l.point(), l.precision()))
            .orElse(whole));
      }
      if (!read.isEmpty()) {
        return List.copyOf(read);
      }
    }
    return List.of(found.map(l -> place.withPoint(l.point(), l.precision())).orElse(place));
  }

  /// What is stated, with what its town field says besides.
  private static Place merged(Place stated, Place read) {
    return new Place(read.city(), stated.postcode() == null ? read.postcode() : stated.postcode(),
        stated.region() == null ? read.region() : stated.region(),
        read.country() == null ? stated.country() : read.country(), null, null);
  }
}
