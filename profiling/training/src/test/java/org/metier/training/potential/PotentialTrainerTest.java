package org.metier.training.potential;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metier.potential.Column;
import org.metier.potential.Contribution;
import org.metier.potential.Facts;
import org.metier.potential.Family;
import org.metier.potential.PotentialException;
import org.metier.potential.PotentialModel;
import org.metier.potential.Refusal;
import org.metier.potential.Score;
import org.metier.potential.Scorer;

class PotentialTrainerTest {
  private static final SimulatedCohort COHORT = new SimulatedCohort(1);
  private static Spells spells;
  private static PotentialModel hazard;

  @BeforeAll
  static void train() {
    spells = COHORT.spells(25_000);
    hazard = new PotentialTrainer(spells, TrainingSettings.DEFAULT.of(Family.HAZARD)).train()
        .model();
  }

  private static double weight(PotentialModel model, String field, int category) {
    double sum = 0;
    for (int c = 0; c < model.columns().size(); c++) {
      Column column = model.columns().get(c);
      boolean isMeant = column.field().equals(field) && switch (column) {
        case Column.Value v -> category < 0;
        case Column.Is is -> is.category() == category;
        case Column.Hinge h -> false;
        case Column.Missing m -> false;
      };
      sum += isMeant ? model.weights().get(c) : 0;
    }
    return sum;
  }

  /// Straight effects of the truth: found within four standard errors of a sample of 25,000, by which the bias that no
  /// feature holds draws all of them towards 0 a little.
  @Test
  void the_hazard_model_finds_the_true_effects() {
    Fitted fitted = Fitted.fit(spells, IntStream.range(0, spells.size()).toArray(),
        new Candidate(Family.HAZARD, Shape.STRAIGHT, 3, 2, 0, 0), 1);
    Map<String, Double> truth = COHORT.truth().effects();
    List<String> names = spells.featureNames();
    for (String field : List.of("monthsSinceWork", "yearsWorked", "certificate", "licence",
        "commute", "applications", "cvReady", "temporary", "tightness")) {
      for (int c = 0; c < fitted.design.size(); c++) {
        if (fitted.design.columns().get(c) instanceof Column.Value
            && names.get(fitted.design.feature(c)).equals(field)) {
          double found = fitted.linear.weights()[c];
          double error = 0.012 / fitted.design.spread(c);
          assertEquals(truth.getOrDefault(field, Double.NaN), found, 4 * error, field);
        }
      }
    }
  }

  @Test
  void what_has_no_effect_adds_little_but_for_the_proxy() {
    Map<String, Double> spread = new java.util.HashMap<>();
    hazard.trainedFields().forEach(t -> spread.put(t.field(), t.spread()));
    for (String nothing : List.of("hours", "otherWork", "lowerPay")) {
      assertTrue(spread.getOrDefault(nothing, Double.NaN) < 0.05,
          nothing + " " + spread.get(nothing));
    }
    assertTrue(spread.getOrDefault(COHORT.truth().proxy(), Double.NaN) > 0.08, spread.toString());
    // the district where most of the group live is the most frequent one, which the others are against
    assertTrue(weight(hazard, "district", 0) > 0.1, "the proxy stands in for the bias");
  }

  @ParameterizedTest
  @EnumSource
  void the_same_data_and_seed_train_the_same_bytes(Family family) {
    Spells some = COHORT.spells(2_000);
    TrainingSettings settings = TrainingSettings.DEFAULT.of(family);
    assertArrayEquals(new PotentialTrainer(some, settings).train().model().toBytes(),
        new PotentialTrainer(some, settings).train().model().toBytes());
  }

  @Test
  void trees_are_scored_as_they_were_grown_and_contributions_add_up() {
    Spells some = COHORT.spells(3_000);
    PotentialModel model = new PotentialTrainer(some,
        TrainingSettings.DEFAULT.of(Family.HAZARD).withTrees()).train().model();
    assertFalse(model.forest().trees().isEmpty());
    Scorer scorer = Scorer.of(model, some.specification());
    Map<String, String> answers = Map.of("monthsSinceWork", "3", "education", "higher",
        "tightness", "55");
    Score score = scorer.score(Facts.of(some.specification(), answers));
    double sum = score.base();
    for (Contribution contribution : score.contributions()) {
      sum += contribution.value();
    }
    assertEquals(score.value(), sum, 1e-9);
  }

