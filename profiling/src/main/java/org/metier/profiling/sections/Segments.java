package org.metier.profiling.sections;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.metier.text.Span;

/// Cuts a line where title, employer, place and date are put side by side.
final class Segments {
  private static final Pattern CUT = Pattern.compile(
      "\\s*[|•·●▪;\\t]\\s*|\\s+[-–—−]+\\s*|\\s*[–—−]\\s+|\\s{2,}|,\\s+|\\s*@\\s*|:\\s+|\\s*[()]\\s*"
          + "|\\s+(?:at|bei|chez|bij|w firmie|dla|voor|für)\\s+(?=\\p{Lu})");

  private Segments() {}

  /// The parts between cuts that hold a letter, in order.
  ///
  /// @param start where in the text `line` begins
  static List<Span> of(String line, int start) {
    List<Span> parts = new ArrayList<>();
    Matcher cut = CUT.matcher(line);
    int from = 0;
    while (cut.find()) {
      add(parts, line, from, cut.start(), start);
      from = cut.end();
    }
    add(parts, line, from, line.length(), start);
    return parts;
  }

  private static void add(List<Span> parts, String line, int from, int to, int start) {
    while (from < to && !Character.isLetterOrDigit(line.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(line.charAt(to - 1))
        && "+#)".indexOf(line.charAt(to - 1)) < 0) {
      to--;
    }
    if (line.substring(from, to).chars().anyMatch(Character::isLetter)) {
      parts.add(new Span(start + from, start + to));
    }
  }
}
