package org.metier.examples.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.metier.match.Match;
import org.metier.match.Matches;
import org.metier.match.wording.Reader;
import org.metier.match.wording.Wording;
import org.metier.place.Place;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;

/// Writes matches and why they were found for a person to read.
final class MatchPrinter {
  private final Wording wording;
  private final Reader reader;
  private final PrintWriter out;

  MatchPrinter(Taxonomy taxonomy, Language language, Reader reader, PrintWriter out) {
    this.wording = Wording.in(language, reader, taxonomy);
    this.reader = reader;
    this.out = out;
  }

  /// @param linesShown of each part of an explanation, most important first; an analyst sees all, so that
  ///     the figures shown add up
  void print(Matches matches, int linesShown) {
    int place = 1;
    for (Match match : matches.matches()) {
      Vacancy vacancy = match.vacancy();
      out.printf(Locale.ROOT, "%2d. %s%s%s%s  [%s]%n", place++,
          reader == Reader.ANALYST ? "%+.2f  ".formatted(match.score()) : "", vacancy.title(),
          vacancy.employer() == null ? "" : ", " + vacancy.employer(), where(vacancy),
          vacancy.id());
      for (Wording.Section section : wording.explain(match)) {
        print(section, reader == Reader.ANALYST ? section.lines().size() : linesShown);
      }
    }
    wording.hidden(matches).forEach(sentence -> out.println("  " + sentence));
  }

  private void print(Wording.Section section, int linesShown) {
    out.println("      " + section.heading());
    section.lines()
        .stream()
        .limit(linesShown)
        .forEach(line -> out.println("        " + wording.joined(line)));
  }

  private static String where(Vacancy vacancy) {
    String towns = vacancy.workplaces()
        .stream()
        .map(Place::city)
        .filter(Objects::nonNull)
        .limit(2)
        .collect(Collectors.joining(", "));
    return towns.isEmpty() ? "" : ", " + towns;
  }
}
