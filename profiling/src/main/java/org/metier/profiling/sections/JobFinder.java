package org.metier.profiling.sections;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.profiling.document.StatedJob;
import org.metier.text.Span;

/// Finds the jobs of an experience section: around each period stand the title, the employer and the
/// place, on the same line or on the ones beside it.
///
/// People keep to one order within a CV, so the lines above the first period tell how many lines above each
/// further one belong to it. Lines below count only where nothing at or above a period looks like a title.
final class JobFinder {
  /// A period beside more characters heads no job.
  private static final int MAX_BESIDE_RANGE = 130;
  private static final int MAX_BESIDE_LONE = 60;
  /// An item of a list with more characters heads no job, unless the period begins or ends it.
  private static final int MAX_ITEM = 65;
  /// A period so near an end of a line begins or ends it.
  private static final int AT_END = 3;
  /// So many lines above or below a period may belong to it.
  private static final int MAX_ABOVE = 3;
  private static final int MAX_BELOW = 2;
  /// A line without a range is a job's title only from here on.
  private static final double SURE_TITLE = 0.7;
  /// What may be a title, so that nothing further off is looked at.
  private static final double LIKELY_TITLE = 0.3;

  /// Words before a period that may be a title, though a description follows on the same line.
  private static final int MAX_TITLE_BEFORE = 60;
  private static final int MAX_WORDS_BEFORE = 7;
  private static final Pattern DASH = Pattern.compile("[-–—]|to|bis|tot|do|au|à");

  private final PeriodFinder periods;
  private final TitleSense sense;
  private final Predicate<String> isPlace;

  /// @param isPlace whether words are the name of a place
  JobFinder(PeriodFinder periods, TitleSense sense, Predicate<String> isPlace) {
    this.periods = periods;
    this.sense = sense;
    this.isPlace = isPlace;
  }

  /// A period that heads a job.
  private record Anchor(int line, Period period) {}

  List<StatedJob> find(List<Line> stated) {
    List<Line> lines = joined(stated);
    List<Anchor> anchors = anchors(lines);
    int above = anchors.isEmpty() ? 0 : linesAbove(lines, anchors.getFirst().line);
    List<StatedJob> jobs = new ArrayList<>();
    for (int a = 0; a < anchors.size(); a++) {
      Anchor anchor = anchors.get(a);
      int from = a == 0 ? 0 : anchors.get(a - 1).line + 1;
      int to = a + 1 < anchors.size() ? anchors.get(a + 1).line - above : lines.size();
      List<Span> titles = titles(lines, anchor, Math.max(from, anchor.line - above), to);
      if (!titles.isEmpty()) {
        int first = firstHeader(lines, anchor, Math.max(from, anchor.line - above));
        jobs.add(new StatedJob(titles, anchor.period.range(),
            new Span(lines.get(first).start(), lines.get(Math.max(anchor.line, to - 1)).end())));
      }
    }
    if (jobs.isEmpty()) {
      lines.forEach(line -> undated(line, jobs));
    }
    return jobs;
  }

