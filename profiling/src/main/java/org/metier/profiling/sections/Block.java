package org.metier.profiling.sections;

import java.util.ArrayList;
import java.util.List;
import org.metier.profiling.document.SectionKind;
import org.metier.profiling.sections.Headings.Heading;

/// The lines under one heading.
record Block(SectionKind kind, List<Line> lines) {
  /// Lines of a list of skills are short.
  private static final int SHORT = 45;

  /// Cuts a text at its headings; what comes before the first is the [SectionKind#PERSONAL] head.
  static List<Block> cut(String text, Headings headings) {
    List<Line> lines = Line.of(text);
    List<Block> blocks = new ArrayList<>();
    Block current = new Block(SectionKind.PERSONAL, new ArrayList<>());
    blocks.add(current);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Heading heading = headings.of(line.text());
      if (heading == null || (heading.isWeak() && isListItem(current.kind, lines, i))) {
        current.lines.add(line);
        continue;
      }
      current = new Block(heading.kind(), new ArrayList<>());
      blocks.add(current);
      String rest = line.text().substring(heading.length());
      if (!rest.isBlank()) {
        int skipped = heading.length() + rest.indexOf(rest.strip());
        current.lines.add(new Line(line.start() + skipped, rest.strip()));
      }
    }
    return blocks;
  }

  private static boolean isListItem(SectionKind inside, List<Line> lines, int i) {
    return inside == SectionKind.SKILLS && i > 0 && i + 1 < lines.size()
        && lines.get(i - 1).text().length() < SHORT && lines.get(i + 1).text().length() < SHORT
        && !isAllCapitals(lines.get(i).text());
  }

  private static boolean isAllCapitals(String text) {
    return text.chars().noneMatch(Character::isLowerCase);
  }
}
