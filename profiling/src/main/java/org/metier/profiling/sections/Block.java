package org.metier.profiling.sections;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.profiling.sections.Headings.Heading;
import org.metier.section.SectionKind;
import org.metier.section.SectionLabel;
import org.metier.section.SectionModel;

/// The lines under one heading.
record Block(SectionKind kind, List<Line> lines) {
  /// Lines of a list of skills are short.
  private static final int SHORT = 45;
  /// Longer lines, or lines of more words, are headings only if they are known ones.
  private static final int MAX_NEW_HEADING = 45;
  private static final int MAX_NEW_WORDS = 5;

  /// Cuts a text at its headings; what comes before the first is the [SectionKind#PERSONAL] head. Headings that
  /// the lists know are sure; of other lines the model tells which head a section, from their words, their
  /// form and what stands around them.
  static List<Block> cut(String text, Headings headings, SectionModel model) {
    List<Line> lines = Line.of(text);
    List<@Nullable Heading> found = headings(lines, headings, model);
    List<Block> blocks = new ArrayList<>();
    Block current = new Block(SectionKind.PERSONAL, new ArrayList<>());
    blocks.add(current);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Heading heading = found.get(i);
      if (heading == null || (heading.isWeak() && isListItem(current.kind, lines, i))
          || isRemark(heading, line, blocks)) {
        current.lines.add(line);
        continue;
      }
      current = new Block(heading.kind(), new ArrayList<>());
      blocks.add(current);
      String rest = line.text().substring(heading.length());
      if (!rest.isBlank()) {
        int skipped = heading.length() + rest.indexOf(rest.strip());
        current.lines.add(new Line(line.start() + skipped, rest.strip()));
        if (isAside(heading, blocks)) {
          current = new Block(SectionKind.EDUCATION, new ArrayList<>());
          blocks.add(current);
        }
      }
    }
    return blocks;
  }

  /// The heading that each line is or begins with.
  private static List<@Nullable Heading> headings(List<Line> lines, Headings headings,
      SectionModel model) {
    List<@Nullable Heading> found = new ArrayList<>();
    for (Line line : lines) {
      found.add(headings.of(line.text()));
    }
    List<SectionModel.Told> told = model.labels(lines.stream().map(Line::text).toList(), i -> {
      Heading known = found.get(i);
      return known == null ? null : new SectionLabel(known.kind(), true);
    });
    for (int i = 0; i < lines.size(); i++) {
      SectionLabel label = told.get(i).label();
      if (found.get(i) == null && label.isHeading() && told.get(i).isSure()
          && mayHead(lines.get(i))) {
        found.set(i, new Heading(label.kind(), lines.get(i).text().length(), true));
      }
    }
    return found;
  }

  private static boolean mayHead(Line line) {
    String text = line.text();
    return text.length() <= MAX_NEW_HEADING && Shape.words(text) <= MAX_NEW_WORDS
        && text.chars().noneMatch(Character::isDigit) && !line.isBullet()
        && Character.isUpperCase(text.charAt(0))
        && ".,;".indexOf(text.charAt(text.length() - 1)) < 0;
  }

  private static boolean isListItem(SectionKind inside, List<Line> lines, int i) {
    return inside == SectionKind.SKILLS && i > 0 && i + 1 < lines.size()
        && lines.get(i - 1).text().length() < SHORT && lines.get(i + 1).text().length() < SHORT
        && !isAllCapitals(lines.get(i).text());
  }

  /// Whether a label with words after it, such as "Contact: …", is a remark on a job or a course and no
  /// section.
  private static boolean isRemark(Heading heading, Line line, List<Block> before) {
    return heading.kind() == SectionKind.PERSONAL && heading.length() < line.text().length()
        && before.size() > 1;
  }

  /// Whether a label with words after it says something about a course among courses, such as
  /// "Certifications: …", so that the next line is about courses again.
  private static boolean isAside(Heading heading, List<Block> blocks) {
    return heading.kind() == SectionKind.CERTIFICATES && blocks.size() > 1
        && blocks.get(blocks.size() - 2).kind() == SectionKind.EDUCATION;
  }

  private static boolean isAllCapitals(String text) {
    return text.chars().noneMatch(Character::isLowerCase);
  }
}
