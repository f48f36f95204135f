package org.metier.match;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.metier.home.Home;
import org.metier.match.internal.Candidates;
import org.metier.match.internal.VacancyRow;
import org.metier.profile.CompetenceProfile;
import org.metier.rank.Contributions;
import org.metier.rank.Forest;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;

/// Scores pairs of profile and vacancy with a trained model and says why. Thread-safe.
///
/// Scoring a pair costs its features and one walk per tree; explaining it costs many times the walk, so
/// ask for no more matches than somebody will look at.
public final class Ranker {
  private static final Feature[] FEATURES = Feature.values();

  private final RankerModel model;
  private final Forest forest;
  private final FeatureExtractor extractor;

  private Ranker(RankerModel model, FeatureExtractor extractor) {
    this.model = model;
    forest = model.aligned();
    this.extractor = extractor;
  }

  /// The ranker in service in a home, or the default one where none was installed.
  ///
  /// @throws ModelFileException if the home's model cannot be used
  public static Ranker open(Home home, Taxonomy taxonomy, TextAnalyzer analyzer) {
    return of(RankerModel.of(home), taxonomy, analyzer);
  }

  /// @throws IllegalArgumentException if the model was trained on a feature that [Feature] does not have
  public static Ranker of(RankerModel model, Taxonomy taxonomy, TextAnalyzer analyzer) {
    for (String feature : model.features()) {
      if (!Feature.names().contains(feature)) {
        throw new IllegalArgumentException(
            "the model was trained on " + feature + ", which this release does not compute");
      }
    }
    return new Ranker(model, FeatureExtractor.over(taxonomy, analyzer));
  }

  public RankerModel model() {
    return model;
  }

  /// Scores, explains and sorts: best first, equal scores by vacancy id, then by profile id.
  ///
  /// @param now for freshness and recency
  public List<Match> rank(CompetenceProfile profile, Collection<Vacancy> candidates, Instant now) {
    return rank(profile, candidates, candidates.size(), now);
  }

  /// The best of the above: scores all, explains only these.
  ///
  /// @param limit how many at most, at least 0
  public List<Match> rank(CompetenceProfile profile, Collection<Vacancy> candidates, int limit,
      Instant now) {
    return rank(profile, extractor.candidates(List.copyOf(candidates)), limit, now);
  }

  /// The best of candidates of which only what ranking needs is at hand. Reads the whole vacancies of those
  /// alone.
  ///
  /// @param limit how many at most, at least 0
  public List<Match> rank(CompetenceProfile profile, Candidates candidates, int limit,
      Instant now) {
    requireLimit(limit);
    Comparer comparer = extractor.comparer(profile, now);
    VacancyRow row = new VacancyRow();
    double[] scores = scores(comparer, candidates, row);
    List<Match> matches = new ArrayList<>();
    for (int best : Best.of(scores, limit, candidates::id)) {
      candidates.read(best, row);
      matches.add(explain(profile.id(), comparer.facts(row, candidates.vacancy(best))));
    }
    return matches;
  }

  private double[] scores(Comparer comparer, Candidates candidates, VacancyRow row) {
    double[] scores = new double[candidates.size()];
    double[] features = new double[FEATURES.length];
    for (int i = 0; i < scores.length; i++) {
      candidates.read(i, row);
      comparer.features(row, features, 0);
      scores[i] = forest.score(features);
    }
    return scores;
  }

  /// The profiles that fit a vacancy: best first, equal scores by profile id.
  ///
  /// @param limit how many at most, at least 0
  public List<Match> rankProfiles(Vacancy vacancy, Collection<CompetenceProfile> candidates,
      int limit, Instant now) {
    requireLimit(limit);
    VacancyRow row = extractor.row(vacancy);
    List<CompetenceProfile> profiles = List.copyOf(candidates);
    List<Comparer> comparers = new ArrayList<>();
    double[] scores = new double[profiles.size()];
    double[] features = new double[FEATURES.length];
    for (int i = 0; i < scores.length; i++) {
      Comparer comparer = extractor.comparer(profiles.get(i), now);
      comparers.add(comparer);
      comparer.features(row, features, 0);
      scores[i] = forest.score(features);
    }
    List<Match> matches = new ArrayList<>();
    for (int best : Best.of(scores, limit, i -> profiles.get(i).id())) {
      matches.add(explain(profiles.get(best).id(), comparers.get(best).facts(row, vacancy)));
    }
    return matches;
  }

  /// One pair, scored and explained.
  public Match match(CompetenceProfile profile, Vacancy vacancy, Instant now) {
    return explain(profile.id(),
        extractor.comparer(profile, now).facts(extractor.row(vacancy), vacancy));
  }

  private static void requireLimit(int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit must be at least 0, was " + limit);
    }
  }

  private Match explain(String profileId, PairFacts facts) {
    Contributions contributions = forest.explain(Comparer.features(facts.comparison()));
    Feature.Group[] groups = Feature.Group.values();
    double[] ofGroup = new double[groups.length];
    for (Feature feature : FEATURES) {
      ofGroup[feature.group().ordinal()] += contributions.value(feature.ordinal());
    }
    List<Reason> reasons = new ArrayList<>();
    for (Feature.Group group : groups) {
      reasons.add(facts.reason(group, ofGroup[group.ordinal()]));
    }
    reasons.sort(
        Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.contribution())));
    return new Match(profileId, facts.vacancy(), contributions.score(), contributions.base(),
        reasons);
  }
}
