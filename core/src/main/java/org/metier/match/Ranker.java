package org.metier.match;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.metier.allocation.Prices;
import org.metier.home.Home;
import org.metier.match.condition.CommutingTime;
import org.metier.match.condition.Conditions;
import org.metier.match.feature.Comparer;
import org.metier.match.feature.Feature;
import org.metier.match.feature.FeatureExtractor;
import org.metier.match.internal.Candidates;
import org.metier.match.internal.VacancyRow;
import org.metier.match.model.RankerModel;
import org.metier.match.reason.Question;
import org.metier.match.reason.SideSplit;
import org.metier.profile.CompetenceProfile;
import org.metier.rank.Forest;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// Scores pairs of profile and vacancy with a trained model and says why. Thread-safe.
///
/// Scoring a pair costs its features and one walk per tree; explaining it costs many times the walk, so
/// ask for no more matches than somebody will look at.
public final class Ranker {
  private final RankerModel model;
  private final FeatureExtractor extractor;
  private final Taxonomy taxonomy;
  private final Scoring scoring;
  private final SideTrees trees;
  private final Settings settings;
  private final Explainer explainer;

  /// What a service sets beside the model.
  private record Settings(Policy policy, Crowd crowd, CoverageLimits limits,
      CommutingTime commutingTime) {
    /// No way to work is faster than that on the whole of it, so that nothing near enough is hidden.
    static final double FASTEST_KM_PER_HOUR = 130;

    static Settings standard() {
      return new Settings(Policy.NONE, Crowd.NONE, CoverageLimits.STANDARD,
          CommutingTime.atMost(FASTEST_KM_PER_HOUR));
    }
  }

  private Ranker(RankerModel model, Forest forest, FeatureExtractor extractor, Taxonomy taxonomy,
      SideTrees trees, Settings settings) {
    this.model = model;
    this.extractor = extractor;
    this.taxonomy = taxonomy;
    this.trees = trees;
    this.settings = settings;
    scoring = new Scoring(forest);
    explainer = new Explainer(trees, taxonomy, settings.limits);
  }

  /// The ranker in service in a home, or the default one where none was installed, under the home's
  /// [Policy] and [HomePrices].
  ///
  /// @throws org.metier.match.model.ModelFileException if the home's model cannot be used
  /// @throws IllegalArgumentException if the home's policy or prices cannot be used
  public static Ranker open(Home home, Taxonomy taxonomy, TextAnalyzer analyzer) {
    RankerModel model = RankerModel.of(home);
    return of(model, taxonomy, analyzer).with(Policy.of(home)).with(HomePrices.of(home, model));
  }

  /// @throws IllegalArgumentException if the model was trained on a feature that [Feature] does not have
  public static Ranker of(RankerModel model, Taxonomy taxonomy, TextAnalyzer analyzer) {
    for (String feature : model.features()) {
      if (!Feature.names().contains(feature)) {
        throw new IllegalArgumentException(
            "the model was trained on " + feature + ", which this release does not compute");
      }
    }
    Forest forest = model.aligned();
    return new Ranker(model, forest, FeatureExtractor.over(taxonomy, analyzer), taxonomy,
        SideTrees.of(forest), Settings.standard());
  }

  /// The same ranker under a policy; [Policy#NONE] by default.
  public Ranker with(Policy policy) {
    return with(new Settings(policy, settings.crowd, settings.limits, settings.commutingTime));
  }

  /// The same ranker with what each vacancy loses because many are shown it; [Prices#NONE] by default. A
  /// price never hides a vacancy. Looks up the id of each candidate, once there is any price.
  ///
  /// @param prices worked out with the scores of this ranker's model
  public Ranker with(Prices prices) {
    return with(new Settings(settings.policy, Crowd.of(prices), settings.limits,
        settings.commutingTime));
  }

  /// The same ranker with other limits; [CoverageLimits#STANDARD] by default.
  public Ranker with(CoverageLimits limits) {
    return with(new Settings(settings.policy, settings.crowd, limits, settings.commutingTime));
  }

  /// The same ranker with another source of travel times; by default as the crow flies at 130 km/h, less
  /// than which no way takes.
  public Ranker with(CommutingTime commutingTime) {
    return with(new Settings(settings.policy, settings.crowd, settings.limits, commutingTime));
  }

  private Ranker with(Settings other) {
    return new Ranker(model, scoring.forest(), extractor, taxonomy, trees, other);
  }

  public RankerModel model() {
    return model;
  }

