package org.metier.examples.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.metier.feed.FeedProblem;
import org.metier.ledger.Run;

/// Prints what became of a feed.
final class RunPrinter {
  private final PrintWriter out;

  RunPrinter(PrintWriter out) {
    this.out = out;
  }

  /// @param examplesShown how many problems to show one by one
  void print(Run run, int examplesShown) {
    out.printf("%s (%s): received %,d = %s%n", run.source(),
        run.format() == null ? "format unknown" : run.format(), run.received(), sum(run.ends()));
    run.lost()
        .forEach((reason, count) -> out.printf("  %,6d × no more in the feed: %s%n", count,
            words(reason.name())));
    if (run.waiting() > 0) {
      out.printf("  %,6d × absent, waiting for a person's word%n", run.waiting());
    }
    run.problems()
        .forEach((problem, count) -> out.printf("  %,6d × %s%n", count, words(problem.name())));
    run.examples()
        .stream()
        .limit(examplesShown)
        .forEach(problem -> out.println("    " + words(problem)));
    run.alarms()
        .forEach(alarm -> out.printf(Locale.ROOT,
            "  ALARM: %s fell silent: %.0f %% of the records had it before, %.0f %% now%n",
            alarm.field(), 100 * alarm.shareBefore(), 100 * alarm.shareNow()));
  }

  /// "published 3 + merged 1"; "0" for nothing.
  static String sum(Map<? extends Enum<?>, ? extends Number> counts) {
    return counts.isEmpty()
        ? "0"
        : counts.entrySet()
            .stream()
            .map(e -> "%s %,d".formatted(words(e.getKey().name()), e.getValue().longValue()))
            .collect(Collectors.joining(" + "));
  }

  private static String words(FeedProblem problem) {
    return problem.place() + (problem.key() == null ? "" : ", key " + problem.key()) + ": "
        + (problem.field().isEmpty() ? "" : problem.field() + " ") + "is \"" + problem.found()
        + "\"; expected " + problem.expected();
  }

  static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
