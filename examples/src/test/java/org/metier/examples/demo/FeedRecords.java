package org.metier.examples.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The records of a sample feed, read by other means than Metier's own readers.
///
/// @param all in order, but those that cannot be parsed
/// @param unreadable how many cannot be parsed
record FeedRecords(List<Fields> all, int unreadable) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern SCRIPT = Pattern
      .compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);
  private static final DateTimeFormatter POLISH = DateTimeFormatter
      .ofPattern("dd.MM.uuuu", Locale.ROOT)
      .withResolverStyle(ResolverStyle.STRICT);

  /// @param key empty when there is none
  /// @param posted null when it is no date
  record Fields(String key, String title, String text, Language language,
      @Nullable LocalDate posted) {}

  static FeedRecords of(SampleFeed feed) throws IOException {
    String text = Files.readString(feed.file());
    return switch (feed.format()) {
      case "francetravail" -> french(JSON.readTree(text).path("resultats"));
      case "csv" -> polish(text);
      case "schemaorg" -> page(text);
      case "json" -> dutch(JSON.readTree(text));
      default -> throw new AssertionError(feed.format());
    };
  }

  private static FeedRecords french(JsonNode results) {
    List<Fields> all = new ArrayList<>();
    for (JsonNode one : results) {
      all.add(new Fields(text(one, "id"), text(one, "intitule"), text(one, "description"),
          Language.FR, isoDay(text(one, "dateCreation"))));
    }
    return new FeedRecords(all, 0);
  }

  private static FeedRecords dutch(JsonNode array) {
    List<Fields> all = new ArrayList<>();
    for (JsonNode one : array) {
      String key = text(one, "vacaturenummer");
      all.add(new Fields(key, text(one, "functie"), text(one, "omschrijving"),
          key.contains("st-en") ? Language.EN : Language.NL, isoDay(text(one, "publicatiedatum"))));
    }
    return new FeedRecords(all, 0);
  }

  private static FeedRecords page(String html) {
    List<Fields> all = new ArrayList<>();
    int unreadable = 0;
    Matcher scripts = SCRIPT.matcher(html);
    while (scripts.find()) {
      try {
        JsonNode node = JSON.readTree(scripts.group(1));
        if (node.has("@graph")) {
          node.path("@graph").forEach(one -> all.add(posting(one)));
        } else if (!text(node, "@type").equals("WebSite")) {
          all.add(posting(node));
        }
      } catch (JacksonException e) {
        unreadable++;
      }
    }
    return new FeedRecords(all, unreadable);
  }

  private static Fields posting(JsonNode posting) {
    JsonNode identifier = posting.path("identifier");
    return new Fields(
        identifier.isObject() ? text(identifier, "value") : text(posting, "identifier"),
        text(posting, "title"),
        text(posting, "description").replace("&lt;", "<")
            .replace("&gt;", ">")
            .replaceAll("<[^>]*>", "\n"),
        Language.of(text(posting, "inLanguage")).orElseThrow(),
        isoDay(text(posting, "datePosted")));
  }

  /// Rows of cells between semicolons; a quoted cell may hold semicolons, line breaks and doubled quotes.
  private static FeedRecords polish(String csv) {
    List<List<String>> rows = rows(csv);
    List<Fields> all = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      if (row.size() != rows.getFirst().size()) {
        throw new AssertionError("a row has " + row.size() + " cells");
      }
      Map<String, String> cells = new LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        cells.put(rows.getFirst().get(i), row.get(i));
      }
      all.add(new Fields(cells.getOrDefault("id_oferty", ""), cells.getOrDefault("stanowisko", ""),
          cells.getOrDefault("opis", ""), Language.PL,
          day(cells.getOrDefault("data_dodania", ""), POLISH)));
    }
    return new FeedRecords(all, 0);
  }

  private static List<List<String>> rows(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      boolean isDoubled = isQuoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
      if (isDoubled) {
        cell.append(c);
        i++;
      } else if (c == '"') {
        isQuoted = !isQuoted;
      } else if (!isQuoted && (c == ';' || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else if (isQuoted || c != '\r') {
        cell.append(c);
      }
    }
    return rows;
  }

  private static @Nullable LocalDate isoDay(String text) {
    return day(text.length() > 10 ? text.substring(0, 10) : text, DateTimeFormatter.ISO_LOCAL_DATE);
  }

  private static @Nullable LocalDate day(String text, DateTimeFormatter format) {
    try {
      return LocalDate.parse(text, format);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).isString() ? node.path(name).stringValue() : "";
  }
}
