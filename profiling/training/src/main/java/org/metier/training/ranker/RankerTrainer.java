package org.metier.training.ranker;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.metier.match.feature.Feature;
import org.metier.match.feature.FeatureExtractor;
import org.metier.match.model.ModelCard;
import org.metier.match.model.RankerModel;
import org.metier.match.reason.Side;
import org.metier.rank.fitting.ForestSettings;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.training.TrainingDataException;
import org.metier.training.TrainingProgress;
import org.metier.training.internal.Dice;
import org.metier.training.internal.boosting.LambdaMart;
import org.metier.training.internal.boosting.RankedLists;
import org.metier.training.judgment.JudgedData;
import org.metier.training.promotion.HeldOutPeople;
import org.metier.vacancy.Vacancy;

/// Fits a ranker to judged pairs of profiles and vacancies, and measures it on people that it has not seen.
///
/// No tree says less of a pair that shares more skills or whose work is nearer, all else equal.
///
/// The people are split at random: 70 % are learnt from, 15 % say when to stop, 15 % are held out for the
/// measures. Equal data, settings and `asOf` give an equal model, byte for byte, on every machine; with an
/// equal clock an equal card too.
///
/// Each tree tests features of one [Feature.Group] only. Thread-safe. 32,000 pairs and 150 trees take some seconds.
public final class RankerTrainer {
  /// What rankers are grown with, from whatever judgments, unless somebody says otherwise: 150 trees of 12 leaves of
  /// 100 rows, each on 70 % of the lists, until 30 of them bring nothing; good for some tens of thousands of judged
  /// pairs and more.
  public static final ForestSettings DEFAULT = ForestSettings.builder()
      .trees(150)
      .leaves(12)
      .minLeafRows(100)
      .minLeafHessian(0)
      .l2(1)
      .shrinkage(0.1)
      .listShare(0.7)
      .patience(30)
      .sigmoid(ForestSettings.Sigmoid.EXACT)
      .build();

  /// More of these never lowers a score.
  private static final Set<Feature> RISING = Collections.unmodifiableSet(EnumSet.of(
      Feature.ESSENTIAL_SKILLS_WEIGHTED_SHARE, Feature.ESSENTIAL_SKILLS_STATED_SHARE,
      Feature.ESSENTIAL_SKILLS_SMOOTHED_SHARE, Feature.ESSENTIAL_SKILLS_SMOOTHED_STATED_SHARE,
      Feature.ESSENTIAL_SKILLS_SHARE, Feature.ESSENTIAL_SKILLS_SHARED,
      Feature.OPTIONAL_SKILLS_SMOOTHED_SHARE, Feature.PROFILE_SKILLS_KNOWN,
      Feature.HELD_WORK_SIMILARITY, Feature.WANTED_WORK_SIMILARITY,
      Feature.HELD_OCCUPATION_NEARNESS, Feature.WANTED_OCCUPATION_NEARNESS,
      Feature.WANTED_OCCUPATION_SKILL_OVERLAP,
      Feature.OPTIONAL_SKILLS_WEIGHTED_SHARE, Feature.OPTIONAL_SKILLS_SHARED,
      Feature.HELD_OCCUPATION_SKILL_OVERLAP, Feature.TITLE_SIMILARITY, Feature.TEXT_SIMILARITY,
      Feature.MEANING_SIMILARITY, Feature.RELATED_MONTHS, Feature.SAME_OCCUPATION_MONTHS,
      Feature.NEAR_OCCUPATION_MONTHS, Feature.EXPERIENCE_GAP_MONTHS,
      Feature.LANGUAGES_MET_SHARE, Feature.LICENCES_MET_SHARE));

  /// Less of these never lowers a score.
  private static final Set<Feature> FALLING = Collections
      .unmodifiableSet(EnumSet.of(Feature.ESSENTIAL_SKILLS_MISSING,
          Feature.HELD_OCCUPATION_DISTANCE, Feature.WANTED_OCCUPATION_DISTANCE,
          Feature.NEAR_OCCUPATION_MONTHS_SINCE,
          Feature.LANGUAGE_WORST_GAP));

  private static final double TRAINING_SHARE = 0.7;
  private static final double VALIDATION_SHARE = 0.15;

  private final FeatureExtractor extractor;
  private final Taxonomy taxonomy;
  private final ForestSettings settings;
  private final Clock clock;
  private final @Nullable Instant asOf;
  private final TrainingProgress progress;
  private final @Nullable Path checkpoint;
  private final List<String> notFor;
  private final Set<Feature> without;
  private final int withoutEncoder;

  private RankerTrainer(Builder builder) {
    taxonomy = builder.taxonomy;
    extractor = FeatureExtractor.over(builder.taxonomy, builder.analyzer);
    settings = builder.settings;
    clock = builder.clock;
    asOf = builder.asOf;
    progress = builder.progress;
    checkpoint = builder.checkpoint;
    notFor = builder.notFor;
    without = builder.without;
    withoutEncoder = builder.withoutEncoder;
  }

