package org.metier.training.ranker;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.match.feature.FeatureExtractor;
import org.metier.match.feature.PairFeatures;
import org.metier.match.model.ModelCard;
import org.metier.match.model.RankerModel;
import org.metier.rank.fitting.ForestSettings;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.training.TrainingDataException;
import org.metier.training.TrainingProgress;
import org.metier.training.internal.boosting.LambdaMart;
import org.metier.training.internal.boosting.RankedLists;
import org.metier.training.judgment.EventGrades;
import org.metier.training.judgment.ImpressionLog;
import org.metier.training.judgment.PortalJudgments;
import org.metier.training.judgment.PositionBias;
import org.metier.training.judgment.Propensities;
import org.metier.training.judgment.TimeSplit;
import org.metier.training.judgment.TimeSplit.Role;
import org.metier.training.promotion.HeldOutPeople;

/// Fits a ranker to what a portal's people and counsellors made of vacancies.
///
/// Clicks say as much of positions as of vacancies: people look less at what stands further down. So the bias is
/// estimated from the log itself, see [PositionBias], and what was clicked at a position counts by the inverse of
/// how likely it is looked at. People and times are split as [TimeSplit] says.
///
/// Equal data and settings give an equal model on every machine. Thread-safe. A million impressions take about a
/// gigabyte; see the module's README for what that was measured on.
public final class PortalTrainer {
  /// So many people are measured at most, drawn by lot: some 50 MB.
  private static final int MOST_HELD_OUT = 5_000;

  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer;
  private final ForestSettings settings;
  private final EventGrades grades;
  private final @Nullable Propensities propensities;
  private final double clip;
  private final @Nullable Instant heldOutFrom;
  private final Clock clock;
  private final TrainingProgress progress;
  private final @Nullable Path checkpoint;

  private PortalTrainer(Builder builder) {
    taxonomy = builder.taxonomy;
    analyzer = builder.analyzer;
    settings = RankerTrainer.oneSidePerTree(builder.settings);
    grades = builder.grades;
    propensities = builder.propensities;
    clip = builder.clip;
    heldOutFrom = builder.heldOutFrom;
    clock = builder.clock;
    progress = builder.progress;
    checkpoint = builder.checkpoint;
  }

  /// @param taxonomy that profiles and vacancies are coded in
  public static Builder builder(Taxonomy taxonomy, TextAnalyzer analyzer) {
    return new Builder(taxonomy, analyzer);
  }

  /// @throws TrainingDataException if the log does not tell positions apart and no propensities were given, or if
  ///     nothing is left to learn from or to hold out
  public RankerTraining train(PortalJudgments data) {
    TimeSplit split = split(data);
    Propensities used = propensities(data.log(), split);
    PortalLists lists = lists(data, split, used);
    RankedLists training = lists.ranked(Role.TRAINING);
    RankedLists validation = lists.ranked(Role.VALIDATION);
    LambdaMart.Grown grown = new LambdaMart(settings, progress).fit(training, validation,
        checkpoint);
    RankerModel model = RankerModel.of(grown.toForest());
    HeldOutPeople heldOut = heldOut(lists, split);
    Map<String, String> described = described(data, split, used);
    described.put("rows", training.size() + " in " + training.people() + " lists to learn from, "
        + validation.size() + " in " + validation.people() + " to say when to stop");
    described.put("people", heldOut.measured().size() + " held out");
    described.put("treesKept", String.valueOf(grown.trees().size()));
    ModelCard card = new ModelCard(model.sha256(), model.features(), data.sha256(),
        settings.seed(), described, heldOut.measures(model), clock.instant(), List.of());
    return new RankerTraining(new TrainedRanker(model, card), heldOut);
  }

  /// The people that [#train] would hold out with this seed.
  ///
  /// @throws TrainingDataException as [#train]
  public HeldOutPeople heldOut(PortalJudgments data) {
    TimeSplit split = split(data);
    return heldOut(lists(data, split, propensities(data.log(), split)), split);
  }

  private HeldOutPeople heldOut(PortalLists lists, TimeSplit split) {
    Random lot = new Random(settings.seed());
    HeldOutPeople heldOut = new HeldOutPeople(lists.people(Role.HELD_OUT, MOST_HELD_OUT, lot),
        lists.people(Role.VALIDATION, MOST_HELD_OUT, lot));
    if (heldOut.measured().isEmpty()) {
      throw new TrainingDataException(
          "nobody is held out: no list of a fifth of the people is from "
              + split.cut() + " or later; expected a log of several weeks, or an earlier cut");
    }
    return heldOut;
  }

  private PortalLists lists(PortalJudgments data, TimeSplit split, Propensities used) {
    return new PortalLists(data, new PairFeatures(FeatureExtractor.over(taxonomy, analyzer)), split,
        used, grades, clip);
  }

