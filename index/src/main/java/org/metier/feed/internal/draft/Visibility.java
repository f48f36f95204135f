package org.metier.feed.internal.draft;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Whether a browser would show an element, as far as its own attributes tell; style sheets do not reach a
/// feed.
final class Visibility {
  private static final Pattern NOTHING_OR_ONE = Pattern.compile(
      "(?:0|0?\\.\\d+|1)(?:\\.0*)?(?:px|pt|em|rem|%)?");
  private static final Pattern TINY = Pattern.compile("(?:0(?:\\.\\d*)?|\\.\\d+)(?:px|pt|em|rem|%)?"
      + "|1(?:\\.0*)?(?:px|pt)?");
  private static final Pattern FAR_AWAY = Pattern.compile("-\\d{3,}(?:\\.\\d*)?(?:px|pt|em|rem)?"
      + "|-[1-9]\\d?em");
  private static final Pattern TRANSPARENT = Pattern.compile("(?:0(?:\\.0*)?|\\.0+)%?");
  private static final Pattern WHITE = Pattern.compile(
      "white|#f{3}|#f{6}|rgba?\\(255,255,255(?:,1(?:\\.0)?)?\\)");

  private Visibility() {}

  static boolean isHidden(Element element) {
    if (element.hasAttr("hidden") || element.attr("aria-hidden").equalsIgnoreCase("true")) {
      return true;
    }
    String style = element.attr("style");
    if (style.isEmpty() && !element.hasAttr("color")) {
      return false;
    }
    Map<String, String> rules = rules(style);
    return rules.getOrDefault("display", "").equals("none")
        || rules.getOrDefault("visibility", "").equals("hidden")
        || TRANSPARENT.matcher(rules.getOrDefault("opacity", "")).matches()
        || TINY.matcher(rules.getOrDefault("font-size", "")).matches()
        || isClippedAway(rules) || isOffScreen(rules) || isInkOfPaper(element, rules);
  }

  private static boolean isClippedAway(Map<String, String> rules) {
    return rules.getOrDefault("overflow", "").equals("hidden")
        && (NOTHING_OR_ONE.matcher(rules.getOrDefault("height", "")).matches()
            || NOTHING_OR_ONE.matcher(rules.getOrDefault("width", "")).matches());
  }

  private static boolean isOffScreen(Map<String, String> rules) {
    String position = rules.getOrDefault("position", "");
    boolean isPlaced = position.equals("absolute") || position.equals("fixed");
    for (String side : new String[]{"left", "top", "right", "bottom"}) {
      if (isPlaced && FAR_AWAY.matcher(rules.getOrDefault(side, "")).matches()) {
        return true;
      }
    }
    return FAR_AWAY.matcher(rules.getOrDefault("text-indent", "")).matches()
        || FAR_AWAY.matcher(rules.getOrDefault("margin-left", "")).matches();
  }

  /// White letters on a background that nobody coloured, or letters of their own background's colour.
  private static boolean isInkOfPaper(Element element, Map<String, String> rules) {
    String ink = rules.getOrDefault("color", plain(element.attr("color")));
    if (ink.isEmpty()) {
      return false;
    }
    String paper = paper(element, rules);
    for (Element at = element.parent(); at != null && paper.isEmpty(); at = at.parent()) {
      paper = paper(at, rules(at.attr("style")));
    }
    return paper.isEmpty()
        ? WHITE.matcher(ink).matches()
        : ink.equals(paper) || (WHITE.matcher(ink).matches() && WHITE.matcher(paper).matches());
  }

  private static String paper(Element element, Map<String, String> rules) {
    return rules.getOrDefault("background-color",
        rules.getOrDefault("background", plain(element.attr("bgcolor"))));
  }

  private static Map<String, String> rules(String style) {
    Map<String, String> rules = new HashMap<>();
    for (String rule : style.split(";")) {
      int colon = rule.indexOf(':');
      if (colon > 0) {
        rules.put(plain(rule.substring(0, colon)),
            plain(rule.substring(colon + 1)).replace("!important", ""));
      }
    }
    return rules;
  }

  /// Lower case without blanks.
  private static String plain(String text) {
    return text.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
  }
}
