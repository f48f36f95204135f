package org.metier.profiling.sections;

import java.util.ArrayList;
import java.util.List;
import org.metier.text.Span;

/// One line of a text that is not blank.
///
/// @param start offset of its first character that is not blank
/// @param text without blanks at either end
record Line(int start, String text) {
  static List<Line> of(String text) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      String raw = text.substring(start, end);
      String plain = raw.strip();
      if (!plain.isEmpty()) {
        lines.add(new Line(start + raw.indexOf(plain), plain));
      }
      start = end + 1;
    }
    return lines;
  }

  int end() {
    return start + text.length();
  }

  Span span() {
    return new Span(start, end());
  }

  boolean isBullet() {
    return text.matches("(?:[•●▪■◦‣∙·*o➢✓►§\\uf0b7\\uf0a7–—-])\\s.*") || text.startsWith("•");
  }
}
