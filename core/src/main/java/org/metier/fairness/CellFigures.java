package org.metier.fairness;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.metier.fairness.Figure.Basis;
import org.metier.measure.Calibration;

/// Computes the figures of one group, as it is and as drawn. Not thread-safe: it reuses its sums.
final class CellFigures {
  private static final int CURVE_BINS = 10;

  private final Cases cases;
  private final int[] rows;
  private final int at;
  private final int[] bins;
  private final double[] forecastOfBin;
  private final double[] outcomeOfBin;

  /// @param rows of the group, ascending, which is by descending score, those without one last
  /// @param maxBins of the calibration error
  /// @param leastInBin people; fewer bins are made rather than emptier ones
  /// @param at where its figures begin among those of all groups
  CellFigures(Cases cases, int[] rows, int maxBins, int leastInBin, int at) {
    this.cases = cases;
    this.at = at;
    this.rows = rows;
    bins = new int[rows.length];
    int made = cases.areChances() ? binned(maxBins, leastInBin, bins).size() : 0;
    forecastOfBin = new double[made];
    outcomeOfBin = new double[made];
  }

  private boolean isJudged(int row) {
    return cases.isKnown(row) && cases.isScored(row);
  }

  /// @param binOfRow is filled with the bin of each row
  private List<Calibration.Bin> binned(int maxBins, int leastInBin, int[] binOfRow) {
    int[] judged = Arrays.stream(rows).filter(this::isJudged).toArray();
    if (judged.length == 0) {
      return List.of();
    }
    double[] forecasts = Arrays.stream(judged).mapToDouble(cases::score).toArray();
    double[] outcomes = Arrays.stream(judged)
        .mapToDouble(r -> cases.hasOutcome(r) ? 1 : 0)
        .toArray();
    double[] weights = Arrays.stream(judged).mapToDouble(cases::weight).toArray();
    int number = Math.clamp(judged.length / leastInBin, 1, maxBins);
    while (true) {
      List<Calibration.Bin> found = Calibration.of(forecasts, outcomes, weights, number).bins();
      if (leastFilled(found, binOfRow) >= leastInBin || number == 1) {
        return found;
      }
      number--;
    }
  }

  /// Puts every case into its bin.
  ///
  /// @return how many people the emptiest bin has
  private int leastFilled(List<Calibration.Bin> found, int[] binOfRow) {
    // Bins ascend while rows descend; the same weight is filled up from the lowest forecast.
    int[] people = new int[found.size()];
    int bin = 0;
    double filled = 0;
    for (int i = rows.length - 1; i >= 0; i--) {
      if (isJudged(rows[i])) {
        if (bin < found.size() - 1 && filled >= found.get(bin).weight() * (1 - 1e-9)) {
          bin++;
          filled = 0;
        }
        binOfRow[i] = bin;
        people[bin]++;
        filled += cases.weight(rows[i]);
      }
    }
    return Arrays.stream(people).min().orElse(0);
  }

  /// Forecasts and outcomes of cases with forecasts near each other; empty when scores are no chances.
  ///
  /// @param leastInBin people
  List<CalibrationCurve.Point> curve(int leastInBin) {
    if (!cases.areChances()) {
      return List.of();
    }
    int[] binOfRow = new int[rows.length];
    List<Calibration.Bin> found = binned(CURVE_BINS, leastInBin, binOfRow);
    double[] squares = new double[found.size()];
    for (int i = 0; i < rows.length; i++) {
      if (isJudged(rows[i])) {
        squares[binOfRow[i]] += cases.weight(rows[i]) * cases.weight(rows[i]);
      }
    }
    return IntStream.range(0, squares.length)
        .mapToObj(b -> CalibrationCurve.point(found.get(b),
            found.get(b).weight() * found.get(b).weight() / squares[b]))
        .toList();
  }

  /// How many people a basis has, each count of which must be large enough.
  int[] counts(Basis basis) {
    return switch (basis) {
      case PEOPLE -> new int[]{rows.length};
      case SCORED -> new int[]{count(cases::isScored)};
      case OUTCOMES -> cases.areChances()
          ? new int[]{count(cases::isKnown), count(this::isJudged)}
          : new int[]{count(cases::isKnown)};
      case ERRORS -> new int[]{count(row -> cases.isKnown(row) && cases.hasOutcome(row)),
        count(row -> cases.isKnown(row) && !cases.hasOutcome(row)),
        count(row -> cases.isKnown(row) && cases.isSelected(row))};
    };
  }

  /// How many people a figure rests on.
  int people(Figure figure) {
    return switch (figure) {
      case SELECTION_RATE, ABSTENTION_RATE -> rows.length;
      case EXPOSURE_RATIO, MEAN_SCORE -> count(cases::isScored);
      case BASE_RATE -> count(cases::isKnown);
      case CALIBRATION_GAP, CALIBRATION_ERROR, BRIER, AUC -> count(this::isJudged);
      case TRUE_POSITIVE_RATE, MISS_RATE -> counts(Basis.ERRORS)[0];
      case FALSE_POSITIVE_RATE -> counts(Basis.ERRORS)[1];
      case PRECISION -> counts(Basis.ERRORS)[2];
    };
  }

