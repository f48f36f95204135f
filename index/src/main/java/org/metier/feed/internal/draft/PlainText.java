package org.metier.feed.internal.draft;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/// Makes plain text of what partners send: markup, escaped markup, invisible characters, and contact
/// data that has no business in an index.
public final class PlainText {
  /// A feed's text may be HTML whose entities were escaped once more; nothing honest goes deeper.
  private static final int MAX_PASSES = 2;

  private static final Pattern TAG = Pattern.compile(
      "</?(?:p|br|div|ul|ol|li|b|strong|i|em|u|h[1-6]|span|table|tbody|tr|td|th|a|o:p|font|hr|img"
          + "|script|style|section|article|blockquote|pre|svg|html|body)(?:\\s[^<>]{0,2000})?/?>",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern ENTITY = Pattern
      .compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});");
  /// How R prints a character that the console cannot show.
  private static final Pattern R_ESCAPE = Pattern.compile("<U\\+([0-9A-F]{4,6})>");
  private static final Pattern WHITESPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern EMAIL = Pattern
      .compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,5}");
  /// Where a telephone number may stand: cheap to look for, and rare.
  private static final Pattern DIGITS = Pattern.compile("[+(]?\\d(?:[ ./()-]{0,3}[\\dx]){5,14}");
  private static final Pattern PHONE = Pattern.compile(
      // international: +48 600 100 200, 0033 (0)1 02 03 04 05
      "(?:\\+|00)[1-9]\\d{0,2}(?:[ ./()-]{0,3}\\d){7,12}"
          // national, with trunk zero: 01 02 03 04 05, 0470/12.34.56, 030-1234567
          + "|0[1-9]\\d{0,3}(?:[ ./-]{0,2}\\d){6,8}"
          // Polish: 600 100 200, (12) 345 67 89
          + "|[1-9]\\d{2}[ -]\\d{3}[ -]\\d{3}|\\(\\d{2}\\) ?\\d{3}[ -]\\d{2}[ -]\\d{2}");
  /// A day, which otherwise looks like a number with trunk zero: 03.04.2026.
  private static final Pattern DATE = Pattern
      .compile("(?:0?[1-9]|[12]\\d|3[01])([./-])(?:0?[1-9]|[12]\\d|3[01])\\1(?:19|20)\\d{2}");
  private static final Pattern CUE = Pattern.compile(
      "(?:tel|tél|phone|telefon|téléphone|gsm|mobil|mobile|kom|whatsapp)\\p{L}{0,8}[ .:]{1,4}$",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern CURRENCY = Pattern.compile("^\\s?(?:zł|PLN|EUR|€|USD|euro)");

  private PlainText() {}

  /// Paragraphs separated by newlines, without markup and invisible characters.
  public static String of(String received) {
    String text = received.contains("<U+") ? withoutEscapesOfR(received) : received;
    for (int pass = 0; pass < MAX_PASSES; pass++) {
      if (text.indexOf('<') >= 0 && TAG.matcher(text).find()) {
        text = withoutMarkup(text);
      } else if (text.indexOf('&') >= 0 && ENTITY.matcher(text).find()) {
        text = Parser.unescapeEntities(text, false);
      } else {
        break;
      }
    }
    return new Visible(text.length()).of(text);
  }

  private static String withoutEscapesOfR(String text) {
    return R_ESCAPE.matcher(text).replaceAll(m -> {
      int codePoint = Integer.parseInt(m.group(1), 16);
      return Character.isValidCodePoint(codePoint)
          ? Matcher.quoteReplacement(Character.toString(codePoint))
          : " ";
    });
  }

  /// The same on one line.
  public static String line(String received) {
    return of(received).replace("\n\n", " ").replace('\n', ' ');
  }

  /// The text with each e-mail address and telephone number replaced by an ellipsis in brackets.
  public static String withoutContacts(String text) {
    String noEmail = text.indexOf('@') < 0 ? text : EMAIL.matcher(text).replaceAll("[…]");
    return DIGITS.matcher(noEmail)
        .replaceAll(m -> isPhone(noEmail, m.start(), m.end())
            ? "[…]"
            : Matcher.quoteReplacement(m.group()));
  }

  private static boolean isPhone(String text, int start, int end) {
    char before = start == 0 ? ' ' : text.charAt(start - 1);
    char after = end == text.length() ? ' ' : text.charAt(end);
    if (DATE.matcher(text).region(start, end).matches()) {
      return false;
    }
    boolean isWithinWord = Character.isLetterOrDigit(before) || ".,/-".indexOf(before) >= 0
        || Character.isLetterOrDigit(after);
    if (!isWithinWord && PHONE.matcher(text).region(start, end).matches()
        && !CURRENCY.matcher(text).region(end, text.length()).find()) {
      return true;
    }
    return CUE.matcher(text.substring(Math.max(0, start - 24), start)).find();
  }

  /// At most so many characters, the last an ellipsis when something was cut.
  public static String shortened(String text, int maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    int end = maxLength - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }

  private static String withoutMarkup(String html) {
    StringBuilder text = new StringBuilder(html.length());
    Jsoup.parseBodyFragment(html.replace("\r\n", "\n")).body().traverse(new BlockText(text));
    return text.toString();
  }

  /// Drops control, bidirectional, zero-width and unassigned characters and lone surrogates
  /// (supplementary planes stay), and leaves single blanks and at most one empty line.
  private static final class Visible {
    private final StringBuilder kept;
    private int breaks;
    private boolean isBlankDue;

    Visible(int length) {
      kept = new StringBuilder(length);
    }

    String of(String text) {
      int i = 0;
      while (i < text.length()) {
        int c = text.codePointAt(i);
        i += Character.charCount(c);
        if (c == '\r' && (i >= text.length() || text.charAt(i) != '\n')) {
          breaks++;
        } else {
          add(c);
        }
      }
      return kept.toString();
    }

    private void add(int c) {
      switch (Character.getType(c)) {
        case Character.CONTROL -> {
          if (c == '\n') {
            breaks++;
          } else if (c == '\t') {
            isBlankDue = true;
          }
        }
        case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {
          // invisible
        }
        case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> breaks++;
        case Character.SPACE_SEPARATOR -> isBlankDue = true;
        default -> {
          if (kept.isEmpty()) {
            breaks = 0;
          } else if (breaks > 0) {
            kept.append(breaks == 1 ? "\n" : "\n\n");
          } else if (isBlankDue) {
            kept.append(' ');
          }
          breaks = 0;
          isBlankDue = false;
          kept.appendCodePoint(c);
        }
      }
    }
  }

  /// Text with a break wherever a browser would start a new block, so that no two words are glued.
  private static final class BlockText implements NodeVisitor {
    private final StringBuilder text;
    private int hiddenDepth = -1;

    BlockText(StringBuilder text) {
      this.text = text;
    }

    @Override
    public void head(Node node, int depth) {
      if (hiddenDepth >= 0) {
        return;
      }
      if (node instanceof TextNode words) {
        append(words.getWholeText());
      } else if (node instanceof Element element) {
        if (isHidden(element)) {
          hiddenDepth = depth;
        } else if (element.normalName().equals("br")) {
          text.append('\n');
        } else if (element.isBlock()) {
          breakLine();
          if (element.normalName().equals("li")) {
            text.append("- ");
          }
        } else if (element.normalName().equals("td") || element.normalName().equals("th")) {
          append(" ");
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (hiddenDepth == depth) {
        hiddenDepth = -1;
      } else if (hiddenDepth < 0 && node instanceof Element element && element.isBlock()) {
        breakLine();
      }
    }

    private void append(String words) {
      // Line breaks of the source mean nothing in HTML.
      for (int i = 0; i < words.length(); i++) {
        char c = words.charAt(i);
        boolean isBlank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\u00a0';
        if (!isBlank) {
          text.append(c);
        } else if (!text.isEmpty() && text.charAt(text.length() - 1) > ' ') {
          text.append(' ');
        }
      }
    }

    private void breakLine() {
      if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
        text.append('\n');
      }
    }

    private static boolean isHidden(Element element) {
      return switch (element.normalName()) {
        case "script", "style", "noscript", "template", "head", "title", "svg", "math", "object", "iframe" ->
          true;
        default -> element.hasAttr("hidden")
            || WHITESPACE.matcher(element.attr("style")).replaceAll("").contains("display:none");
      };
    }
  }
}
