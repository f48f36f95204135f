package org.metier.duplicate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Web addresses without what changes from visit to visit.
final class WebAddress {
  private static final Pattern PARTS = Pattern
      .compile("(?i)https?://(?:www\\.)?([^/?#]+)([^?#]*)(?:\\?([^#]*))?(?:#.*)?");
  /// Parameters that say where a visitor came from, not what is shown.
  private static final Pattern TRACKING = Pattern.compile(
      "(?i)(?:utm_.*|mtm_.*|pk_.*|mc_.*|gclid|fbclid|msclkid|yclid|ref|referrer|referer|source|src"
          + "|trk|tracking.*|campaign.*|cid|sid|session.*|jsessionid|origin|from|partner|medium"
          + "|trefwoord|sou|lang)");

  private WebAddress() {}

  /// Scheme, `www.`, fragment, tracking parameters and the last slash taken off, parameters in order.
  ///
  /// @return empty when it is no web address, or names a site and no page
  static Optional<String> canonical(String address) {
    Matcher parts = PARTS.matcher(address.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    String path = parts.group(2).replaceAll(";jsessionid=[^/]*", "").replaceAll("/+$", "");
    String query = parts.group(3) == null
        ? ""
        : Arrays.stream(parts.group(3).split("&"))
            .filter(p -> !p.isEmpty() && !TRACKING.matcher(p.replaceAll("=.*", "")).matches())
            .sorted()
            .collect(Collectors.joining("&"));
    if (path.isEmpty() && query.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(parts.group(1).toLowerCase(Locale.ROOT) + path
        + (query.isEmpty() ? "" : "?" + query));
  }

  /// The site, such as `example.org`.
  static Optional<String> host(String address) {
    Matcher parts = PARTS.matcher(address.strip());
    return parts.matches()
        ? Optional.of(parts.group(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
