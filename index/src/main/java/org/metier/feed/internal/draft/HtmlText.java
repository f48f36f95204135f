package org.metier.feed.internal.draft;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// The text of an HTML fragment, with a break wherever a browser would start a new block, so that no two
/// words are glued. What a browser would not show is left out.
///
/// @param text with single blanks, blocks separated by newlines
/// @param hasHiddenText whether words were left out that the author wrote but no reader could see; scripts,
///     styles and the comments of word processors do not count
record HtmlText(String text, boolean hasHiddenText) {
  /// Without any of these a text keeps its own lines.
  private static final Pattern BLOCK = Pattern.compile(
      "<(?:p|br|div|li|tr|h[1-6]|dd|dt|section|article|table|ul|ol|blockquote)(?:\\s[^<>]*)?/?>",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
  private static final Pattern MACHINE = Pattern.compile("[<={}]");
  /// A comment of fewer words is a marker of some editor.
  private static final int WORDS_OF_PROSE = 4;

  static HtmlText of(String html) {
    boolean keepsLines = !BLOCK.matcher(html).find();
    Walk walk = new Walk(new StringBuilder(html.length()), keepsLines);
    Jsoup.parseBodyFragment(html.replace("\r\n", "\n")).body().traverse(walk);
    return new HtmlText(walk.text.toString(), walk.hasHiddenText);
  }

  private static final class Walk implements NodeVisitor {
    private final StringBuilder text;
    private final boolean keepsLines;
    private int hiddenDepth = -1;
    private int preDepth = -1;
    /// Right after the mark of a list item, where its first paragraph starts no new line.
    private int afterMark = -1;
    private boolean hasHiddenText;

    Walk(StringBuilder text, boolean keepsLines) {
      this.text = text;
      this.keepsLines = keepsLines;
    }

    @Override
    public void head(Node node, int depth) {
      if (hiddenDepth >= 0) {
        return;
      }
      switch (node) {
        case TextNode words -> append(words.getWholeText(), keepsLines || preDepth >= 0);
        case Comment comment -> hasHiddenText |= isProse(comment.getData());
        case Element element -> head(element, depth);
        default -> {
          // declarations and data are no text
        }
      }
    }

    private void head(Element element, int depth) {
      String name = element.normalName();
      if (isMachinery(name)) {
        hiddenDepth = depth;
      } else if (Visibility.isHidden(element)) {
        hiddenDepth = depth;
        hasHiddenText |= WORD.matcher(element.text()).find();
      } else if (name.equals("br")) {
        text.append('\n');
      } else if (isCell(name)) {
        append(" ", false);
      } else if (startsLine(element)) {
        breakLine();
        if (name.equals("li")) {
          text.append("- ");
          afterMark = text.length();
        } else if (name.equals("pre") && preDepth < 0) {
          preDepth = depth;
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (hiddenDepth == depth) {
        hiddenDepth = -1;
      } else if (hiddenDepth < 0 && node instanceof Element element) {
        if (preDepth == depth) {
          preDepth = -1;
        }
        if (startsLine(element)) {
          breakLine();
        }
      }
    }

    private void append(String words, boolean withLines) {
      for (int i = 0; i < words.length(); i++) {
        char c = words.charAt(i);
        boolean isBlank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\u00a0';
        if (!isBlank || (c == '\n' && withLines)) {
          text.append(c);
        } else if (!text.isEmpty() && text.charAt(text.length() - 1) > ' ') {
          text.append(' ');
        }
      }
    }

    private void breakLine() {
      if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n' && text.length() != afterMark) {
        text.append('\n');
      }
    }

    private static boolean startsLine(Element element) {
      String name = element.normalName();
      return (element.isBlock() && !isCell(name)) || name.equals("option");
    }

    private static boolean isCell(String name) {
      return name.equals("td") || name.equals("th");
    }

    private static boolean isMachinery(String name) {
      return switch (name) {
        case "script", "style", "noscript", "template", "head", "title", "svg", "math", "object", "iframe", "xml", "audio", "video" ->
          true;
        default -> false;
      };
    }

    private static boolean isProse(String comment) {
      String plain = comment.strip();
      // Word writes "[if gte mso 9]>" with its own markup inside; scripts are commented out.
      return !plain.startsWith("[if") && !MACHINE.matcher(plain).find()
          && WORD.matcher(plain).results().limit(WORDS_OF_PROSE).count() == WORDS_OF_PROSE;
    }
  }
}
