package org.metier.match;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.metier.home.Home;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;

/// Scores pairs of profile and vacancy with a trained model and says why. Thread-safe.
public final class Ranker {
  private Ranker() {}

  /// The ranker in service in a home, or the default one where none was installed.
  public static Ranker open(Home home, Taxonomy taxonomy, TextAnalyzer analyzer) {
    return new Ranker();
  }

  /// Scores, explains and sorts: best first, equal scores by vacancy id, then by profile id.
  ///
  /// @param now for freshness and recency
  public List<Match> rank(CompetenceProfile profile, Collection<Vacancy> candidates, Instant now) {
    return List.of();
  }

  /// One pair, scored and explained.
  public Match match(CompetenceProfile profile, Vacancy vacancy, Instant now) {
    return new Match(profile.id(), vacancy, 0, 0, List.of());
  }
}