  /// @param taxonomy that profiles and vacancies are coded in
  public static Builder builder(Taxonomy taxonomy, TextAnalyzer analyzer) {
    return new Builder(taxonomy, analyzer);
  }

  /// @throws TrainingDataException if there are too few people to hold any out
  public TrainedRanker train(JudgedData data) {
    return trainAndHoldOut(data).ranker();
  }

  /// The same, with the people that it did not learn from.
  public RankerTraining trainAndHoldOut(JudgedData data) {
    Instant now = asOf == null ? latest(data) : asOf;
    JudgedPairs pairs = JudgedPairs.of(data, extractor, now);
    Split split = split(pairs.lists().people());
    Map<String, Double> alone = HeldOut.alone(pairs.lists().select(split.heldOut()));
    for (double[] row : pairs.lists().rows()) {
      without.forEach(feature -> row[feature.ordinal()] = Double.NaN); // nothing to split by
    }
    hideMeaning(pairs.lists());
    RankedLists heldOut = pairs.lists().select(split.heldOut());
    LambdaMart.Grown grown = new LambdaMart(oneReasonPerTree(settings), progress).fit(
        pairs.lists().select(split.training()), pairs.lists().select(split.validation()),
        checkpoint);
    RankerModel model = RankerModel.of(grown.toForest());
    Map<String, Double> measures = new HeldOut(heldOut, grown).measures();
    measures.putAll(alone);
    measures.putAll(new OneMoreSkill(taxonomy, extractor, now)
        .measures(pairs.select(split.heldOut()), data, grown));
    ModelCard card = new ModelCard(model.sha256(), model.features(), data.sha256(), settings.seed(),
        described(grown, pairs, split, now), measures, clock.instant(), notFor);
    return new RankerTraining(new TrainedRanker(model, card), new HeldOutPeople(
        pairs.select(split.heldOut()).people(), pairs.select(split.validation()).people()));
  }

  private void hideMeaning(RankedLists lists) {
    for (int person = 0; withoutEncoder > 0 && person < lists.people(); person += withoutEncoder) {
      for (int row = lists.starts()[person]; row < lists.starts()[person + 1]; row++) {
        lists.rows()[row][Feature.MEANING_SIMILARITY.ordinal()] = Double.NaN;
        lists.rows()[row][Feature.RELATED_MONTHS.ordinal()] = Double.NaN;
        lists.rows()[row][Feature.HELD_WORK_SIMILARITY.ordinal()] = Double.NaN;
        lists.rows()[row][Feature.WANTED_WORK_SIMILARITY.ordinal()] = Double.NaN;
      }
    }
  }

  /// The people that [#train] would hold out with this seed.
  ///
  /// @throws TrainingDataException if there are too few people to hold any out
  public HeldOutPeople heldOut(JudgedData data) {
    JudgedPairs pairs = JudgedPairs.of(data, extractor, asOf == null ? latest(data) : asOf);
    Split split = split(pairs.lists().people());
    return new HeldOutPeople(pairs.select(split.heldOut()).people(),
        pairs.select(split.validation()).people());
  }

