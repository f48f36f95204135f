package org.metier.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.metier.feed.internal.JsonTrees;
import org.metier.feed.internal.Nodes;
import org.metier.feed.mapping.Mapping;
import org.metier.vacancy.VacancyFlag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the declaration of a [Source] strictly.
final class SourceReader {
  private static final List<String> NAMES = List.of("id", "format", "mapping", "delivery", "zone",
      "dateOrder", "timeToLiveDays", "trust", "quarantine", "asOf", "terms");
  private static final List<String> TERM_NAMES = List.of("licence", "attribution", "retentionDays",
      "pollingHours");

  private final Path file;

  SourceReader(Path file) {
    this.file = file;
  }

  Source read(String json) throws IOException {
    JsonNode root = JsonTrees.value(json.startsWith("\ufeff") ? json.substring(1) : json,
        FeedLimits.DEFAULT, false);
    if (root == null || !root.isObject()) {
      throw wrong("", "is not a JSON object");
    }
    known("", root, NAMES);
    String id = Nodes.text(root, "id");
    if (id == null) {
      throw wrong("id", "is missing; expected a name such as \"pl-boards\"");
    }
    String format = Nodes.text(root, "format");
    if (format != null && !FeedReader.formats().contains(format)) {
      throw wrong("format", "is not known; known formats: "
          + String.join(", ", FeedReader.formats()));
    }
    Double trust = number(root, "trust", "");
    try {
      return new Source(id, format, mapping(root.path("mapping")), delivery(root),
          parsed(root, "zone", ZoneId::of, null, "a time zone such as Europe/Warsaw"),
          dateOrder(root), duration(root, "timeToLiveDays", "", Duration.ofDays(1)),
          trust == null ? 0.5 : trust, quarantine(root),
          parsed(root, "asOf", Instant::parse, null, "an instant such as 2021-07-01T00:00:00Z"),
          terms(root.path("terms")));
    } catch (IllegalArgumentException e) {
      throw new FeedException("source " + file + ": " + e.getMessage(), e);
    }
  }

  /// The declaration with the mapping that it names in it.
  String selfContained(String json) throws IOException {
    JsonNode root = JsonTrees.value(json.startsWith("\ufeff") ? json.substring(1) : json,
        FeedLimits.DEFAULT, false);
    String path = root == null ? null : Nodes.text(root, "mapping");
    if (root instanceof ObjectNode object && path != null) {
      JsonNode mapping = JsonTrees.value(Files.readString(file.resolveSibling(path)),
          FeedLimits.DEFAULT, false);
      object.set("mapping", mapping);
    }
    return String.valueOf(root);
  }

  private @Nullable Mapping mapping(JsonNode node) throws IOException {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (node.isObject()) {
      return Mapping.parse(node.toString(), file + " (mapping)");
    }
    String path = Nodes.text(node);
    if (path == null) {
      throw wrong("mapping", "must be a mapping or the path of its file");
    }
    return Mapping.read(file.resolveSibling(path));
  }

  private Delivery delivery(JsonNode root) {
    String text = Nodes.text(root, "delivery");
    return switch (text == null ? "delta" : text.toLowerCase(Locale.ROOT)) {
      case "full" -> Delivery.FULL;
      case "delta" -> Delivery.DELTA;
      default -> throw wrong("delivery", "must be \"full\" or \"delta\"");
    };
  }

  private @Nullable DateOrder dateOrder(JsonNode root) {
    String text = Nodes.text(root, "dateOrder");
    return switch (text) {
      case null -> null;
      case "dayFirst" -> DateOrder.DAY_FIRST;
      case "monthFirst" -> DateOrder.MONTH_FIRST;
      default -> throw wrong("dateOrder", "must be \"dayFirst\" or \"monthFirst\"");
    };
  }

  private Set<VacancyFlag> quarantine(JsonNode root) {
    Set<VacancyFlag> flags = EnumSet.noneOf(VacancyFlag.class);
    for (JsonNode one : Nodes.list(root, "quarantine")) {
      String name = Nodes.text(one);
      try {
        flags.add(VacancyFlag.valueOf(String.valueOf(name).toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw wrong("quarantine",
            "holds a flag that is not known; known: " + List.of(VacancyFlag.values()));
      }
    }
    return flags;
  }

  private SourceTerms terms(JsonNode node) {
    if (node.isMissingNode()) {
      return SourceTerms.NONE;
    }
    if (!node.isObject()) {
      throw wrong("terms", "must be an object");
    }
    known("terms", node, TERM_NAMES);
    return new SourceTerms(Nodes.text(node, "licence"), Nodes.text(node, "attribution"),
        duration(node, "retentionDays", "terms.", Duration.ofDays(1)),
        duration(node, "pollingHours", "terms.", Duration.ofHours(1)));
  }

  private @Nullable Duration duration(JsonNode parent, String name, String place, Duration unit) {
    Double count = number(parent, name, place);
    if (count == null) {
      return null;
    }
    if (!(count > 0 && count <= 36_500)) {
      throw wrong(place + name, "must be greater than 0 and at most 36500, was " + count);
    }
    return Duration.ofSeconds(Math.round(count * unit.toSeconds()));
  }

  private @Nullable Double number(JsonNode parent, String name, String place) {
    Double number = Nodes.number(parent, name);
    if (number == null && parent.has(name)) {
      throw wrong(place + name, "must be a number");
    }
    return number;
  }

  private <T> @Nullable T parsed(JsonNode root, String name, Function<String, T> parser,
      @Nullable T usual, String expected) {
    String text = Nodes.text(root, name);
    try {
      return text == null ? usual : parser.apply(text);
    } catch (DateTimeException e) {
      throw wrong(name, "is not " + expected);
    }
  }

  private void known(String place, JsonNode object, List<String> names) {
    for (String name : object.propertyNames()) {
      if (!names.contains(name)) {
        throw wrong(place.isEmpty() ? name : place + "." + name,
            "is not known; known here: " + String.join(", ", names));
      }
    }
  }

  private FeedException wrong(String place, String what) {
    return new FeedException(
        "source " + file + (place.isEmpty() ? "" : ": \"" + place + "\"") + " " + what);
  }
}
