package org.metier.fairness;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
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

  /// @param rows of the group, by descending score, those without one last
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
  List<Calibration.Bin> curve(int leastInBin) {
    return cases.areChances()
        ? binned(CURVE_BINS, leastInBin, new int[rows.length])
        : List.of();
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
    rates(times, figures);
    if (cases.areChances()) {
      calibration(times, figures);
    }
    ranking(times, exposure, figures);
  }

  private void rates(int[] times, double[] figures) {
    double people = 0;
    double selected = 0;
    double scored = 0;
    double scores = 0;
    double positives = 0;
    double negatives = 0;
    double truePositives = 0;
    double falsePositives = 0;
    for (int row : rows) {
      int t = times[row];
      people += t;
      selected += cases.isSelected(row) ? t : 0;
      if (cases.isScored(row)) {
        scored += t;
        scores += t * cases.score(row);
      }
      double weight = t * cases.weight(row);
      if (cases.hasOutcome(row)) {
        positives += weight;
        truePositives += cases.isSelected(row) ? weight : 0;
      } else {
        negatives += weight;
        falsePositives += cases.isSelected(row) ? weight : 0;
      }
    }
    figures[at + Figure.SELECTION_RATE.ordinal()] = selected / people;
    figures[at + Figure.ABSTENTION_RATE.ordinal()] = 1 - scored / people;
    figures[at + Figure.MEAN_SCORE.ordinal()] = scores / scored;
    figures[at + Figure.BASE_RATE.ordinal()] = positives / (positives + negatives);
    figures[at + Figure.TRUE_POSITIVE_RATE.ordinal()] = truePositives / positives;
    figures[at + Figure.MISS_RATE.ordinal()] = (positives - truePositives) / positives;
    figures[at + Figure.FALSE_POSITIVE_RATE.ordinal()] = falsePositives / negatives;
    figures[at + Figure.PRECISION.ordinal()] = truePositives / (truePositives + falsePositives);
  }

  private void calibration(int[] times, double[] figures) {
    Arrays.fill(forecastOfBin, 0);
    Arrays.fill(outcomeOfBin, 0);
    double total = 0;
    double gap = 0;
    double squares = 0;
    for (int i = 0; i < rows.length; i++) {
      int row = rows[i];
      double weight = times[row] * cases.weight(row);
      if (weight > 0 && cases.isScored(row)) {
        double outcome = cases.hasOutcome(row) ? 1 : 0;
        double miss = cases.score(row) - outcome;
        total += weight;
        gap += weight * miss;
        squares += weight * miss * miss;
        forecastOfBin[bins[i]] += weight * cases.score(row);
        outcomeOfBin[bins[i]] += weight * outcome;
      }
    }
    double error = 0;
    for (int b = 0; b < forecastOfBin.length; b++) {
      error += Math.abs(forecastOfBin[b] - outcomeOfBin[b]);
    }
    figures[at + Figure.CALIBRATION_GAP.ordinal()] = gap / total;
    figures[at + Figure.CALIBRATION_ERROR.ordinal()] = error / total;
    figures[at + Figure.BRIER.ordinal()] = squares / total;
  }

  /// Ties count half, and share their ranks.
  private void ranking(int[] times, ScoreOrder.Exposures exposure, double[] figures) {
    double shown = 0;
    double scored = 0;
    double above = 0;
    double negatives = 0;
    double pairs = 0;
    int i = 0;
    while (i < rows.length && cases.isScored(rows[i])) {
      double score = cases.score(rows[i]);
      double positivesHere = 0;
      double negativesHere = 0;
      for (; i < rows.length && cases.score(rows[i]) == score; i++) {
        int row = rows[i];
        shown += times[row] * exposure.ofCase(row);
        scored += times[row];
        double weight = times[row] * cases.weight(row);
        positivesHere += cases.hasOutcome(row) ? weight : 0;
        negativesHere += cases.hasOutcome(row) ? 0 : weight;
      }
      pairs += negativesHere * (above + positivesHere / 2);
      above += positivesHere;
      negatives += negativesHere;
    }
    figures[at + Figure.AUC.ordinal()] = pairs / (above * negatives);
    figures[at + Figure.EXPOSURE_RATIO.ordinal()] = shown / exposure.total()
        / (scored / exposure.people());
  }
}
