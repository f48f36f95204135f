package org.metier.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/// Writes HTML, and SVG within it. The one place that escapes: whatever is handed over as text or as an
/// attribute's value comes out as exactly that, so that no word of a CV or an advertisement can become markup.
///
/// Names of elements and attributes come from code, never from data. Not thread-safe.
public final class Html {
  /// Elements after which a line's end would show as a space.
  private static final Set<String> INLINE = Set.of("a", "mark", "q", "span", "strong",
      "text", "tspan", "style");

  private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /// Opens an element, which [#close()] closes.
  ///
  /// @param attributes names and values by turns
  public Html open(String element, String... attributes) {
    tag(element, attributes);
    open.push(element);
    return this;
  }

  /// Closes the element that was opened last.
  public Html close() {
    String element = open.pop();
    out.append("</").append(element).append(INLINE.contains(element) ? ">" : ">\n");
    return this;
  }

  /// An element that holds text alone.
  public Html element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /// An element that holds nothing and has no end tag, such as `input`.
  public Html single(String element, String... attributes) {
    tag(element, attributes);
    out.append('\n');
    return this;
  }

  public Html text(String text) {
    escape(text);
    return this;
  }

  /// The whole page.
  ///
  /// @throws IllegalStateException if an element is still open
  public String page() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return out.toString();
  }

  private void tag(String element, String... attributes) {
    if (attributes.length % 2 != 0) {
      throw new IllegalArgumentException("an attribute of " + element + " lacks its value");
    }
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\t', '\n', '\r' -> out.append(c);
        // HTML has no way to write the other control characters.
        default -> out.append(Character.isISOControl(c) ? '\uFFFD' : c);
      }
    }
  }
}