  private int count(IntPredicate wanted) {
    int count = 0;
    for (int row : rows) {
      count += wanted.test(row) ? 1 : 0;
    }
    return count;
  }

  int at() {
    return at;
  }

  /// Fills in all figures, from [#at] on in the order of their declaration; those that are not defined stay.
  ///
  /// @param times how often each case counts
  /// @param exposure of everybody
  void compute(int[] times, ScoreOrder.Exposures exposure, double[] figures) {
    Sums sums = new Sums();
    Arrays.fill(forecastOfBin, 0);
    Arrays.fill(outcomeOfBin, 0);
    for (int i = 0; i < rows.length; i++) {
      int row = rows[i];
      int t = times[row];
      if (t > 0) {
        boolean hasOutcome = cases.hasOutcome(row);
        double weight = t * cases.weight(row);
        sums.count(t, cases.isSelected(row), hasOutcome, weight);
        if (cases.isScored(row)) {
          double score = cases.score(row);
          sums.score(t, score, hasOutcome, weight, exposure.ofCase(row));
          if (forecastOfBin.length > 0) {
            forecastOfBin[bins[i]] += weight * score;
            outcomeOfBin[bins[i]] += hasOutcome ? weight : 0;
          }
        }
      }
    }
    sums.rates(figures, at);
    if (cases.areChances()) {
      sums.calibration(figures, at);
      double error = 0;
      for (int b = 0; b < forecastOfBin.length; b++) {
        error += Math.abs(forecastOfBin[b] - outcomeOfBin[b]);
      }
      figures[at + Figure.CALIBRATION_ERROR.ordinal()] = error / sums.judged;
    }
    sums.ranking(exposure, figures, at);
  }

  /// What one going through the rows adds up. Not thread-safe.
  private static final class Sums {
    private double people;
    private double selected;
    private double scored;
    private double scores;
    private double positives;
    private double negatives;
    private double truePositives;
    private double falsePositives;
    private double judged;
    private double gap;
    private double squares;
    private double shown;
    private double score = Double.NaN;
    private double positivesHere;
    private double negativesHere;
    private double above;
    private double below;
    private double pairs;

    void count(int times, boolean isSelected, boolean hasOutcome, double weight) {
      people += times;
      selected += isSelected ? times : 0;
      if (hasOutcome) {
        positives += weight;
        truePositives += isSelected ? weight : 0;
      } else {
        negatives += weight;
        falsePositives += isSelected ? weight : 0;
      }
    }

    /// Scores come in descending order. Ties count half.
    void score(int times, double next, boolean hasOutcome, double weight, double exposure) {
      scored += times;
      scores += times * next;
      shown += times * exposure;
      double miss = next - (hasOutcome ? 1 : 0);
      judged += weight;
      gap += weight * miss;
      squares += weight * miss * miss;
      if (next != score) {
        endTies();
        score = next;
      }
      positivesHere += hasOutcome ? weight : 0;
      negativesHere += hasOutcome ? 0 : weight;
    }

    private void endTies() {
      pairs += negativesHere * (above + positivesHere / 2);
      above += positivesHere;
      below += negativesHere;
      positivesHere = 0;
      negativesHere = 0;
    }

    void rates(double[] figures, int at) {
      figures[at + Figure.SELECTION_RATE.ordinal()] = selected / people;
      figures[at + Figure.ABSTENTION_RATE.ordinal()] = 1 - scored / people;
      figures[at + Figure.MEAN_SCORE.ordinal()] = scores / scored;
      figures[at + Figure.BASE_RATE.ordinal()] = positives / (positives + negatives);
      figures[at + Figure.TRUE_POSITIVE_RATE.ordinal()] = truePositives / positives;
      figures[at + Figure.MISS_RATE.ordinal()] = (positives - truePositives) / positives;
      figures[at + Figure.FALSE_POSITIVE_RATE.ordinal()] = falsePositives / negatives;
      figures[at + Figure.PRECISION.ordinal()] = truePositives / (truePositives + falsePositives);
    }

    void calibration(double[] figures, int at) {
      figures[at + Figure.CALIBRATION_GAP.ordinal()] = gap / judged;
      figures[at + Figure.BRIER.ordinal()] = squares / judged;
    }

    void ranking(ScoreOrder.Exposures exposure, double[] figures, int at) {
      endTies();
      figures[at + Figure.AUC.ordinal()] = pairs / (above * below);
      figures[at + Figure.EXPOSURE_RATIO.ordinal()] = shown / exposure.total()
          / (scored / exposure.people());
    }
  }
}
