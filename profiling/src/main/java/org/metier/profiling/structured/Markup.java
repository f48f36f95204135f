package org.metier.profiling.structured;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// The text of descriptions that are HTML inside a field, with a line for each block.
final class Markup {
  private Markup() {}

  static String text(String html) {
    if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
      return html.strip();
    }
    StringBuilder text = new StringBuilder();
    Jsoup.parseBodyFragment(html).body().traverse(new NodeVisitor() {
      @Override
      public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
          text.append(words.getWholeText());
        } else if (startsLine(node)) {
          endLine(text);
        }
      }

      @Override
      public void tail(Node node, int depth) {
        if (startsLine(node)) {
          endLine(text);
        }
      }
    });
    return text.toString()
        .replaceAll("[ \\t\\u00a0]+", " ")
        .replaceAll("\\s*\\n\\s*", "\n")
        .strip();
  }

  /// A line without the sign of a list before it.
  static String item(String line) {
    return line.strip().replaceFirst("^[-–•*·]\\s*", "");
  }

  private static boolean startsLine(Node node) {
    return node instanceof Element element && (element.isBlock() || element.nameIs("br"));
  }

  private static void endLine(StringBuilder text) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }
}