  /// What an employment service adds to its rankings.
  public Policy policy() {
    return settings.policy;
  }

  /// Names the taxonomy whose concepts it compares, see [Taxonomy#id].
  public String taxonomyId() {
    return taxonomy.id();
  }

  /// What ranking looks at of a vacancy, to be kept with a decision: some 100 to 400 bytes without words. Costs an
  /// analysis of the vacancy's text.
  public byte[] row(Vacancy vacancy) {
    return extractor.bytes(vacancy);
  }

  /// How its scores are split into fitness, interest and the rest.
  public SideSplit split() {
    return trees.split();
  }

  /// Scores, explains and sorts: best first, equal scores by vacancy id, then by profile id. Nothing is
  /// hidden.
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
    return rank(profile, candidates, Conditions.NONE, limit, now).matches();
  }

  /// The best of candidates of which only what ranking needs is at hand. Nothing is hidden.
  ///
  /// @param limit how many at most, at least 0
  public List<Match> rank(CompetenceProfile profile, Candidates candidates, int limit,
      Instant now) {
    return rank(profile, candidates, Conditions.NONE, limit, now).matches();
  }

  /// The best, and what the conditions hide.
  ///
  /// @param limit how many matches at most, at least 0
  public Matches rank(CompetenceProfile profile, Collection<Vacancy> candidates,
      Conditions conditions, int limit, Instant now) {
    return rank(profile, new GivenVacancies(List.copyOf(candidates), extractor), conditions, limit,
        now);
  }

  /// The best of candidates of which only what ranking needs is at hand, and what the conditions hide.
  /// Reads the whole vacancies of the best alone; where the policy has an [Policy.EmployerCap], also of those
  /// that it puts behind others.
  ///
  /// @param limit how many matches at most, at least 0
  public Matches rank(CompetenceProfile profile, Candidates candidates, Conditions conditions,
      int limit, Instant now) {
    requireLimit(limit);
    Pairs<VacancyId> pairs = new VacancyPairs(profile, extractor.comparer(profile, now),
        candidates, new VacancyRow());
    return ranking(pairs, conditions).best(limit, true, Question.Party.PERSON, explainer);
  }

  /// The scores of all candidates that the conditions do not hide, in no order and unexplained, for who
  /// allocates many people's candidates at a time. Costs a look-up of each id, and reads no vacancy.
  public List<ScoredVacancy> scores(CompetenceProfile profile, Candidates candidates,
      Conditions conditions, Instant now) {
    Pairs<VacancyId> pairs = new VacancyPairs(profile, extractor.comparer(profile, now),
        candidates, new VacancyRow());
    return ranking(pairs, conditions).scores();
  }

  /// The profiles that fit a vacancy: best first, equal scores by profile id. Nothing is hidden.
  ///
  /// @param limit how many at most, at least 0
  public List<Match> rankProfiles(Vacancy vacancy, Collection<CompetenceProfile> candidates,
      int limit, Instant now) {
    return rankProfiles(vacancy, candidates, Conditions.NONE, limit, now).matches();
  }

  /// The profiles that fit a vacancy, and those that the conditions hide.
  ///
  /// @param conditions the same for every profile; each meets them with its own licences and wishes
  /// @param limit how many matches at most, at least 0
  public Matches rankProfiles(Vacancy vacancy, Collection<CompetenceProfile> candidates,
      Conditions conditions, int limit, Instant now) {
    requireLimit(limit);
    List<CompetenceProfile> profiles = List.copyOf(candidates);
    List<Comparer> comparers = profiles.stream().map(p -> extractor.comparer(p, now)).toList();
    VacancyRow row = new VacancyRow();
    row.read(extractor.bytes(vacancy), 0);
    Pairs<String> pairs = new ProfilePairs(vacancy, row, profiles, comparers);
    // All profiles would meet the same employer: a cap says nothing here.
    return ranking(pairs, conditions).best(limit, false, Question.Party.EMPLOYER, explainer);
  }

  private <K extends Comparable<? super K>> RankedPairs<K> ranking(Pairs<K> pairs,
      Conditions conditions) {
    return new RankedPairs<>(pairs, scoring, settings.policy, settings.crowd,
        new ConditionChecks(conditions, settings.commutingTime, taxonomy));
  }

  /// One pair, scored and explained.
  public Match match(CompetenceProfile profile, Vacancy vacancy, Instant now) {
    return rank(profile, List.of(vacancy), 1, now).getFirst();
  }

  private static void requireLimit(int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit must be at least 0, was " + limit);
    }
  }
}