  private TimeSplit split(PortalJudgments data) {
    TreeSet<String> people = new TreeSet<>(data.ratings().byPerson().keySet());
    List<Long> times = new ArrayList<>();
    data.ratings()
        .byPerson()
        .values()
        .forEach(rated -> rated.values().forEach(r -> times.add(r.at().toEpochMilli())));
    ImpressionLog log = data.log();
    for (int list = 0; log != null && list < log.lists(); list++) {
      people.add(log.personId(log.person(list)));
      times.add(log.at(list).toEpochMilli());
    }
    return heldOutFrom == null
        ? TimeSplit.of(people, times.stream().mapToLong(Long::longValue).toArray(),
            settings.seed())
        : TimeSplit.of(people, heldOutFrom, settings.seed());
  }

  private Propensities propensities(@Nullable ImpressionLog log, TimeSplit split) {
    if (propensities != null || log == null) {
      return propensities == null ? Propensities.ALIKE : propensities;
    }
    return PositionBias.estimate(log, list -> isLearntFrom(log, list, split))
        .orElseThrow(() -> new TrainingDataException("the log does not tell what positions do: it "
            + "needs shuffled lists, or the same vacancy at several positions of a person's lists, with "
            + "some hundred clicks on those; give the propensities, or train uncorrected"));
  }

  private static boolean isLearntFrom(ImpressionLog log, int list, TimeSplit split) {
    return switch (split.role(log.personId(log.person(list)), log.at(list))) {
      case TRAINING, VALIDATION -> true;
      case HELD_OUT, LEFT_OUT -> false;
    };
  }

  private Map<String, String> described(PortalJudgments data, TimeSplit split,
      Propensities used) {
    Map<String, String> described = new TreeMap<>();
    ImpressionLog log = data.log();
    described.put("algorithm", "LambdaMART (Burges 2010), inverse propensities (Joachims 2017)");
    described.put("clip", String.valueOf(clip));
    described.put("eventGrades", grades.toString());
    described.put("growth", settings.growth().name());
    described.put("heldOutFrom", split.cut().toString());
    described.put("impressions", log == null ? "0" : String.valueOf(log.report().impressions()));
    described.put("propensities", used.toString());
    described.put("ratings", String.valueOf(data.ratings().read()));
    described.put("refused", String.valueOf(log == null ? Map.of() : log.report().refused()));
    described.put("taxonomy", taxonomy.id());
    RankerTrainer.describe(settings, described);
    return described;
  }

  /// Collects the settings of a [PortalTrainer]; every one is optional. Not thread-safe.
  public static final class Builder {
    private final Taxonomy taxonomy;
    private final TextAnalyzer analyzer;
    private ForestSettings settings = RankerTrainer.DEFAULT;
    private EventGrades grades = EventGrades.DEFAULT;
    private @Nullable Propensities propensities;
    private double clip = 5;
    private @Nullable Instant heldOutFrom;
    private Clock clock = Clock.systemUTC();
    private TrainingProgress progress = TrainingProgress.SILENT;
    private @Nullable Path checkpoint;

    private Builder(Taxonomy taxonomy, TextAnalyzer analyzer) {
      this.taxonomy = taxonomy;
      this.analyzer = analyzer;
    }

    /// [RankerTrainer#DEFAULT] by default; directions and what a tree may test are set by the trainer.
    public Builder settings(ForestSettings settings) {
      this.settings = settings;
      return this;
    }

    /// Replaces the seed of the settings: who is held out and every other random choice derives from it.
    public Builder seed(long seed) {
      settings = settings.toBuilder().seed(seed).build();
      return this;
    }

    /// What events are worth; [EventGrades#DEFAULT] by default.
    public Builder grades(EventGrades grades) {
      this.grades = grades;
      return this;
    }

    /// How likely positions are looked at, [Propensities#ALIKE] to correct nothing; estimated from the log by
    /// default.
    public Builder propensities(Propensities propensities) {
      this.propensities = propensities;
      return this;
    }

    /// The most that a click counts, at least 1; 5 by default.
    public Builder clip(double clip) {
      if (!(clip >= 1 && clip <= 1_000)) {
        throw new IllegalArgumentException("clip must be 1 to 1000, was " + clip);
      }
      this.clip = clip;
      return this;
    }

    /// From when on lists are held out; the last 30 % by default.
    public Builder heldOutFrom(Instant cut) {
      heldOutFrom = cut;
      return this;
    }

    /// Dates the card; the system's by default.
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /// Hears of every tree; nobody does by default.
    public Builder progress(TrainingProgress progress) {
      this.progress = progress;
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

    public PortalTrainer build() {
      return new PortalTrainer(this);
    }
  }
}
