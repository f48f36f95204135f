package org.metier.training.potential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.metier.potential.Scorer;

/// Forecasts of every person by models that were trained on others: choosing, calibrating and fitting are all done anew
/// without the held-out part, so that nothing of it is known. Beside Metier's model stand a constant, a plain logistic
/// regression and a random forest of Smile's.
///
/// Costs, for each of the outer folds, all that a training costs.
public final class CrossValidation {
  /// What made forecasts.
  public enum Maker {
    /// The model that is trained.
    METIER,
    /// The same with trees on what it leaves over.
    METIER_TREES,
    /// The share with the outcome among the others.
    CONSTANT,
    /// Logistic regression of Smile's on those whose outcome is known.
    PLAIN_LOGISTIC,
    /// Random forest of Smile's, 500 trees, on the same.
    RANDOM_FOREST
  }

  private final HorizonOutcomes outcomes;
  private final Map<Maker, double[]> chances;
  private final List<String> choices;

  private CrossValidation(HorizonOutcomes outcomes, Map<Maker, double[]> chances,
      List<String> choices) {
    this.outcomes = outcomes;
    this.chances = chances;
    this.choices = List.copyOf(choices);
  }

  /// @param folds that the people are divided into, 2 or more
  /// @param makers which to run; METIER first
  public static CrossValidation of(Spells spells, TrainingSettings settings, int folds,
      List<Maker> makers) {
    int[] all = IntStream.range(0, spells.size()).toArray();
    Folds outer = Folds.of(spells, all, folds, settings.seed() + 1_000);
    Map<Maker, double[]> chances = new EnumMap<>(Maker.class);
    makers.forEach(maker -> chances.put(maker, new double[all.length]));
    List<String> choices = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      int[] held = outer.heldOut(fold);
      for (Maker maker : makers) {
        double[] made = made(spells, settings, maker, outer.others(fold), held, choices);
        double[] ofMaker = Objects.requireNonNull(chances.get(maker));
        for (int i = 0; i < held.length; i++) {
          ofMaker[held[i]] = made[i];
        }
      }
    }
    return new CrossValidation(HorizonOutcomes.of(spells, all, all), chances, choices);
  }

  private static double[] made(Spells spells, TrainingSettings settings, Maker maker, int[] others,
      int[] held, List<String> choices) {
    return switch (maker) {
      case METIER -> ours(spells, settings, others, held, choices);
      case METIER_TREES -> ours(spells, settings.withTrees(), others, held, choices);
      case CONSTANT -> {
        double[] same = new double[held.length];
        Arrays.fill(same, HorizonOutcomes.of(spells, others, others).share());
        yield same;
      }
      case PLAIN_LOGISTIC -> new SmilePeers(spells, others).logistic(held);
      case RANDOM_FOREST -> new SmilePeers(spells, others).forest(held, settings.seed());
    };
  }

  private static double[] ours(Spells spells, TrainingSettings settings, int[] others, int[] held,
      List<String> choices) {
    PotentialTrainer.Trained trained = new PotentialTrainer(spells, settings).train(others);
    choices.add(trained.choice());
    Scorer scorer = Scorer.of(trained.model(), spells.specification());
    double[] values = new double[spells.features()];
    return Arrays.stream(held)
        .mapToDouble(person -> scorer.chance(spells.values(person, values)))
        .toArray();
  }

  /// How each part's model was fitted.
  public List<String> choices() {
    return choices;
  }

  /// A maker's forecast for each person, in the order of the spells: for fairness reports.
  public double[] chances(Maker maker) {
    return forecasts(maker).clone();
  }

  /// Whether each person had the outcome; null where it is not known.
  public @org.jspecify.annotations.Nullable Boolean[] outcomes() {
    @org.jspecify.annotations.Nullable
    Boolean[] known = new Boolean[outcomes.size()];
    Arrays.setAll(known, i -> outcomes.weight[i] > 0 ? (Boolean) outcomes.isPositive[i] : null);
    return known;
  }

  /// What each person counts: the inverse chance of being seen, 0 where the outcome is not known.
  public double[] weights() {
    return outcomes.weight.clone();
  }

  /// How good a maker's forecasts are over all people.
  public Quality quality(Maker maker, long seed) {
    int[] all = IntStream.range(0, outcomes.size()).toArray();
    return Forecasts.of(forecasts(maker), outcomes, all).quality(seed);
  }

  private double[] forecasts(Maker maker) {
    double[] of = chances.get(maker);
    if (of == null) {
      throw new IllegalArgumentException(maker + " was not run");
    }
    return of;
  }

  /// How good they are in each group, those of which at least 20 outcomes of either kind are known.
  ///
  /// @return by name of the group, in the order of attributes and groups
  public Map<String, Quality> byGroup(Maker maker, Groups groups, long seed) {
    return Forecasts.byGroup(forecasts(maker), outcomes, groups, seed);
  }
}
