package org.metier.feed.internal.draft;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Makes plain text of what partners send: markup, escaped markup and invisible characters go. Stateless.
public final class PlainText {
  /// A feed's text may be HTML whose entities were escaped once more; nothing honest goes deeper.
  private static final int MAX_PASSES = 2;

  private static final Pattern TAG = Pattern.compile(
      "</?(?:p|br|div|ul|ol|li|b|strong|i|em|u|h[1-6]|span|table|tbody|tr|td|th|a|o:p|font|hr|img"
          + "|script|style|section|article|header|footer|main|aside|nav|figure|figcaption|blockquote|pre"
          + "|code|dl|dt|dd|small|big|sup|sub|center|label|button|form|input|select|option|video|audio"
          + "|iframe|object|embed|link|meta|svg|math|noscript|template|html|head|body|title)"
          + "(?:\\s[^<>]{0,2000})?/?>|<!--",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern ENTITY = Pattern
      .compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});");
  /// How R prints a character that the console cannot show.
  private static final Pattern R_ESCAPE = Pattern.compile("<U\\+?([0-9A-F]{3,6})>");

  private PlainText() {}

  /// What a text came to.
  ///
  /// @param text paragraphs separated by newlines, without markup and invisible characters
  /// @param hasHiddenText whether words were left out that no reader of the page could see
  public record Reading(String text, boolean hasHiddenText) {}

  /// Paragraphs separated by newlines, without markup and invisible characters.
  public static String of(String received) {
    return read(received).text();
  }

  /// Reads HTML, escaped HTML or plain text. Linear in its length.
  public static Reading read(String received) {
    String text = received.contains("<U") ? withoutEscapesOfR(received) : received;
    boolean hasHiddenText = false;
    for (int pass = 0; pass < MAX_PASSES; pass++) {
      if (isMarkup(text)) {
        HtmlText html = HtmlText.of(text);
        text = html.text();
        hasHiddenText |= html.hasHiddenText();
      } else if (text.indexOf('&') >= 0 && ENTITY.matcher(text).find()) {
        text = Parser.unescapeEntities(text, false);
      } else {
        break;
      }
    }
    if (isMarkup(text)) { // escaped once too often for the passes, or made to look like it
      HtmlText html = HtmlText.of(text);
      text = TAG.matcher(html.text()).replaceAll(" ");
      hasHiddenText |= html.hasHiddenText();
    }
    return new Reading(new Visible(text.length()).of(text), hasHiddenText);
  }

  private static boolean isMarkup(String text) {
    return text.indexOf('<') >= 0 && TAG.matcher(text).find();
  }

  /// Text that is plain already, without invisible characters: what looks like markup or an entity stays.
  public static String visible(String received) {
    return new Visible(received.length()).of(received);
  }

  /// HTML of a sender who escapes all of it: `&lt;p&gt;` becomes `<p>`, once; other text stays as it is.
  public static String unescaped(String received) {
    return received.indexOf('<') < 0 && received.contains("&")
        ? Parser.unescapeEntities(received, false)
        : received;
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

  /// The text without what reaches a person, see [Contacts].
  public static String withoutContacts(String text) {
    return Contacts.without(text);
  }

  /// The same for running text, where also a name right before an address or number goes.
  public static String withoutPeople(String text) {
    return Contacts.withoutPeople(text);
  }

  /// A short text of a source on one line without contacts, cut after so many characters.
  ///
  /// @return null when the source says nothing
  static @Nullable String field(@Nullable String received, int maxLength) {
    if (received == null) {
      return null;
    }
    String line = withoutContacts(line(received));
    return line.isEmpty() ? null : shortened(line, maxLength);
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
        char ascii = text.charAt(i);
        if (ascii > ' ' && ascii < 0x7F) {
          show(ascii);
          i++;
          continue;
        }
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
        default -> show(c);
      }
    }

    private void show(int c) {
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
