package org.metier.index;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.metier.home.Home;
import org.metier.match.Matches;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.Vacancy;

/// A home with a made-up market, as the tests of the matcher open it.
final class MarketHome {
  static final Taxonomy TAXONOMY = Market.taxonomy();
  static final TextAnalyzer ANALYZER = TextAnalyzer.create();
  static final Clock CLOCK = Clock.fixed(Market.NOW, ZoneOffset.UTC);

  private MarketHome() {}

  static VacancyIndex index(Path folder) {
    return VacancyIndex.builder(Home.open(folder))
        .taxonomy(TAXONOMY)
        .analyzer(ANALYZER)
        .clock(CLOCK)
        .build();
  }

  static Matcher.Builder matcher(Path folder) {
    return Matcher.builder(Home.open(folder)).taxonomy(TAXONOMY).analyzer(ANALYZER).clock(CLOCK);
  }

  /// A vacancy of one occupation.
  static Vacancy coded(String key, String occupation) {
    return Market.vacancy(key, "position")
        .occupations(List.of(new OccupationCode(occupation, 0.8, OccupationCode.Origin.LINKED)))
        .build();
  }

  static List<String> ids(Matches matches) {
    return matches.matches().stream().map(match -> match.vacancy().id().toString()).toList();
  }
}