  /// The lines, with a period that is broken over three of them ("March 2015", "to", "May 2016") on one.
  private List<Line> joined(List<Line> lines) {
    List<Line> joined = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (i + 2 < lines.size() && DASH.matcher(lines.get(i + 1).text()).matches()
          && isDate(lines.get(i)) && !periods.find(lines.get(i + 2).text()).isEmpty()) {
        Line last = lines.get(i + 2);
        Line dash = lines.get(i + 1);
        String text = lines.get(i).text()
            + "\n".repeat(dash.start() - lines.get(i).end())
            + dash.text() + "\n".repeat(last.start() - dash.end()) + last.text();
        joined.add(new Line(lines.get(i).start(), text));
        i += 2;
      } else {
        joined.add(lines.get(i));
      }
    }
    return joined;
  }

  private boolean isDate(Line line) {
    return periods.find(line.text())
        .stream()
        .anyMatch(period -> line.text().length() - period.span().length() <= AT_END);
  }

  /// The lines with a period that heads a job. Beside ranges, a lone date does so only with a sure title.
  private List<Anchor> anchors(List<Line> lines) {
    List<Anchor> anchors = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Period period = period(lines.get(i));
      if (period != null) {
        anchors.add(new Anchor(i, period));
      }
    }
    if (anchors.stream().anyMatch(anchor -> anchor.period.isRange())) {
      anchors.removeIf(anchor -> !anchor.period.isRange() && !isSure(lines, anchor));
    }
    return anchors;
  }

  /// Whether beside a lone date, or below one on a line of its own, stands a sure title.
  private boolean isSure(List<Line> lines, Anchor anchor) {
    List<HeaderPart> parts = parts(lines.get(anchor.line), anchor.period);
    int next = anchor.line + 1;
    if (parts.isEmpty() && next < lines.size() && periods.find(lines.get(next).text()).isEmpty()) {
      parts = parts(lines.get(next), null);
    }
    return best(parts) >= SURE_TITLE;
  }

  /// The period that heads a job: a range that is no part of a sentence, or a lone date at an end of a line
  /// of few words.
  private @Nullable Period period(Line line) {
    for (Period period : periods.find(line.text())) {
      if (period.isRange() ? isHeading(line, period.span()) : isLoneHeading(line, period.span())) {
        return period;
      }
    }
    return null;
  }

  private static boolean isHeading(Line line, Span period) {
    String text = line.text();
    boolean begins = period.start() <= AT_END;
    boolean ends = text.length() - period.end() <= AT_END;
    String before = text.substring(0, period.start());
    if (!begins && before.length() <= MAX_TITLE_BEFORE && Shape.words(before) <= MAX_WORDS_BEFORE
        && Shape.smallWords(before) < 0.4 && !line.isBullet()
        && Character.isUpperCase(text.charAt(0))) {
      return true;
    }
    if (text.length() - period.length() > MAX_BESIDE_RANGE) {
      return false;
    }
    if (begins || ends) {
      return !(text.endsWith(".") && Shape.isSentence(text));
    }
    return !Shape.isSentence(text) && !(line.isBullet() && text.length() > MAX_ITEM);
  }

  private static boolean isLoneHeading(Line line, Span period) {
    String text = line.text();
    return text.length() - period.length() <= MAX_BESIDE_LONE
        && (period.start() <= AT_END || text.length() - period.end() <= AT_END)
        && !line.isBullet() && !text.endsWith(".");
  }

  /// How many lines above a period belong to it, told from the first one.
  private static int linesAbove(List<Line> lines, int first) {
    int above = 0;
    while (above < MAX_ABOVE && above < first && Shape.isHeader(lines.get(first - above - 1))) {
      above++;
    }
    return above;
  }

  /// Title, employer and place of a job, likeliest title first.
  ///
  /// @param from the first line that may belong to it
  /// @param to the first line that may not
  private List<Span> titles(List<Line> lines, Anchor anchor, int from, int to) {
    List<HeaderPart> parts = new ArrayList<>(parts(lines.get(anchor.line), anchor.period));
    for (int i = anchor.line - 1; i >= firstHeader(lines, anchor, from); i--) {
      parts.addAll(parts(lines.get(i), null));
    }
    int last = Math.min(Math.min(to, lines.size()) - 1, anchor.line + MAX_BELOW);
    for (int i = anchor.line + 1; i <= last && best(parts) < LIKELY_TITLE
        && Shape.isHeader(lines.get(i)); i++) {
      parts.addAll(parts(lines.get(i), null));
    }
    return ordered(parts);
  }

  private static int firstHeader(List<Line> lines, Anchor anchor, int from) {
    int first = anchor.line;
    while (first > from && Shape.isHeader(lines.get(first - 1))) {
      first--;
    }
    return first;
  }

  private List<HeaderPart> parts(Line line, @Nullable Period period) {
    return HeaderPart.of(line, period, sense, isPlace);
  }

  private static double best(List<HeaderPart> parts) {
    return parts.stream()
        .filter(part -> !part.isPlace())
        .mapToDouble(HeaderPart::sense)
        .max()
        .orElse(0);
  }

  /// Employers stand last; names of places are left out where anything else is there.
  private static List<Span> ordered(List<HeaderPart> parts) {
    List<Span> ordered = new ArrayList<>();
    for (boolean isEmployer : new boolean[]{false, true}) {
      parts.stream()
          .filter(part -> part.isEmployer() == isEmployer && !part.isPlace())
          .forEach(part -> ordered.add(part.span()));
    }
    if (ordered.isEmpty()) {
      parts.forEach(part -> ordered.add(part.span()));
    }
    return ordered;
  }

  private void undated(Line line, List<StatedJob> jobs) {
    if (Shape.isHeader(line)) {
      parts(line, null).stream()
          .filter(part -> part.sense() >= SURE_TITLE && !part.isPlace())
          .findFirst()
          .ifPresent(part -> jobs.add(StatedJob.of(part.span(), null)));
    }
  }
}
