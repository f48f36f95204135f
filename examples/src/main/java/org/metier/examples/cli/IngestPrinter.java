package org.metier.examples.cli;

import java.io.PrintWriter;
import org.metier.feed.FeedProblem;
import org.metier.index.IngestReport;

/// Writes what became of a feed for a person to read.
final class IngestPrinter {
  private final PrintWriter out;

  IngestPrinter(PrintWriter out) {
    this.out = out;
  }

  /// @param examplesShown of the problems
  void print(IngestReport report, int examplesShown) {
    out.printf("%s (%s): received %,d = added %,d + updated %,d + unchanged %,d + rejected %,d%n",
        report.source(),
        report.format(), report.received(), report.added(), report.updated(), report.unchanged(),
        report.rejected());
    report.problems()
        .forEach((problem, count) -> out.printf("  %,6d × %s%n", count, words(problem.name())));
    report.examples()
        .stream()
        .limit(examplesShown)
        .forEach(problem -> out.println("    " + words(problem)));
  }

  private static String words(FeedProblem problem) {
    return problem.place() + (problem.key() == null ? "" : ", key " + problem.key()) + ": "
        + (problem.field().isEmpty() ? "" : problem.field() + " ") + "is \"" + problem.found()
        + "\"; expected " + problem.expected();
  }

  private static String words(String constant) {
    return constant.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
