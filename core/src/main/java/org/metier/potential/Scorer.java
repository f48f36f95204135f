package org.metier.potential;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Applies a [PotentialModel] to what is known of people. Needs no library that trains.
///
/// Thread-safe: build one and share it. An assessment costs a multiplication for each column and replicate of a linear
/// model, and a walk with exact Shapley values for each tree; some microseconds for a linear one.
public final class Scorer {
  /// Widths of the trained range beyond its ends at which a value is unlike all training.
  private static final double MARGIN = 0.5;

  private final PotentialModel model;
  private final Specification specification;
  private final LinearPart linear;
  private final Intervals intervals;
  private final String modelSha256;
  private final double leastCoverage;
  private final int mostBands;
  private final double allSpread;

  private Scorer(Builder builder) {
    model = builder.model;
    specification = builder.specification;
    linear = LinearPart.of(model);
    intervals = new Intervals(model);
    modelSha256 = model.sha256();
    leastCoverage = builder.leastCoverage;
    mostBands = builder.mostBands;
    allSpread = model.trainedFields().stream().mapToDouble(TrainedField::spread).sum();
  }

  /// With the defaults that each method of the builder states.
  ///
  /// @throws PotentialException if the model was trained under another specification, and so for another purpose or
  ///     population
  public static Builder builder(PotentialModel model, Specification specification) {
    if (!model.specificationSha256().equals(specification.sha256())) {
      throw new PotentialException(new Refusal(Refusal.Kind.OTHER_SPECIFICATION,
          specification.name(), "the model was trained under the specification "
              + model.specificationName() + " (sha256 "
              + model.specificationSha256().substring(0, 12)
              + "...), and says nothing of the people of " + specification.name() + " (sha256 "
              + specification.sha256().substring(0, 12) + "...), who are: "
              + specification.population().description()
              + " Use the specification that it was trained under, or train a model for this"
              + " population"));
    }
    List<String> features = specification.features().stream().map(Field::name).toList();
    if (!model.features().equals(features)) {
      throw new PotentialException(new Refusal(Refusal.Kind.OTHER_SPECIFICATION,
          specification.name(), "the model says it was trained under this specification, but its"
              + " features are " + model.features() + ", expected " + features
              + "; train it again"));
    }
    return new Builder(model, specification);
  }

  public static Scorer of(PotentialModel model, Specification specification) {
    return builder(model, specification).build();
  }

  /// Collects the settings of a [Scorer]. Not thread-safe; every setting is optional.
  public static final class Builder {
    private final PotentialModel model;
    private final Specification specification;
    private double leastCoverage = 0.5;
    private int mostBands = 3;

    private Builder(PotentialModel model, Specification specification) {
      this.model = model;
      this.specification = specification;
    }

    /// Abstains if less is known than this share of what moves scores.
    ///
    /// @param share 0.2 to 1; 0.5 by default
    public Builder leastCoverage(double share) {
      if (!(share >= 0.2 && share <= 1)) {
        throw new IllegalArgumentException("leastCoverage must be 0.2 to 1, was " + share);
      }
      leastCoverage = share;
      return this;
    }

    /// Abstains if the interval of a chance touches more bands than this.
    ///
    /// @param bands 1 to 5; 3 by default, 5 never abstains for it
    public Builder mostBands(int bands) {
      if (bands < 1 || bands > Band.values().length) {
        throw new IllegalArgumentException("mostBands must be 1 to 5, was " + bands);
      }
      mostBands = bands;
      return this;
    }

    public Scorer build() {
      return new Scorer(this);
    }
  }

  public PotentialModel model() {
    return model;
  }

  public Specification specification() {
    return specification;
  }

  double leastCoverage() {
    return leastCoverage;
  }

  int mostBands() {
    return mostBands;
  }

  /// The numbers alone, whether or not there is enough to go by: for measuring models. What people get comes of
  /// [#assess].
  ///
  /// @throws PotentialException if the facts are of another specification
  public Score score(Facts facts) {
    requireOwn(facts);
    double[] values = facts.toArray();
    double[] added = linear.contributions(values);
    double base = model.intercept() + model.forest().base();
    double value = model.intercept();
    for (double contribution : added) {
      value += contribution;
    }
    if (model.forest().trees().isEmpty()) {
      value += model.forest().base();
    } else {
      var shares = model.forest().explain(values);
      for (int f = 0; f < added.length; f++) {
        added[f] += shares.value(f);
      }
      value += shares.score();
    }
    List<Contribution> contributions = new ArrayList<>(added.length);
    for (int f = 0; f < added.length; f++) {
      contributions
          .add(new Contribution(model.features().get(f), added[f], !Double.isNaN(values[f])));
    }
    Intervals.Ends ends = intervals.of(value, linear.columns(values), values);
    return new Score(ends.chance(), ends.low(), ends.high(), value, base, contributions);
  }

