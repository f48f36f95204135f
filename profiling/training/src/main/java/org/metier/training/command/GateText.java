package org.metier.training.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.metier.training.judgment.ImpressionLog;
import org.metier.training.judgment.LogReport;
import org.metier.training.judgment.Ratings;
import org.metier.training.promotion.ComparedFigure;
import org.metier.training.promotion.FlipReport;
import org.metier.training.promotion.GateCheck;
import org.metier.training.promotion.GroupGap;
import org.metier.training.promotion.PromotionReport;

/// Reports as a person reads them.
final class GateText {
  private static final int FEATURES = 5;
  private static final int PEOPLE = 3;

  private GateText() {}

  static String of(PromotionReport report) {
    StringBuilder text = new StringBuilder();
    line(text,
        String.format(Locale.ROOT, "%-34s %9s %9s %9s  %-18s %6s", "candidate against in service",
            "candidate",
            "service", "diff", "95 %", "p"));
    for (ComparedFigure figure : report.comparison().figures()) {
      Double p = figure.pValue();
      line(text,
          String.format(Locale.ROOT, "%-34s %9.4f %9.4f %+9.4f  %+.4f to %+.4f %6s", figure.name(),
              figure.candidate(),
              figure.inService(), figure.difference(), figure.differenceInterval().low(),
              figure.differenceInterval().high(), p == null ? "" : "%.4f".formatted(p)));
    }
    for (GroupGap gap : report.comparison().gaps()) {
      line(text,
          String.format(Locale.ROOT, "gap by %s: %.4f, in service %.4f", gap.attribute(),
              gap.candidate(),
              gap.inService()));
      gap.groups()
          .forEach(group -> line(text,
              String.format(Locale.ROOT, "  %-32s %9.4f %9.4f            %d people", group.name(),
                  group.candidate(), group.inService(), group.people())));
    }
    line(text,
        String.format(Locale.ROOT,
            "first ten: %.1f of 10 stay on average; fewer than %d stay for %.1f %% of people",
            report.comparison().topTens().kept(), report.comparison().topTens().keptAtLeast(),
            100 * report.comparison().topTens().changedShare()));
    addFlips(text, report.flips());
    line(text, "");
    for (GateCheck check : report.gate().checks()) {
      line(text,
          String.format(Locale.ROOT, "%-7s %-34s measured %.4f, allowed %.4f (%s)",
              check.isKept() ? "kept" : "BROKEN",
              check.bound(), check.measured(), check.allowed(), check.meaning()));
    }
    report.gate()
        .notMeasured()
        .forEach(what -> line(text, String.format(Locale.ROOT, "not measured: %s", what)));
    line(text, report.isPassed() ? "the gate lets this model pass" : "the gate refuses this model");
    return text.toString();
  }

  private static void addFlips(StringBuilder text, FlipReport flips) {
    if (!flips.features().isEmpty()) {
      line(text, "features that speak more (+) or less (-) for what enters the first ten:");
    }
    flips.features()
        .stream()
        .limit(FEATURES)
        .forEach(moved -> line(text,
            String.format(Locale.ROOT, "  %-40s %+.4f", moved.feature(), moved.by())));
    flips.people()
        .stream()
        .limit(PEOPLE)
        .forEach(flip -> line(text,
            String.format(Locale.ROOT, "  person %s: %d stay, %d enter, most moved by %s",
                flip.person(), flip.kept(), flip.entering().size(),
                flip.because().isEmpty() ? "nothing" : flip.because().getFirst().feature())));
  }

  /// What became of the lines of logs and ratings.
  static String of(@Nullable ImpressionLog log, Ratings ratings) {
    StringBuilder text = new StringBuilder();
    if (log != null) {
      LogReport report = log.report();
      line(text,
          String.format(Locale.ROOT, "%d lines: %d impressions of %d people, events %s, refused %s",
              report.lines(),
              report.impressions(), log.people(), report.events(), report.refused()));
      report.examples()
          .values()
          .forEach(examples -> examples
              .forEach(example -> line(text, String.format(Locale.ROOT, "  %s", example))));
    }
    if (ratings.read() > 0 || !ratings.refused().isEmpty()) {
      line(text,
          String.format(Locale.ROOT,
              "%d ratings, %.2f grades from their pair's median on average, refused %s",
              ratings.read(), ratings.agreement(), ratings.refused()));
      ratings.examples()
          .values()
          .forEach(examples -> examples
              .forEach(example -> line(text, String.format(Locale.ROOT, "  %s", example))));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append(System.lineSeparator());
  }
}