  private static Instant latest(JudgedData data) {
    return data.vacancies()
        .values()
        .stream()
        .map(Vacancy::postedAt)
        .filter(i -> i != null)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /// Each tree tests features of one reason only, so that reasons, and with them fitness and interest, are parts of
  /// the score: equal facts always count the same.
  private static ForestSettings oneReasonPerTree(ForestSettings settings) {
    return directed(settings, sets(Feature.Group.values(), Feature::group));
  }

  /// Each tree tests features of one side, so that fitness and interest are parts of the score, and reasons of one
  /// side may depend on each other.
  static ForestSettings oneSidePerTree(ForestSettings settings) {
    return directed(settings, sets(Side.values(), Feature::side));
  }

  private static ForestSettings directed(ForestSettings settings, List<List<Integer>> sets) {
    return settings.toBuilder()
        .directions(Arrays.stream(directions()).boxed().toList())
        .oneSetPerTree(sets)
        .build();
  }

  /// The features of each.
  private static <T> List<List<Integer>> sets(T[] each, Function<Feature, T> of) {
    return Arrays.stream(each)
        .map(one -> Arrays.stream(Feature.values())
            .filter(feature -> of.apply(feature).equals(one))
            .map(Feature::ordinal)
            .toList())
        .toList();
  }

  static int[] directions() {
    int[] directions = new int[Feature.values().length];
    RISING.forEach(feature -> directions[feature.ordinal()] = 1);
    FALLING.forEach(feature -> directions[feature.ordinal()] = -1);
    return directions;
  }

  private record Split(List<Integer> training, List<Integer> validation, List<Integer> heldOut) {}

  private Split split(int people) {
    int training = (int) (people * TRAINING_SHARE);
    int validation = (int) (people * VALIDATION_SHARE);
    if (training == 0 || validation == 0 || people - training - validation == 0) {
      throw new TrainingDataException("judgments of " + people
          + " people cannot be split; expected 7 people at least, and some hundreds for good measures");
    }
    List<Integer> order = new Dice(settings.seed())
        .shuffled(IntStream.range(0, people).boxed().toList());
    return new Split(sorted(order.subList(0, training)),
        sorted(order.subList(training, training + validation)),
        sorted(order.subList(training + validation, people)));
  }

  private static List<Integer> sorted(List<Integer> numbers) {
    return numbers.stream().sorted().toList();
  }

  private Map<String, String> described(LambdaMart.Grown grown, JudgedPairs pairs, Split split,
      Instant now) {
    Map<String, String> described = new TreeMap<>();
    described.put("algorithm", "LambdaMART (Burges 2010), each tree on features of one reason");
    described.put("asOf", now.toString());
    describe(settings, described);
    described.put("taxonomy", taxonomy.id());
    described.put("treesKept", String.valueOf(grown.trees().size()));
    described.put("rising", names(RISING));
    described.put("falling", names(FALLING));
    described.put("without", names(without));
    described.put("withoutEncoder", "every " + withoutEncoder + " people, 0 for none");
    described.put("pairs", String.valueOf(pairs.lists().rows().length));
    described.put("people", split.training().size() + " to learn from, "
        + split.validation().size() + " to say when to stop, " + split.heldOut().size()
        + " held out");
    return described;
  }

  /// What a card says of settings.
  static void describe(ForestSettings settings, Map<String, String> card) {
    card.put("leaves", String.valueOf(settings.leaves()));
    card.put("minLeaf", String.valueOf(settings.minLeafRows()));
    card.put("patience", String.valueOf(settings.patience()));
    card.put("sample", String.valueOf(settings.listShare()));
    card.put("shrinkage", String.valueOf(settings.shrinkage()));
    card.put("trees", String.valueOf(settings.trees()));
  }

  private static String names(Set<Feature> features) {
    return features.stream().map(Feature::name).collect(Collectors.joining(", "));
  }

  /// Collects the settings of a [RankerTrainer]; every one is optional. Not thread-safe.
  public static final class Builder {
    private final Taxonomy taxonomy;
    private final TextAnalyzer analyzer;
    private ForestSettings settings = DEFAULT;
    private Clock clock = Clock.systemUTC();
    private @Nullable Instant asOf;
    private TrainingProgress progress = TrainingProgress.SILENT;
    private @Nullable Path checkpoint;
    private List<String> notFor = List.of();
    private Set<Feature> without = Set.of();
    private int withoutEncoder;

    private Builder(Taxonomy taxonomy, TextAnalyzer analyzer) {
      this.taxonomy = taxonomy;
      this.analyzer = analyzer;
    }

    /// [#DEFAULT] by default; directions and what a tree may test are set by the trainer.
    public Builder settings(ForestSettings settings) {
      this.settings = settings;
      return this;
    }

    /// Replaces the seed of the settings: who is held out and every other random choice derives from it.
    public Builder seed(long seed) {
      settings = settings.toBuilder().seed(seed).build();
      return this;
    }

    /// Dates the card; the system's by default.
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /// The moment that freshness and recency are counted from; when the latest vacancy was posted, by
    /// default.
    public Builder asOf(Instant asOf) {
      this.asOf = asOf;
      return this;
    }

    /// Hears of every tree; nobody does by default.
    public Builder progress(TrainingProgress progress) {
      this.progress = progress;
      return this;
    }

    /// Uses that the measures say nothing about, for the card; none by default.
    public Builder notFor(List<String> notFor) {
      this.notFor = List.copyOf(notFor);
      return this;
    }

    /// Features that the model must not look at; none by default.
    public Builder without(Set<Feature> features) {
      without = Collections.unmodifiableSet(new TreeSet<>(features));
      return this;
    }

    /// Trains on every so manieth person as if the taxonomy had no encoder, so that the model also knows what to go
    /// by in a home without one; on nobody by default.
    ///
    /// @param people 0 for nobody
    public Builder withoutEncoder(int people) {
      if (people < 0) {
        throw new IllegalArgumentException("people must be at least 0, was " + people);
      }
      withoutEncoder = people;
      return this;
    }

    /// Writes every tree to a file as it stands, and goes on from there if the file exists; the model is the same,
    /// byte for byte. Nothing is kept by default.
    ///
    /// @param file of another training with the same data and settings, or yet to be made; may be deleted afterwards
    public Builder checkpoint(Path file) {
      checkpoint = file;
      return this;
    }

    public RankerTrainer build() {
      return new RankerTrainer(this);
    }
  }
}