  /// The chance alone, of many people whose features are at hand as numbers: for reports.
  ///
  /// @param values one per feature as [Field#parsed] gives them, NaN where unknown
  public double chance(double[] values) {
    double value = model.intercept();
    for (double contribution : linear.contributions(values)) {
      value += contribution;
    }
    return intervals.chance(value + model.forest().score(values));
  }

  /// A chance in bands, or why there is none.
  ///
  /// @throws PotentialException if the facts are of another specification
  public Assessment assess(Facts facts) {
    requireOwn(facts);
    List<Abstention> reasons = abstentions(facts);
    if (!reasons.isEmpty()) {
      return abstained(facts, reasons);
    }
    Score score = score(facts);
    Band from = Band.of(score.low());
    Band to = Band.of(score.high());
    if (to.ordinal() - from.ordinal() + 1 > mostBands) {
      return abstained(facts, List.of(new Abstention.TooUncertain(from, to)));
    }
    List<String> codes = score.strongest()
        .stream()
        .map(c -> (c.value() > 0 ? "+" : "-") + c.field())
        .toList();
    return new Assessment.Scored(from, to, score, trace(facts, codes));
  }

  private Assessment abstained(Facts facts, List<Abstention> reasons) {
    return new Assessment.Abstained(reasons,
        trace(facts, reasons.stream().map(Abstention::code).toList()));
  }

  private Trace trace(Facts facts, List<String> codes) {
    return new Trace(modelSha256, specification.sha256(), facts.sha256(), codes);
  }

  private void requireOwn(Facts facts) {
    if (!facts.specification().equals(specification)) {
      throw new PotentialException(new Refusal(Refusal.Kind.OTHER_SPECIFICATION,
          facts.specification().name(), "the facts were collected under "
              + facts.specification() + ", but the model is of " + specification));
    }
  }

  private List<Abstention> abstentions(Facts facts) {
    List<Abstention> reasons = new ArrayList<>();
    for (Population.Rule rule : specification.population().rules()) {
      if (!facts.isKnown(specification.featureNumber(rule.field()))) {
        reasons.add(new Abstention.PopulationUnknown(rule.field()));
      } else if (!holds(rule, facts)) {
        reasons.add(new Abstention.OutsidePopulation(rule.field()));
      }
    }
    for (Contradiction contradiction : specification.contradictions()) {
      if (holds(contradiction.one(), facts) && holds(contradiction.other(), facts)) {
        reasons.add(new Abstention.Contradictory(contradiction.one().field(),
            contradiction.other().field()));
      }
    }
    double known = 0;
    for (int f = 0; f < model.features().size(); f++) {
      TrainedField trained = model.trainedFields().get(f);
      if (facts.isKnown(f)) {
        known += trained.spread();
        if (isUnlike(facts.value(f), trained, specification.features().get(f).type())) {
          reasons.add(new Abstention.UnlikeTraining(trained.field()));
        }
      }
    }
    double coverage = allSpread == 0 ? 1 : known / allSpread;
    if (coverage < leastCoverage) {
      reasons.add(new Abstention.TooLittleKnown(coverage, leastCoverage, unknown(facts)));
    }
    return reasons;
  }

  /// Of what is known.
  private boolean holds(Population.Rule rule, Facts facts) {
    int number = specification.featureNumber(rule.field());
    return facts.isKnown(number) && rule.condition()
        .holds(specification.features().get(number), facts.value(number));
  }

  /// A feature of which nobody's value was known in training plays no part, and makes nobody unlike.
  private static boolean isUnlike(double value, TrainedField trained, FieldType type) {
    return trained.knownShare() > 0 && switch (type) {
      case FieldType.Amount amount -> {
        double margin = MARGIN * (trained.high() - trained.low());
        yield value < trained.low() - margin || value > trained.high() + margin;
      }
      case FieldType.Category category -> trained.rare().contains((int) value);
      case FieldType.Flag flag -> trained.rare().contains((int) value);
    };
  }

  /// Features that are not known: those without which nothing is told, then those first that matter most.
  List<String> unknown(Facts facts) {
    Set<String> unknown = new LinkedHashSet<>();
    for (Population.Rule rule : specification.population().rules()) {
      if (!facts.isKnown(specification.featureNumber(rule.field()))) {
        unknown.add(rule.field());
      }
    }
    IntStream.range(0, model.features().size())
        .filter(f -> !facts.isKnown(f))
        .mapToObj(model.trainedFields()::get)
        .filter(trained -> trained.spread() > 0)
        .sorted(Comparator.comparingDouble((TrainedField t) -> -t.spread()))
        .forEach(trained -> unknown.add(trained.field()));
    return List.copyOf(unknown);
  }
}
