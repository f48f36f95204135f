package org.metier.feed.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.metier.feed.FeedException;
import org.metier.feed.FeedLimits;
import org.metier.feed.internal.JsonTrees;
import org.metier.feed.internal.Nodes;
import org.metier.feed.internal.draft.Dates;
import org.metier.work.Importance;
import tools.jackson.databind.JsonNode;

/// Reads a mapping file and checks everything in it, so that a feed run cannot fail on it later.
final class MappingReader {
  private static final List<String> NAMES = List.of("charset", "separator", "quote", "records",
      "decimal", "zone", "dateFormats", "language", "absent", "raw", "fields");
  private static final List<String> RULE_NAMES = List.of("column", "constant", "until", "pattern",
      "values", "absent", "split", "heading", "importance",
      "scheme", "version");

  private final String file;

  public MappingReader(String file) {
    this.file = file;
  }

  public Mapping read(String json) {
    JsonNode root = JsonTrees.value(json.startsWith("\ufeff") ? json.substring(1) : json,
        FeedLimits.DEFAULT, false);
    if (root == null || !root.isObject()) {
      throw wrong("", "is not a JSON object");
    }
    known("", root, NAMES);
    Set<String> absent = folded(texts(root, "absent"));
    JsonNode fields = root.path("fields");
    if (!fields.isObject()) {
      throw wrong("fields", "is missing; expected an object from field to column");
    }
    known("fields", fields, MappedField.names());
    Map<MappedField, List<FieldRule>> rules = new EnumMap<>(MappedField.class);
    for (var entry : fields.properties()) {
      MappedField field = MappedField.of(entry.getKey());
      if (field != null) {
        rules.put(field, rules("fields." + entry.getKey(), entry.getValue(), absent));
      }
    }
    for (MappedField needed : List.of(MappedField.KEY, MappedField.TITLE)) {
      if (!rules.containsKey(needed)) {
        throw wrong("fields." + needed.json(), "is missing; every vacancy needs one");
      }
    }
    return new Mapping(settings(root), rules, new LinkedHashSet<>(texts(root, "raw")));
  }

  private Mapping.Settings settings(JsonNode root) {
    List<String> formats = texts(root, "dateFormats");
    Mapping.Settings settings = new Mapping.Settings(charset(Nodes.text(root, "charset")),
        character(root, "separator", ','), character(root, "quote", '"'),
        character(root, "decimal", '.'), zone(Nodes.text(root, "zone")),
        formats.isEmpty() ? List.of(Dates.ISO) : formats, Nodes.text(root, "records"),
        Nodes.text(root, "language"));
    try {
      new Dates(settings.dateFormats(), ZoneOffset.UTC);
    } catch (IllegalArgumentException e) {
      throw wrong("dateFormats", "has a pattern that is none (" + e.getMessage()
          + "); expected iso, epochDay, epochSeconds, epochMillis or a pattern such as dd.MM.yyyy");
    }
    if (settings.decimal() != '.' && settings.decimal() != ',') {
      throw wrong("decimal", "must be \".\" or \",\"");
    }
    return settings;
  }

  private List<FieldRule> rules(String place, JsonNode node, Set<String> absent) {
    List<FieldRule> rules = new ArrayList<>();
    if (node.isArray()) {
      for (JsonNode one : node) {
        rules.add(rule(place, one, absent));
      }
    } else {
      rules.add(rule(place, node, absent));
    }
    return List.copyOf(rules);
  }

  private FieldRule rule(String place, JsonNode node, Set<String> absent) {
    if (node.isString()) {
      return new FieldRule(node.stringValue(), null, null, null, null, absent, null, null,
          Importance.MENTIONED, null, null);
    }
    if (!node.isObject()) {
      throw wrong(place, "must be a column's name, an object with \"column\" or \"constant\", or an"
          + " array of these");
    }
    known(place, node, RULE_NAMES);
    String column = Nodes.text(node, "column");
    String constant = Nodes.text(node, "constant");
    if ((column == null) == (constant == null)) {
      throw wrong(place, "needs either \"column\" or \"constant\"");
    }
    Set<String> all = new HashSet<>(absent);
    all.addAll(folded(texts(node, "absent")));
    return new FieldRule(column, constant, string(node, "until"), pattern(place, node, "pattern"),
        values(place, node), Set.copyOf(all), string(node, "heading"),
        pattern(place, node, "split"), importance(place, Nodes.text(node, "importance")),
        scheme(place, Nodes.text(node, "scheme")), Nodes.text(node, "version"));
  }

  private @Nullable Map<String, Optional<String>> values(String place, JsonNode node) {
    JsonNode values = node.path("values");
    if (values.isMissingNode()) {
      return null;
    }
    if (!values.isObject()) {
      throw wrong(place + ".values", "must be an object from value to meaning");
    }
    Map<String, Optional<String>> meanings = new HashMap<>();
    for (var entry : values.properties()) {
      meanings.put(Mapping.folded(entry.getKey()),
          Optional.ofNullable(Nodes.text(entry.getValue())));
    }
    return Map.copyOf(meanings);
  }

  private @Nullable Pattern pattern(String place, JsonNode node, String name) {
    String text = string(node, name);
    try {
      return text == null
          ? null
          : Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    } catch (PatternSyntaxException e) {
      throw wrong(place + "." + name, "is no regular expression (" + e.getDescription() + " at "
          + e.getIndex() + ")");
    }
  }

  /// A text that may be blank: a line break can part values.
  private static @Nullable String string(JsonNode node, String name) {
    String text = node.path(name).stringValue(null);
    return text == null || text.isEmpty() ? null : text;
  }

  private Importance importance(String place, @Nullable String text) {
    if (text == null) {
      return Importance.MENTIONED;
    }
    for (Importance importance : Importance.values()) {
      if (importance.name().equals(text.toUpperCase(Locale.ROOT))) {
        return importance;
      }
    }
    throw wrong(place + ".importance", "must be REQUIRED, DESIRED or MENTIONED");
  }

  private @Nullable String scheme(String place, @Nullable String name) {
    if (name != null && !name.matches("[a-z0-9][a-z0-9.-]{0,39}")) {
      throw wrong(place + ".scheme",
          "must be the name of a classification in lower case, such as kzis");
    }
    return name;
  }

  private Charset charset(@Nullable String name) {
    try {
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw wrong("charset", "is not known here; expected a name such as UTF-8 or windows-1250");
    }
  }

  private @Nullable ZoneId zone(@Nullable String name) {
    try {
      return name == null ? null : ZoneId.of(name);
    } catch (DateTimeException e) {
      throw wrong("zone", "is no time zone; expected a name such as Europe/Warsaw");
    }
  }

  private char character(JsonNode root, String name, char usual) {
    JsonNode node = root.path(name);
    if (node.isMissingNode()) {
      return usual;
    }
    if (!node.isString() || node.stringValue().length() != 1) {
      throw wrong(name, "must be one character");
    }
    return node.stringValue().charAt(0);
  }

  private List<String> texts(JsonNode parent, String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode one : Nodes.list(parent, name)) {
      if (!one.isString()) {
        throw wrong(name, "must be a list of texts");
      }
      texts.add(one.stringValue());
    }
    return texts;
  }

  private static Set<String> folded(Collection<String> texts) {
    Set<String> folded = new HashSet<>();
    texts.forEach(t -> folded.add(Mapping.folded(t)));
    return folded;
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
        "mapping " + file + (place.isEmpty() ? "" : ": \"" + place + "\"") + " " + what);
  }
}
