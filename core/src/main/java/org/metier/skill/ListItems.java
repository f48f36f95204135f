package org.metier.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metier.text.Span;

/// The items of lists of skills: what stands between commas, semicolons, bullets, bars, tabs and ends of lines. Who
/// lists skills states each of them, in however few words. Stateless.
final class ListItems {
  /// Longer items are sentences, which are read as such.
  private static final int MOST_WORDS = 6;

  private static final Pattern ITEM = Pattern.compile("[^,;|•·▪●○◦\\t\\r\\n]+");
  /// What an item may begin with that is not part of it: a dash, a number, a label such as `Languages:`.
  private static final Pattern BEFORE = Pattern.compile("\\s*(?:[-–—*>]+\\s+|\\d+[.)]\\s+)*"
      + "(?:[^:]{1,40}:\\s*)?");
  private static final Pattern AFTER = Pattern.compile("[\\s.:]*$");
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}+#]*");

  private ListItems() {}

  /// In order of appearance, without those that have no letters or too many words.
  static List<Span> of(String text, List<Span> lists) {
    List<Span> items = new ArrayList<>();
    for (Span list : lists) {
      Matcher matcher = ITEM.matcher(text)
          .region(list.start(), Math.min(list.end(), text.length()));
      while (matcher.find()) {
        add(matcher.toMatchResult(), items);
      }
    }
    return items;
  }

  private static void add(MatchResult found, List<Span> items) {
    String item = found.group();
    Matcher before = BEFORE.matcher(item);
    int start = before.lookingAt() ? before.end() : 0;
    Matcher after = AFTER.matcher(item);
    int end = after.find() ? after.start() : item.length();
    if (start < end) {
      long words = WORD.matcher(item.substring(start, end)).results().count();
      if (words >= 1 && words <= MOST_WORDS) {
        items.add(new Span(found.start() + start, found.start() + end));
      }
    }
  }
}
