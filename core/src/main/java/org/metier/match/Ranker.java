package org.metier.match;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;

/// Scores pairs of profile and vacancy with a trained model and says why. Thread-safe.
///
/// Scoring a pair costs its features and one walk per tree; explaining it costs many times the walk, so
/// ask for no more matches than somebody will look at.
public final class Ranker {
  private final RankerModel model;
  private final FeatureExtractor extractor;
  private final Taxonomy taxonomy;
  private final SideTrees trees;
  private final Settings settings;
  private final Explainer explainer;

  /// What a service sets beside the model.
  private record Settings(Policy policy, CoverageLimits limits, CommutingTime commutingTime) {
    /// No way to work is faster than that on the whole of it, so that nothing near enough is hidden.
    static final double FASTEST_KM_PER_HOUR = 130;

    static Settings standard() {
      return new Settings(Policy.NONE, CoverageLimits.STANDARD,
          CommutingTime.atMost(FASTEST_KM_PER_HOUR));
    }
  }

  private Ranker(RankerModel model, FeatureExtractor extractor, Taxonomy taxonomy, SideTrees trees,
      Settings settings) {
    this.model = model;
    this.extractor = extractor;
    this.taxonomy = taxonomy;
    this.trees = trees;
    this.settings = settings;
    explainer = new Explainer(model.forest(), trees, taxonomy, settings.limits);
  }

  /// The ranker in service in a home, or the default one where none was installed, under the home's
  /// [Policy].
  ///
  /// @throws ModelFileException if the home's model cannot be used
  /// @throws IllegalArgumentException if the home's policy cannot be used
  public static Ranker open(Home home, Taxonomy taxonomy, TextAnalyzer analyzer) {
    Path file = home.rankerFile();
    return of(Files.exists(file) ? RankerModel.read(file) : RankerModel.standard(), taxonomy,
        analyzer).with(Policy.of(home));
  }

  /// @throws IllegalArgumentException if the model was trained on other features than [Feature] has
  public static Ranker of(RankerModel model, Taxonomy taxonomy, TextAnalyzer analyzer) {
    if (!model.features().equals(Feature.names())) {
      throw new IllegalArgumentException("the model's features must be those of this release, "
          + Feature.names() + ", was " + model.features());
    }
    return new Ranker(model, FeatureExtractor.over(taxonomy, analyzer), taxonomy,
        SideTrees.of(model.forest()), Settings.standard());
  }

  /// The same ranker under a policy; [Policy#NONE] by default.
  public Ranker with(Policy policy) {
    return with(new Settings(policy, settings.limits, settings.commutingTime));
  }

  /// The same ranker with other limits; [CoverageLimits#STANDARD] by default.
  public Ranker with(CoverageLimits limits) {
    return with(new Settings(settings.policy, limits, settings.commutingTime));
  }

  /// The same ranker with another source of travel times; by default as the crow flies at 130 km/h, less
  /// than which no way takes.
  public Ranker with(CommutingTime commutingTime) {
    return with(new Settings(settings.policy, settings.limits, commutingTime));
  }

  private Ranker with(Settings other) {
    return new Ranker(model, extractor, taxonomy, trees, other);
  }

  public RankerModel model() {
    return model;
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

  /// The best, and what the conditions hide.
  ///
  /// @param limit how many matches at most, at least 0
  public Matches rank(CompetenceProfile profile, Collection<Vacancy> candidates,
      Conditions conditions, int limit, Instant now) {
    ProfileView person = extractor.view(profile, now);
    List<Scored> scored = new ArrayList<>();
    for (Vacancy candidate : candidates) {
      scored.add(score(person, extractor.view(candidate), now));
    }
    return best(scored, conditions, limit, Question.Party.PERSON);
  }

  /// The profiles that fit a vacancy, sorted as above. Nothing is hidden.
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
    VacancyView position = extractor.view(vacancy);
    List<Scored> scored = new ArrayList<>();
    for (CompetenceProfile candidate : candidates) {
      scored.add(score(extractor.view(candidate, now), position, now));
    }
    return best(scored, conditions, limit, Question.Party.EMPLOYER);
  }

  /// One pair, scored and explained.
  public Match match(CompetenceProfile profile, Vacancy vacancy, Instant now) {
    return rank(profile, List.of(vacancy), 1, now).getFirst();
  }

  /// A pair before it is explained.
  ///
  /// @param score with what policy adds
  private record Scored(CompetenceProfile profile, Vacancy vacancy, Comparison comparison,
      Reason.@Nullable Boost boost, double score) {
    private static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble(Scored::score)
        .reversed()
        .thenComparing(scored -> scored.vacancy().id())
        .thenComparing(scored -> scored.profile().id());
  }

  private Scored score(ProfileView person, VacancyView position, Instant now) {
    Comparison comparison = extractor.compare(person, position, now);
    double score = model.forest().score(FeatureExtractor.features(comparison));
    Reason.Boost boost = settings.policy.boost(position.vacancy(), taxonomy).orElse(null);
    return new Scored(person.profile(), position.vacancy(), comparison, boost,
        boost == null ? score : score + boost.contribution());
  }

  private Matches best(List<Scored> scored, Conditions conditions, int limit,
      Question.Party asked) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit must be at least 0, was " + limit);
    }
    ConditionChecks checks = new ConditionChecks(conditions, settings.commutingTime, taxonomy);
    scored.sort(Scored.BEST_FIRST);
    List<Scored> shown = new ArrayList<>();
    List<Matches.Hidden> hidden = new ArrayList<>();
    for (Scored one : scored) {
      Set<Condition> failed = checks.hiding(one.profile, one.vacancy, one.comparison);
      if (failed.isEmpty()) {
        shown.add(one);
      } else {
        hidden.add(
            new Matches.Hidden(one.profile.id(), one.vacancy.id(), one.score, failed));
      }
    }
    List<Match> matches = ordered(shown, limit, asked).stream()
        .map(placed -> explain(placed, checks))
        .toList();
    return new Matches(matches, hidden, Matches.count(hidden), questions(matches, asked));
  }

  /// A cap is for lists of vacancies: profiles for one vacancy all have its employer.
  private List<EmployerOrder.Placed<Scored>> ordered(List<Scored> shown, int limit,
      Question.Party asked) {
    Policy.EmployerCap cap = settings.policy.cap();
    return cap == null || asked == Question.Party.EMPLOYER
        ? shown.stream().limit(limit).map(s -> new EmployerOrder.Placed<>(s, null)).toList()
        : EmployerOrder.order(shown, cap, one -> one.vacancy.employer(), limit);
  }

  private Match explain(EmployerOrder.Placed<Scored> placed, ConditionChecks checks) {
    Scored one = placed.candidate();
    return explainer.explain(one.profile, one.vacancy, one.comparison, checks, one.boost,
        placed.capped());
  }

  private static List<Question> questions(List<Match> matches, Question.Party asked) {
    Map<Topic, Double> reach = new EnumMap<>(Topic.class);
    for (Match match : matches) {
      for (Question question : match.questions()) {
        if (question.asked() == asked) {
          reach.merge(question.topic(), question.reach() / matches.size(), Double::sum);
        }
      }
    }
    return reach.entrySet()
        .stream()
        .map(e -> new Question(e.getKey(), asked, e.getValue()))
        .sorted(Comparator.comparingDouble(Question::reach).reversed())
        .limit(Matches.MAX_QUESTIONS)
        .toList();
  }
}
