package org.metier.training.potential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metier.potential.CalibrationMap;
import org.metier.potential.FieldType;
import org.metier.potential.PotentialException;
import org.metier.potential.PotentialModel;
import org.metier.potential.TrainedField;
import org.metier.potential.TrainedOn;
import org.metier.potential.Uncertainty;
import org.metier.rank.Forest;
import org.metier.rank.Tree;
import org.metier.training.TrainingDataException;

/// Trains a [PotentialModel]: chooses how to fit on held-out people, calibrates on scores of people that were not seen,
/// fits once more on all, and measures how sure that is. Equal data and settings give an equal model, bit for bit.
///
/// Sees features and outcomes alone. One thread; memory beside the spells is some fifty bytes a person, with trees a byte
/// more for each feature.
public final class PotentialTrainer {
  private static final int LEAST_FOR_CURVE = 2_000;
  private static final double WORTH_A_CURVE = 0.995;
  private static final int MEASURED_SPREADS = 20_000;
  private static final int EXPLAINED_SPREADS = 1_000;

  private final Spells spells;
  private final TrainingSettings settings;

  public PotentialTrainer(Spells spells, TrainingSettings settings) {
    this.spells = spells;
    this.settings = settings;
  }

  /// What was trained.
  ///
  /// @param choice how it was fitted, in words
  /// @param loss log-loss of the choice on people it was not fitted on
  public record Trained(PotentialModel model, String choice, double loss) {}

  /// On all people.
  ///
  /// @throws PotentialException if the sample is too small or a feature knows the outcome
  /// @throws TrainingDataException if there is nothing to learn from the features
  public Trained train() {
    int[] all = new int[spells.size()];
    Arrays.setAll(all, i -> i);
    return train(all);
  }

  /// On some people.
  Trained train(int[] people) {
    SampleChecks.require(spells, people);
    int[] some = evenly(people, settings.mostToChooseOn());
    Choosing.Tried tried = new Choosing(spells, some, settings).best(settings);
    Candidate best = tried.candidate();
    // large samples need fewer folds to calibrate a line
    int folds = people.length > settings.mostToChooseOn() ? 2 : settings.folds();
    double[] scores = Choosing.outOfFold(spells,
        Folds.of(spells, people, folds, settings.seed() + 1), people.length, best,
        settings.seed());
    HorizonOutcomes outcomes = HorizonOutcomes.of(spells, people, people);
    Calibrating calibrating = Calibrating.best(best.family().link(), scores, outcomes);
    CalibrationMap.Line line = calibrating.line();
    Fitted fitted = Fitted.fit(spells, people, best, settings.seed());
    if (fitted.design.size() == 0 && fitted.forest.trees().isEmpty()) {
      throw new TrainingDataException("no feature has two different values among "
          + people.length + " people, so that there is nothing to learn");
    }
    return new Trained(model(people, fitted, line, calibrating, outcomes),
        best.label() + ", " + calibrating.link(),
        tried.loss());
  }

  private PotentialModel model(int[] people, Fitted fitted, CalibrationMap.Line line,
      Calibrating calibrating, HorizonOutcomes outcomes) {
    boolean isCurved = isCurveBetter(calibrating, outcomes);
    double slope = isCurved ? 1 : line.slope();
    double shift = isCurved ? 0 : line.intercept();
    CalibrationMap calibration = isCurved ? calibrating.curve() : line;
    double intercept = shift + slope * fitted.intercept();
    List<Double> weights = new ArrayList<>();
    for (double weight : fitted.linear.weights()) {
      weights.add(slope * weight);
    }
    Forest forest = scaled(fitted.forest, slope);
    Uncertainty uncertainty = fitted.forest.trees().isEmpty()
        ? refits(fitted, shift, slope)
        : calibrating.levels(isCurved ? new CalibrationMap.Line(0, 1) : line, settings.seed());
    return new PotentialModel(spells.specification().sha256(), spells.specification().name(),
        spells.specification().outcome().horizonWeeks(), fitted.family(),
        calibrating.link(), spells.featureNames(), intercept, fitted.design.columns(), weights,
        forest, calibration, uncertainty,
        trainedFields(people, fitted, slope, forest), trainedOn(people));
  }

  private Uncertainty refits(Fitted fitted, double shift, double slope) {
    List<Uncertainty.Refit> refits = new ArrayList<>();
    for (double[] replicate : fitted.linear.replicates(settings.replicates(), settings.seed())) {
      List<Double> weights = new ArrayList<>();
      for (int c = 0; c + 1 < replicate.length; c++) {
        weights.add(slope * replicate[c]);
      }
      refits.add(new Uncertainty.Refit(shift + slope * replicate[replicate.length - 1], weights));
    }
    return new Uncertainty.Refits(refits);
  }

