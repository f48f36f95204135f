package org.metier.feed.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.metier.feed.internal.draft.Numerals;
import tools.jackson.databind.JsonNode;

/// Reads values out of a JSON tree whose types cannot be relied on.
public final class Nodes {
  private Nodes() {}

  /// A string, number or truth value as text.
  ///
  /// @return null when absent, JSON null, blank, or an object or array
  public static @Nullable String text(JsonNode parent, String name) {
    return text(parent.path(name));
  }

  public static @Nullable String text(JsonNode node) {
    String text = node.isString()
        ? node.stringValue()
        : node.isBoolean() ? String.valueOf(node.booleanValue()) : null;
    return text == null || text.isBlank() ? null : text;
  }

  /// What stands under a name as a list: the elements of an array, or the one value; nulls left out.
  public static List<JsonNode> list(JsonNode parent, String name) {
    return list(parent.path(name));
  }

  public static List<JsonNode> list(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    if (!node.isArray()) {
      return List.of(node);
    }
    List<JsonNode> elements = new ArrayList<>();
    for (JsonNode element : node) {
      if (!element.isNull()) {
        elements.add(element);
      }
    }
    return elements;
  }

  /// The first of several properties that has a text.
  public static @Nullable String first(JsonNode parent, String... names) {
    for (String name : names) {
      String text = text(parent, name);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  public static boolean isTrue(JsonNode parent, String name) {
    return "true".equals(lower(text(parent, name)));
  }

  public static @Nullable Double number(JsonNode parent, String name) {
    String text = text(parent, name);
    return text == null ? null : Numerals.number(text);
  }

  private static @Nullable String lower(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }
}
