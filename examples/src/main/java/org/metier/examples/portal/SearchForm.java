package org.metier.examples.portal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.search.Facet;
import org.metier.search.FacetValue;
import org.metier.search.SearchOrder;

/// What the address of a search says; everything a search needs is in it, so that it can be kept and sent.
///
/// @param text as typed
/// @param town name of a town to look around; empty for anywhere
/// @param page token of a page; null for the first
record SearchForm(String text, String town, int radiusKm, SearchOrder order,
    Set<FacetValue> filters,
    @Nullable String page) {
  static final List<Integer> RADII_KM = List.of(10, 30, 50, 100);
  private static final int USUAL_RADIUS_KM = 30;
  private static final int MAX_TOWN = 100;

  SearchForm {
    filters = Set.copyOf(filters);
  }

  /// Reads the part of an address after the question mark.
  ///
  /// @throws Refused with status 400 if a value is none that the page offers
  static SearchForm parse(@Nullable String query) {
    String text = "";
    String town = "";
    int radiusKm = USUAL_RADIUS_KM;
    SearchOrder order = SearchOrder.RELEVANCE;
    Set<FacetValue> filters = new TreeSet<>();
    List<FacetValue> dropped = new ArrayList<>();
    String page = null;
    try {
      for (String pair : (query == null ? "" : query).split("&")) {
        int equals = pair.indexOf('=');
        String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        switch (equals < 0 ? "" : pair.substring(0, equals)) {
          case "q" -> text = value;
          case "near" -> town = value.strip();
          case "km" -> radiusKm = radius(value);
          case "order" -> order = SearchOrder.valueOf(value);
          case "f" -> filters.add(FacetValue.parse(value));
          case "drop" -> dropped.add(FacetValue.parse(value));
          case "page" -> page = value.isEmpty() ? null : value;
          default -> {
            // such as the reader, which is for the whole portal
          }
        }
      }
    } catch (IllegalArgumentException e) {
      throw Refused.of(400, "error.search");
    }
    dropped.forEach(filters::remove);
    if (town.length() > MAX_TOWN) {
      throw Refused.of(400, "error.search");
    }
    boolean isFar = order == SearchOrder.DISTANCE && town.isEmpty();
    return new SearchForm(text, town, radiusKm, isFar ? SearchOrder.RELEVANCE : order,
        narrowest(filters), page);
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }

  private static int radius(String value) {
    return RADII_KM.stream()
        .filter(km -> value.equals("" + km))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no radius of the page"));
  }

  /// Who chooses a group within a group wants the narrower one.
  private static Set<FacetValue> narrowest(Set<FacetValue> filters) {
    Set<FacetValue> narrowest = new TreeSet<>(filters);
    narrowest.removeIf(outer -> outer.facet() == Facet.OCCUPATION && filters.stream()
        .anyMatch(inner -> inner.facet() == Facet.OCCUPATION && !inner.equals(outer)
            && inner.value().startsWith(outer.value())));
    return narrowest;
  }

  /// The address of this search with another text, on its first page.
  String address(String otherText, String reader) {
    return address(otherText, reader, null);
  }

  String address(String otherText, String reader, @Nullable String otherPage) {
    StringBuilder address = new StringBuilder("/search?reader=" + reader);
    add(address, "q", otherText);
    add(address, "near", town);
    add(address, "km", String.valueOf(radiusKm));
    add(address, "order", order.name());
    new TreeSet<>(filters).forEach(filter -> add(address, "f", filter.toString()));
    if (otherPage != null) {
      add(address, "page", otherPage);
    }
    return address.toString();
  }

  private static void add(StringBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address.append('&')
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
