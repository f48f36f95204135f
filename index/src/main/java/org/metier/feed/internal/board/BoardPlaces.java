package org.metier.feed.internal.board;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.feed.internal.draft.Countries;
import org.metier.feed.internal.draft.Draft;
import org.metier.feed.internal.draft.PlainText;
import org.metier.feed.internal.xml.XmlNode;

/// Places in words: "Gent, Belgium", "Kraków", "53 Locations", "Remote".
final class BoardPlaces {
  /// What stands where a place should, and is none.
  private static final Pattern NO_PLACE = Pattern.compile(
      "\\d+ ?\\+? ?(?:locations?|orte|standorte|lokalizacj[ei]|locaties|lieux|sites)"
          + "|(?:multiple|various|several|diverse|verschiedene|plusieurs|różne) .*"
          + "|remote.*|(?:fully|100 ?%) remote|anywhere|worldwide|home ?office|télétravail|zdalnie"
          + "|praca zdalna|thuiswerk|n/?a|-+|none|null|unknown|unbekannt",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private BoardPlaces() {}

  /// Adds the place of a line of text: the parts between commas are town, region and country, the last one
  /// only if it is the name of a country.
  static void read(String field, @Nullable String received, @Nullable String country, Draft draft) {
    String line = received == null ? "" : PlainText.line(received);
    if (NO_PLACE.matcher(line).matches()) {
      draft.place(field, null, null, null, country, null, null);
      return;
    }
    List<String> parts = List.of(line.split("\\s*,\\s*"))
        .stream()
        .filter(p -> !p.isBlank())
        .toList();
    String last = parts.isEmpty() ? null : parts.getLast();
    // Two letters at the end are a state or province about as often as a country.
    boolean isCountry = last != null && last.length() > 2 && Countries.code(last) != null;
    List<String> towns = isCountry ? parts.subList(0, parts.size() - 1) : parts;
    draft.place(field, towns.isEmpty() ? null : towns.getFirst(), null,
        towns.size() < 2 ? null : String.join(", ", towns.subList(1, towns.size())),
        isCountry ? last : country, null, null);
  }

  /// Adds the place of elements that name its parts; a town that is no town counts as absent.
  static void read(String field, XmlNode node, Elements names, Draft draft) {
    String city = node.text(names.city);
    boolean isNone = city != null && NO_PLACE.matcher(PlainText.line(city)).matches();
    if (isNone) {
      draft.raw(names.city, city);
    }
    draft.place(field, isNone ? null : city, node.text(names.postcode), node.text(names.region),
        node.text(names.country), node.text("latitude"), node.text("longitude"));
  }

  /// What a format calls the parts of a place.
  record Elements(String city, String postcode, String region, String country) {}
}