  /// Whether a curve forecasts people it was not learnt from better than a line does, by half a percent of the Brier
  /// score or more: curves follow chance in small samples.
  private boolean isCurveBetter(Calibrating all, HorizonOutcomes outcomes) {
    if (outcomes.known() < LEAST_FOR_CURVE) {
      return false;
    }
    double[] brier = all.crossFitted(2);
    return brier[1] < WORTH_A_CURVE * brier[0];
  }

  private static Forest scaled(Forest forest, double factor) {
    if (factor == 1 || forest.trees().isEmpty()) {
      return forest;
    }
    List<Tree> trees = forest.trees().stream().map(tree -> scaled(tree, factor)).toList();
    return Forest.of(forest.featureCount(), factor * forest.offset(), trees);
  }

  private static Tree scaled(Tree tree, double factor) {
    int n = tree.nodeCount();
    int[][] whole = new int[3][n];
    double[][] real = new double[3][n];
    boolean[] missing = new boolean[n];
    for (int node = 0; node < n; node++) {
      whole[0][node] = tree.feature(node);
      whole[1][node] = tree.left(node);
      whole[2][node] = tree.right(node);
      real[0][node] = tree.threshold(node);
      real[1][node] = factor * tree.value(node);
      real[2][node] = tree.cover(node);
      missing[node] = tree.missingGoesLeft(node);
    }
    return new Tree(whole[0], real[0], missing, whole[1], whole[2], real[1], real[2]);
  }

  private TrainedOn trainedOn(int[] people) {
    int horizon = spells.specification().outcome().horizonUnits();
    int exits = 0;
    int censored = 0;
    for (int person : people) {
      exits += spells.isExit(person) ? 1 : 0;
      censored += !spells.isExit(person) && spells.units(person) < horizon ? 1 : 0;
    }
    return new TrainedOn(people.length, exits, censored);
  }

  private List<TrainedField> trainedFields(int[] people, Fitted fitted, double slope,
      Forest forest) {
    double[] spreads = spreads(people, fitted, slope, forest);
    List<TrainedField> fields = new ArrayList<>();
    for (int f = 0; f < spells.features(); f++) {
      FieldType type = spells.specification().features().get(f).type();
      double[] known = known(people, f);
      boolean isAmount = type instanceof FieldType.Amount;
      fields.add(new TrainedField(spells.featureNames().get(f),
          (double) known.length / people.length,
          isAmount && known.length > 0 ? Design.quantile(known, 0.005) : 0,
          isAmount && known.length > 0 ? Design.quantile(known, 0.995) : isAmount ? 0 : 1,
          rare(type, known), spreads[f]));
    }
    return fields;
  }

  private double[] known(int[] people, int feature) {
    double[] values = new double[people.length];
    int size = 0;
    for (int person : people) {
      double value = spells.value(person, feature);
      if (!Double.isNaN(value)) {
        values[size++] = value;
      }
    }
    double[] known = Arrays.copyOf(values, size);
    Arrays.sort(known);
    return known;
  }

  private static List<Integer> rare(FieldType type, double[] known) {
    int values = switch (type) {
      case FieldType.Amount amount -> 0;
      case FieldType.Flag flag -> 2;
      case FieldType.Category category -> category.values().size();
    };
    int[] counts = new int[values];
    if (values > 0) {
      for (double value : known) {
        counts[(int) value]++;
      }
    }
    List<Integer> rare = new ArrayList<>();
    for (int v = 0; v < values; v++) {
      if (counts[v] < Design.RARE) {
        rare.add(v);
      }
    }
    return rare;
  }

  /// Standard deviation of what each feature adds, over some of the people.
  private double[] spreads(int[] people, Fitted fitted, double slope, Forest forest) {
    int[] some = evenly(people, forest.trees().isEmpty() ? MEASURED_SPREADS : EXPLAINED_SPREADS);
    int n = spells.features();
    double[] sum = new double[n];
    double[] squares = new double[n];
    double[] values = new double[n];
    for (int person : some) {
      double[] added = new double[n];
      spells.values(person, values);
      for (int c = 0; c < fitted.design.size(); c++) {
        int f = fitted.design.feature(c);
        added[f] += slope * fitted.linear.weights()[c]
            * fitted.design.columns().get(c).of(values[f]);
      }
      if (!forest.trees().isEmpty()) {
        var shares = forest.explain(values);
        for (int f = 0; f < n; f++) {
          added[f] += shares.value(f);
        }
      }
      for (int f = 0; f < n; f++) {
        sum[f] += added[f];
        squares[f] += added[f] * added[f];
      }
    }
    double[] spreads = new double[n];
    for (int f = 0; f < n; f++) {
      double mean = sum[f] / some.length;
      spreads[f] = Math.sqrt(Math.max(0, squares[f] / some.length - mean * mean));
    }
    return spreads;
  }

  static int[] evenly(int[] people, int most) {
    if (people.length <= most) {
      return people;
    }
    int[] some = new int[most];
    Arrays.setAll(some, i -> people[(int) ((long) i * people.length / most)]);
    return some;
  }
}
