package org.metier.examples.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.metier.match.Match;
import org.metier.match.Reader;
import org.metier.match.Reason;
import org.metier.match.Wording;
import org.metier.place.Place;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;

/// Writes matches and their reasons for a person to read.
final class MatchPrinter {
  private final Wording wording;
  private final PrintWriter out;

  MatchPrinter(Taxonomy taxonomy, Language reader, PrintWriter out) {
    this.wording = Wording.in(reader, Reader.COUNSELLOR, taxonomy);
    this.out = out;
  }

  /// @param reasonsShown of each match, strongest first; the rest is summed up, so that the figures shown
  ///     still add up to the score
  void print(List<Match> matches, int reasonsShown) {
    int place = 1;
    for (Match match : matches) {
      Vacancy vacancy = match.vacancy();
      out.printf(Locale.ROOT, "%2d. %+.2f  %s%s%s  [%s]%n", place++, match.score(), vacancy.title(),
          vacancy.employer() == null ? "" : ", " + vacancy.employer(), where(vacancy),
          vacancy.id());
      out.printf(Locale.ROOT, "      %+.2f  base%n", match.base());
      match.reasons().stream().limit(reasonsShown).forEach(this::print);
      double rest = match.reasons()
          .stream()
          .skip(reasonsShown)
          .mapToDouble(Reason::contribution)
          .sum();
      int left = match.reasons().size() - Math.min(reasonsShown, match.reasons().size());
      if (left > 0) {
        out.printf(Locale.ROOT, "      %+.2f  %d weaker reasons together%n", rest, left);
      }
    }
  }

  private void print(Reason reason) {
    out.printf(Locale.ROOT, "      %+.2f  %s: %s%n", reason.contribution(), wording.heading(reason),
        wording.describe(reason));
  }

  private static String where(Vacancy vacancy) {
    String towns = vacancy.workplaces()
        .stream()
        .map(Place::city)
        .filter(java.util.Objects::nonNull)
        .limit(2)
        .collect(Collectors.joining(", "));
    return towns.isEmpty() ? "" : ", " + towns;
  }
}
