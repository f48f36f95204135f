package org.metier.profiling.sections;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.profile.DateRange;
import org.metier.profile.PartialDate;
import org.metier.profiling.document.StatedEducation;
import org.metier.text.Span;

/// Finds the courses of an education section: lines that name a level or a date.
final class EducationFinder {
  private static final int MAX_TITLE = 120;

  /// What follows the name of a course on its line.
  private static final Pattern REMARK = Pattern.compile(
      "\\(?\\b(?:EQF|EQR|CEC|EKK|DQR|NLQF|VKS|PRK|GPA|Semester or Credit Hours|Credit Hours|Abschlussnote|Note:|Mention\\b|Ocena:|Cijfer)"
          + "|\\bCity\\s*,\\s*(?:State|Country)\\b");

  private final PeriodFinder periods;
  private final Predicate<String> namesLevel;

  /// @param namesLevel whether words name a level of education
  EducationFinder(PeriodFinder periods, Predicate<String> namesLevel) {
    this.periods = periods;
    this.namesLevel = namesLevel;
  }

  List<StatedEducation> find(List<Line> lines) {
    List<StatedEducation> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      List<Period> dates = periods.find(line.text());
      Period period = dates.isEmpty() ? null : dates.getFirst();
      boolean isNamed = namesLevel.test(line.text());
      if (isNamed) {
        found.add(StatedEducation.named(title(line, period), near(lines, i, period)));
      } else if (period != null && !isNeighbourNamed(lines, i) && words(line, period) >= 2) {
        found.add(StatedEducation.named(title(line, period), completed(period)));
      } else if (period != null && words(line, period) == 0 && isUnnamedCourse(lines, i + 1)) {
        found.add(StatedEducation.named(title(lines.get(i + 1), null), completed(period)));
      }
    }
    return found;
  }

  /// The line's own period, or that of a neighbour which has nothing else to belong to.
  private @Nullable DateRange near(List<Line> lines, int i, @Nullable Period own) {
    if (own != null) {
      return completed(own);
    }
    for (int other : new int[]{i - 1, i + 1}) {
      if (other >= 0 && other < lines.size() && !namesLevel.test(lines.get(other).text())) {
        List<Period> dates = periods.find(lines.get(other).text());
        if (!dates.isEmpty()) {
          return completed(dates.getFirst());
        }
      }
    }
    return null;
  }

  /// A lone date beside a course is when it was completed.
  private static DateRange completed(Period period) {
    PartialDate date = period.range().start();
    return period.isRange() || date == null
        ? period.range()
        : new DateRange(null, date, false);
  }

  /// Whether a line beside names a level and has no date of its own, so that this one's is its.
  private boolean isNeighbourNamed(List<Line> lines, int i) {
    return (i > 0 && isUndatedLevel(lines.get(i - 1)))
        || (i + 1 < lines.size() && isUndatedLevel(lines.get(i + 1)));
  }

  private boolean isUndatedLevel(Line line) {
    return namesLevel.test(line.text()) && periods.find(line.text()).isEmpty();
  }

  /// Whether a line below a date names a course, though no level.
  private boolean isUnnamedCourse(List<Line> lines, int i) {
    return i < lines.size() && Shape.isHeader(lines.get(i))
        && Shape.words(lines.get(i).text()) >= 2 && periods.find(lines.get(i).text()).isEmpty()
        && !namesLevel.test(lines.get(i).text()) && !isNeighbourNamed(lines, i);
  }

  private static int words(Line line, Period period) {
    String rest = line.text().substring(0, period.span().start())
        + line.text().substring(period.span().end());
    return Shape.words(rest);
  }

  /// The stretch before or behind the period: the one that names a level, else the first of at least
  /// two words, else the longer one.
  private Span title(Line line, @Nullable Period period) {
    int from = 0;
    int to = line.text().length();
    if (period != null) {
      String before = line.text().substring(0, period.span().start());
      String after = line.text().substring(period.span().end());
      boolean isBefore = namesLevel.test(before) || (!namesLevel.test(after)
          && (before.strip().indexOf(' ') > 0 || before.length() >= after.length()));
      from = isBefore ? 0 : period.span().end();
      to = isBefore ? period.span().start() : to;
    }
    Matcher remark = REMARK.matcher(line.text()).region(from, to);
    boolean isLevel = namesLevel.test(line.text().substring(from, to));
    if (remark.find() && remark.start() > from
        && (!isLevel || namesLevel.test(line.text().substring(from, remark.start())))) {
      to = remark.start();
    }
    List<Span> parts = Segments.of(line.text().substring(from, to), line.start() + from);
    if (parts.isEmpty()) {
      return line.span();
    }
    int start = parts.getFirst().start();
    int end = Math.min(parts.getLast().end(), start + MAX_TITLE);
    return new Span(start, end);
  }
}
