package org.metier.feed.internal.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.work.RemoteWork;

/// Places of work as people write them in one line: `Berlin, Germany`, `75 - PARIS`, `Remote (France)`,
/// `Oslo or Bergen`. What cannot be told apart stays with the city; a number of places is none. Knows no
/// towns: [org.metier.place.PlaceText] looks them up later.
///
/// @param parts may be empty
/// @param remote [RemoteWork#REMOTE] when the text says so and names no town, [RemoteWork#HYBRID] when it
///     says that, else null
public record PlaceLine(List<Part> parts, @Nullable RemoteWork remote) {
  private static final Pattern PLACEHOLDER = Pattern.compile(
      "(?:\\d{1,5}|multiple|several|various|many|mehrere|verschiedene|plusieurs|meerdere|różne|wiele)"
          + " (?:locations?|places?|standorte|orte|lieux|locaties|plaatsen|lokalizacje|lokalizacji|miejsca)"
          + "|(?:n/?a|-+|tbd|any(?:where)?|worldwide|global|nationwide|unspecified|unknown)",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[;|\\n]|\\s/\\s|\\bor\\b)\\s*");
  private static final Pattern REMOTE = Pattern.compile(
      "\\b(?:remote|home ?office|télétravail|zdalnie|praca zdalna|thuiswerk|telework|work from home|distans)\\b",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern HYBRID = Pattern.compile("\\bhybr[iy]d\\p{L}{0,3}\\b",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  /// "75 - PARIS", "69003 - Lyon 3e", "2A - Ajaccio"
  private static final Pattern FRENCH = Pattern.compile("(\\d{2,5}|2[AB]) - (.+)");
  private static final Pattern POSTCODE_FIRST = Pattern
      .compile("((?:[A-Z]{1,2}-)?(?:\\d{4,5}|\\d{2}-\\d{3}|\\d{3} \\d{2})) (\\p{L}.*)");

  /// States of the USA that are written like a country.
  private static final Set<String> STATES = Set.of("GEORGIA", "AL", "AR", "AZ", "CA", "CO", "DE",
      "GA", "ID", "IL", "IN", "KY", "LA", "MA", "MD", "ME", "MN", "MO", "MS", "MT", "NC", "NE",
      "NI", "PA", "SC", "SD", "TN", "VA");
  /// Countries that are towns of the same name.
  private static final Set<String> TOWNS = Set.of("LU", "MC", "SG", "SM", "GI");

  /// One place; at least one component is there.
  public record Part(@Nullable String city, @Nullable String postcode, @Nullable String region,
      @Nullable String country) {}

  public PlaceLine {
    parts = List.copyOf(parts);
  }

  /// @param text one line
  public static PlaceLine of(String text) {
    List<Part> parts = new ArrayList<>();
    boolean isRemote = false;
    boolean isHybrid = false;
    for (String one : BETWEEN.split(text)) {
      isRemote |= REMOTE.matcher(one).find();
      isHybrid |= HYBRID.matcher(one).find();
      String rest = HYBRID.matcher(REMOTE.matcher(one).replaceAll(" ")).replaceAll(" ");
      Part part = part(rest.replaceAll("[()\\[\\]]", " ").strip());
      if (part != null) {
        parts.add(part);
      }
    }
    boolean isTown = parts.stream().anyMatch(p -> p.city() != null);
    return new PlaceLine(parts,
        isHybrid ? RemoteWork.HYBRID : isRemote && !isTown ? RemoteWork.REMOTE : null);
  }

  private static @Nullable Part part(String text) {
    String plain = text.replaceAll("^[\\s,:–-]+|[\\s,:–-]+$", "").replaceAll("\\s+", " ");
    if (plain.isEmpty() || PLACEHOLDER.matcher(plain).matches()) {
      return null;
    }
    Matcher french = FRENCH.matcher(plain);
    if (french.matches()) {
      String number = french.group(1);
      return number.length() == 5
          ? new Part(french.group(2), number, null, null)
          : new Part(french.group(2), null, number, null);
    }
    List<String> pieces = new ArrayList<>(List.of(plain.split("\\s*,\\s*|\\s+[–-]\\s+")));
    pieces.removeIf(String::isBlank);
    if (pieces.isEmpty()) {
      return null;
    }
    String country = country(pieces);
    if (country != null) {
      pieces.removeLast();
    } else if (pieces.size() == 1 && STATES.contains(plain)) {
      return new Part(null, null, plain, null);
    }
    if (pieces.isEmpty()) {
      return new Part(TOWNS.contains(country) ? plain : null, null, null, country);
    }
    String city = pieces.getFirst();
    String region = pieces.size() < 2 ? null : pieces.get(1);
    Matcher postcode = POSTCODE_FIRST.matcher(city);
    return postcode.matches()
        ? new Part(postcode.group(2), postcode.group(1), region, country)
        : new Part(city, null, region, country);
  }

  /// The last piece, when it names a country. What may be a state of the USA as well counts only after two
  /// other pieces.
  private static @Nullable String country(List<String> pieces) {
    String last = pieces.getLast();
    String code = Countries.code(last);
    boolean isAmbiguous = STATES.contains(last.toUpperCase(Locale.ROOT));
    return code == null || (isAmbiguous && pieces.size() < 3) ? null : code;
  }
}
