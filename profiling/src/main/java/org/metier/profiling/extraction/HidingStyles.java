package org.metier.profiling.extraction;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/// Tells which elements of an HTML page nobody sees, by their `hidden` and `style` attributes and the
/// rules of the page's own style sheets. Rules for other media than the screen are left out, and so is
/// what rules say against one another.
final class HidingStyles {
  private static final int MOST_RULES = 200;
  private static final int LONGEST_SHEETS = 200_000;
  private static final int LONGEST_SELECTOR = 200;

  private static final Pattern HIDING = Pattern.compile(
      "(?<![\\w-])(?:display ?: ?none|visibility ?: ?(?:hidden|collapse)"
          + "|opacity ?: ?0(?:\\.0{1,9})?(?![.\\d])|font-size ?: ?[0-3](?:\\.\\d{1,9})?(?:px|pt)?(?![\\w.%])"
          + "|(?:left|top|right|text-indent|margin-left) ?: ?-\\d{3,9})");
  private static final Pattern COLOR = Pattern.compile("(?<![\\w-])color ?: ?([^;]{1,40})");
  private static final Pattern GROUND = Pattern.compile("(?<![\\w-])background");

  private final Set<Element> hidden = new HashSet<>();
  private final Set<Element> white = new HashSet<>();
  private final Set<Element> grounds = new HashSet<>();
  private final Document page;
  private int rules;

  private HidingStyles(Document page) {
    this.page = page;
  }

  static HidingStyles of(Document page) {
    HidingStyles styles = new HidingStyles(page);
    StringBuilder sheets = new StringBuilder();
    for (Element sheet : page.getElementsByTag("style")) {
      sheets.append(sheet.data()).append('\n');
    }
    styles.readRules(
        plain(sheets.substring(0, Math.min(sheets.length(), LONGEST_SHEETS))));
    return styles;
  }

  private static String plain(String css) {
    StringBuilder plain = new StringBuilder();
    int from = 0;
    for (int open = css.indexOf("/*"); open >= 0; open = css.indexOf("/*", from)) {
      plain.append(css, from, open);
      int close = css.indexOf("*/", open + 2);
      from = close < 0 ? css.length() : close + 2;
    }
    return normal(plain.append(css.substring(from)).toString());
  }

  private static String normal(String css) {
    return css.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  /// Reads rules outside of blocks such as `@media print { … }`; style sheets are read lower-case, which
  /// their class names seldom are not.
  private void readRules(String css) {
    int at = 0;
    while (at < css.length() && rules < MOST_RULES) {
      int open = css.indexOf('{', at);
      if (open < 0) {
        return;
      }
      String selector = css.substring(at, open).strip();
      int close = end(css, open);
      if (!selector.startsWith("@")) {
        apply(selector, css.substring(open + 1, close));
      }
      at = close + 1;
    }
  }

  private static int end(String css, int open) {
    int depth = 0;
    for (int i = open; i < css.length(); i++) {
      if (css.charAt(i) == '{') {
        depth++;
      } else if (css.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    return css.length();
  }

  private void apply(String selector, String declarations) {
    boolean isHiding = HIDING.matcher(declarations).find();
    boolean isWhite = isWhite(declarations);
    boolean isGround = GROUND.matcher(declarations).find();
    if ((!isHiding && !isWhite && !isGround) || selector.length() > LONGEST_SELECTOR) {
      return;
    }
    rules++;
    try {
      for (Element element : page.select(selector)) {
        if (isHiding) {
          hidden.add(element);
        }
        if (isWhite) {
          white.add(element);
        }
        if (isGround) {
          grounds.add(element);
        }
      }
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      // a selector of the browsers alone, such as ::before, hides no text of the page
    }
  }

  private static boolean isWhite(String declarations) {
    return COLOR.matcher(declarations).results().anyMatch(m -> Look.isWhite(m.group(1)));
  }

  /// Whether the element hides what is in it.
  boolean hide(Element element) {
    String style = normal(element.attr("style"));
    if (element.hasAttr("hidden") || hidden.contains(element) || HIDING.matcher(style).find()) {
      return true;
    }
    boolean isWhite = white.contains(element) || isWhite(style)
        || Look.isWhite(element.attr("color"));
    return isWhite && !isOnGround(element);
  }

  private boolean isOnGround(Element element) {
    for (Element at = element; at != null; at = at.parent()) {
      if (grounds.contains(at) || at.hasAttr("bgcolor") || at.hasAttr("background")
          || GROUND.matcher(normal(at.attr("style"))).find()) {
        return true;
      }
    }
    return false;
  }
}
