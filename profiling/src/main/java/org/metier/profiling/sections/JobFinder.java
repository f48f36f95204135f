package org.metier.profiling.sections;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.profile.DateRange;
import org.metier.profiling.document.StatedJob;
import org.metier.text.Span;

/// Finds the jobs of an experience section: around each period stand the title, the employer and the
/// place, on the same line or on the ones beside it.
final class JobFinder {
  private static final int MAX_TITLE_LINE = 110;
  /// A line without a period is a job's title only from here on.
  private static final double SURE_TITLE = 0.75;

  private final PeriodFinder periods;
  private final TitleSense sense;

  JobFinder(PeriodFinder periods, TitleSense sense) {
    this.periods = periods;
    this.sense = sense;
  }

  List<StatedJob> find(List<Line> lines) {
    List<@Nullable Period> dated = new ArrayList<>();
    for (Line line : lines) {
      dated.add(period(line));
    }
    List<StatedJob> jobs = new ArrayList<>();
    boolean[] isUsed = new boolean[lines.size()];
    for (int i = 0; i < lines.size(); i++) {
      Period period = dated.get(i);
      if (period != null) {
        List<Span> titles = titles(lines, dated, isUsed, i, period);
        if (!titles.isEmpty()) {
          jobs.add(new StatedJob(titles, period.range()));
        }
      }
    }
    if (jobs.isEmpty()) {
      for (Line line : lines) {
        undated(line, jobs);
      }
    }
    return jobs;
  }

  /// The period that heads a job: a range, or a lone date on a line of few words.
  private @Nullable Period period(Line line) {
    if (line.isBullet() && line.text().length() > MAX_TITLE_LINE) {
      return null;
    }
    for (Period period : periods.find(line.text())) {
      int rest = line.text().length() - period.span().length();
      boolean isAtAnEnd = period.span().start() <= 3
          || line.text().length() - period.span().end() <= 3;
      if (period.isRange()
          ? rest <= MAX_TITLE_LINE
          : rest <= 60 && isAtAnEnd && !line.isBullet() && !line.text().endsWith(".")) {
        return period;
      }
    }
    return null;
  }

  private List<Span> titles(List<Line> lines, List<@Nullable Period> dated, boolean[] isUsed, int i,
      Period period) {
    Line line = lines.get(i);
    int to = period.span().end();
    List<Span> titles = new ArrayList<>(
        Segments.of(line.text().substring(0, period.span().start()), line.start()));
    List<Span> after = Segments.of(line.text().substring(to), line.start() + to);
    if (i > 0 && dated.get(i - 1) == null && !isUsed[i - 1] && isTitleLike(lines.get(i - 1))) {
      titles.addAll(Segments.of(lines.get(i - 1).text(), lines.get(i - 1).start()));
      isUsed[i - 1] = true;
    }
    titles.addAll(after);
    for (int next = i + 1; next <= i + 2 && next < lines.size() && dated.get(next) == null
        && isTitleLike(lines.get(next)) && !isFollowedByPeriod(dated, next); next++) {
      titles.addAll(Segments.of(lines.get(next).text(), lines.get(next).start()));
      isUsed[next] = true;
    }
    titles.removeIf(t -> isSentencePart(lines, t));
    return titles;
  }

  /// Whether a stretch of more than two words begins in small letters.
  private static boolean isSentencePart(List<Line> lines, Span title) {
    for (Line holder : lines) {
      if (title.start() >= holder.start() && title.end() <= holder.end()) {
        String words = holder.text()
            .substring(title.start() - holder.start(),
                title.end() - holder.start());
        return Character.isLowerCase(words.charAt(0)) && words.split("\\s+").length > 2;
      }
    }
    return false;
  }

  /// Whether the line stands right above the next job's period, and so is that one's title.
  private static boolean isFollowedByPeriod(List<@Nullable Period> dated, int i) {
    return i + 1 < dated.size() && dated.get(i + 1) != null;
  }

  private static boolean isTitleLike(Line line) {
    return !line.isBullet() && line.text().length() <= MAX_TITLE_LINE && !line.text().endsWith(".")
        && Character.isLetter(line.text().charAt(0))
        && !Character.isLowerCase(line.text().charAt(0));
  }

  private void undated(Line line, List<StatedJob> jobs) {
    if (!isTitleLike(line)) {
      return;
    }
    List<Span> parts = Segments.of(line.text(), line.start());
    for (Span part : parts) {
      String words = line.text().substring(part.start() - line.start(), part.end() - line.start());
      if (sense.of(words) >= SURE_TITLE) {
        DateRange unknown = null;
        jobs.add(new StatedJob(List.of(part), unknown));
        return;
      }
    }
  }
}