  @Test
  void chances_are_calibrated_on_people_that_were_not_seen() {
    SimulatedCohort cohort = new SimulatedCohort(99);
    Spells others = cohort.spells(20_000);
    int[] all = IntStream.range(0, others.size()).toArray();
    Scorer scorer = Scorer.of(hazard, others.specification());
    double[] values = new double[others.features()];
    double[] chances = new double[all.length];
    for (int i = 0; i < all.length; i++) {
      chances[i] = scorer.chance(others.values(i, values));
    }
    Forecasts forecasts = Forecasts.of(chances, HorizonOutcomes.of(others, all, all), all);
    assertEquals(1, forecasts.figure(Quality.Measure.CALIBRATION_SLOPE), 0.12);
    assertTrue(forecasts.figure(Quality.Measure.CALIBRATION_ERROR) < 0.02);
    assertTrue(forecasts.figure(Quality.Measure.AUC) > 0.64);
  }

  @Test
  void too_small_a_sample_is_refused() {
    PotentialException refused = assertThrows(PotentialException.class,
        () -> new PotentialTrainer(COHORT.spells(200), TrainingSettings.DEFAULT).train());
    assertEquals(Refusal.Kind.SAMPLE_TOO_SMALL, refused.refusals().getFirst().kind());
    assertTrue(refused.getMessage().contains("a sample: 200 people, of whom")
        && refused.getMessage().contains("expected at least 300, 50 and 50"),
        refused.getMessage());
    assertTrue(assertThrows(PotentialException.class,
        () -> new PotentialTrainer(COHORT.spells(500), TrainingSettings.DEFAULT)
            .train(IntStream.range(0, 250).toArray()))
        .getMessage()
        .contains("250 people to learn from, the others of 500 being held out"));
  }

  /// The commuting time is overwritten once work was found, as a register filled in afterwards would.
  @Test
  void a_feature_that_knows_the_outcome_is_refused() {
    float[][] columns = new float[spells.features()][3_000];
    int[] units = new int[3_000];
    boolean[] isExit = new boolean[3_000];
    var random = new Random(1);
    int commute = spells.specification().featureNumber("commute");
    for (int i = 0; i < units.length; i++) {
      units[i] = spells.units(i);
      isExit[i] = spells.isExit(i);
      for (int f = 0; f < columns.length; f++) {
        columns[f][i] = (float) spells.value(i, f);
      }
      if (isExit[i] && random.nextInt(50) > 0) {
        columns[commute][i] = 180;
      }
    }
    PotentialException refused = assertThrows(PotentialException.class,
        () -> new PotentialTrainer(new Spells(spells.specification(), columns, units, isExit),
            TrainingSettings.DEFAULT).train());
    assertEquals(List.of("commute"),
        new ArrayList<>(refused.refusals().stream().map(Refusal::where).toList()));
    assertEquals(Refusal.Kind.LEAK_FROM_AFTER_DECISION, refused.refusals().getFirst().kind());
  }

  /// The bootstrap's standard errors are those of the information matrix, within what fifty draws can tell.
  @Test
  void replicates_spread_as_the_likelihood_says() {
    int[] people = IntStream.range(0, 4_000).toArray();
    Design design = Design.of(spells, people, Shape.STRAIGHT);
    LinearFit fit = new LinearFit(spells, people, design,
        new GroupedHazard(spells, people, 13), 3).fit();
    double[][] replicates = fit.replicates(200, 1);
    for (int c = 0; c < design.size(); c++) {
      if (design.columns().get(c).field().equals("licence")
          && design.columns().get(c) instanceof Column.Value) {
        double mean = 0;
        double squares = 0;
        for (double[] replicate : replicates) {
          mean += replicate[c] / 200;
          squares += replicate[c] * replicate[c] / 200;
        }
        assertEquals(fit.weights()[c], mean, 0.02);
        assertEquals(0.055, Math.sqrt(squares - mean * mean), 0.02);
      }
    }
  }

  @Test
  void without_ridge_and_censoring_it_is_smiles_logistic_regression() {
    Spells some = COHORT.spells(3_000);
    int[] all = IntStream.range(0, some.size()).toArray();
    HorizonOutcomes weighted = HorizonOutcomes.of(some, all, all);
    int[] known = IntStream.range(0, all.length).filter(i -> weighted.weight[i] > 0).toArray();
    HorizonOutcomes plain = HorizonOutcomes.of(some, known, all).unweighted();
    Design design = Design.of(some, all, Shape.STRAIGHT);
    LinearFit ours = new LinearFit(some, known, design, new IpcwLogistic(plain), 1e-6).fit();
    double[] theirs = new SmilePeers(some, all).logistic(all);
    double[] scores = ours.scores(all);
    for (int i = 0; i < 200; i++) {
      assertEquals(theirs[i], 1 / (1 + Math.exp(-scores[i])), 2e-3);
    }
  }

  @Test
  void families_can_be_limited() {
    assertThrows(IllegalArgumentException.class,
        () -> new TrainingSettings(EnumSet.noneOf(Family.class), false, 5, 50, 10_000, 1));
    assertEquals(Family.HAZARD, hazard.family());
  }
}
