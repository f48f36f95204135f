package org.metier.feed.internal.xml;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An element of an item. Immutable.
///
/// @param name without its prefix, in lower case: senders write `pubdate` and `pubDate`
/// @param attributes by name without prefix, in lower case
/// @param contents texts and elements, in order
public record XmlNode(String name, Map<String, String> attributes,
    List<XmlContent> contents) implements XmlContent {
  public XmlNode {
    attributes = Map.copyOf(attributes);
    contents = List.copyOf(contents);
  }

  /// The elements of one name directly inside.
  public List<XmlNode> children(String wanted) {
    return contents.stream()
        .filter(XmlNode.class::isInstance)
        .map(XmlNode.class::cast)
        .filter(n -> n.name.equals(wanted))
        .toList();
  }

  /// The first element down a path of names; null when any is missing.
  public @Nullable XmlNode at(String... path) {
    XmlNode node = this;
    for (String step : path) {
      List<XmlNode> found = node.children(step);
      if (found.isEmpty()) {
        return null;
      }
      node = found.getFirst();
    }
    return node;
  }

  /// The text of the first element at a path that has any: `<city/><city>Gent</city>` is Gent.
  public @Nullable String text(String... path) {
    if (path.length == 0) {
      return text();
    }
    String[] rest = Arrays.copyOfRange(path, 1, path.length);
    for (XmlNode child : children(path[0])) {
      String text = child.text(rest);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /// The texts of all elements of one name directly inside, between semicolons; null when there are none.
  public @Nullable String texts(String wanted) {
    String texts = children(wanted).stream()
        .map(XmlNode::text)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("; "));
    return texts.isEmpty() ? null : texts;
  }

  /// The characters inside; with their tags when there are elements among them, as in XHTML.
  ///
  /// @return null when blank
  public @Nullable String text() {
    StringBuilder text = new StringBuilder();
    boolean isMarkup = contents.stream().anyMatch(XmlNode.class::isInstance);
    for (XmlContent content : contents) {
      append(content, isMarkup, text);
    }
    return text.toString().isBlank() ? null : text.toString();
  }

  private static void append(XmlContent content, boolean isMarkup, StringBuilder out) {
    switch (content) {
      case XmlContent.Characters(String characters) when isMarkup ->
        out.append(characters.replace("&", "&amp;").replace("<", "&lt;"));
      case XmlContent.Characters(String characters) -> out.append(characters);
      case XmlNode node -> {
        out.append('<').append(node.name).append('>');
        for (XmlContent inner : node.contents) {
          append(inner, true, out);
        }
        if (!node.contents.isEmpty() || !node.name.equals("br")) {
          out.append("</").append(node.name).append('>');
        }
      }
    }
  }

  /// @return null when absent or blank
  public @Nullable String attribute(String wanted) {
    String value = attributes.get(wanted);
    return value == null || value.isBlank() ? null : value;
  }
}
