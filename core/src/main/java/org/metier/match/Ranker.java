package org.metier.match;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.metier.home.Home;
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
    Path file = home.rankerFile();
    return of(Files.exists(file) ? RankerModel.read(file) : RankerModel.standard(), taxonomy,
        analyzer);
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
    ProfileView person = extractor.view(profile, now);
    List<Scored> scored = new ArrayList<>();
    for (Vacancy candidate : candidates) {
      scored.add(score(person, extractor.view(candidate), now));
    }
    return best(scored, limit);
  }

  /// The profiles that fit a vacancy, sorted as above.
  ///
  /// @param limit how many at most, at least 0
  public List<Match> rankProfiles(Vacancy vacancy, Collection<CompetenceProfile> candidates,
      int limit, Instant now) {
    VacancyView position = extractor.view(vacancy);
    List<Scored> scored = new ArrayList<>();
    for (CompetenceProfile candidate : candidates) {
      scored.add(score(extractor.view(candidate, now), position, now));
    }
    return best(scored, limit);
  }

  /// One pair, scored and explained.
  public Match match(CompetenceProfile profile, Vacancy vacancy, Instant now) {
    return explain(score(extractor.view(profile, now), extractor.view(vacancy), now));
  }

  /// A pair before it is explained.
  private record Scored(String profileId, Vacancy vacancy, Comparison comparison, double score) {
    private static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble(Scored::score)
        .reversed()
        .thenComparing(scored -> scored.vacancy().id())
        .thenComparing(Scored::profileId);
  }

  private Scored score(ProfileView person, VacancyView position, Instant now) {
    Comparison comparison = extractor.compare(person, position, now);
    return new Scored(person.profile().id(), position.vacancy(), comparison,
        forest.score(FeatureExtractor.features(comparison)));
  }

  private List<Match> best(List<Scored> scored, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit must be at least 0, was " + limit);
    }
    return scored.stream().sorted(Scored.BEST_FIRST).limit(limit).map(this::explain).toList();
  }

  private Match explain(Scored scored) {
    Contributions contributions = forest
        .explain(FeatureExtractor.features(scored.comparison));
    Feature.Group[] groups = Feature.Group.values();
    double[] ofGroup = new double[groups.length];
    for (Feature feature : FEATURES) {
      ofGroup[feature.group().ordinal()] += contributions.value(feature.ordinal());
    }
    List<Reason> reasons = new ArrayList<>();
    for (Feature.Group group : groups) {
      reasons.add(scored.comparison.reason(group, ofGroup[group.ordinal()]));
    }
    reasons.sort(
        Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.contribution())));
    return new Match(scored.profileId, scored.vacancy, contributions.score(), contributions.base(),
        reasons);
  }
}
