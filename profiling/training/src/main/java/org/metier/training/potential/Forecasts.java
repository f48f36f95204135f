package org.metier.training.potential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.metier.measure.AreaUnderCurve;
import org.metier.measure.Bootstrap;
import org.metier.measure.Calibration;
import org.metier.measure.Interval;
import org.metier.measure.Ranking;
import org.metier.measure.Recalibration;

/// Forecasts of some people beside what became of them, and how good they are.
final class Forecasts {
  /// Cases that a bin of the calibration error should hold, so that chance alone does not make it.
  private static final int BIN = 250;
  private static final int MOST_BINS = 10;
  private static final int CHANCE_DRAWS = 200;
  /// Of a group, fewer known outcomes than this tell nothing.
  private static final int FEWEST = 40;
  private static final int MOST_DRAWN = 20_000;

  private final double[] forecast;
  private final boolean[] isPositive;
  private final double[] weight;

  private Forecasts(double[] forecast, boolean[] isPositive, double[] weight) {
    this.forecast = forecast;
    this.isPositive = isPositive;
    this.weight = weight;
  }

  /// Those of the people whose outcome is known, best forecast first.
  ///
  /// @param rows places among the outcomes' people
  static Forecasts of(double[] forecasts, HorizonOutcomes outcomes, int[] rows) {
    int[] known = Arrays.stream(rows).filter(r -> outcomes.weight[r] > 0).toArray();
    double[] some = Arrays.stream(known).mapToDouble(r -> forecasts[r]).toArray();
    int[] order = Ranking.order(some);
    int n = order.length;
    double[] forecast = new double[n];
    boolean[] isPositive = new boolean[n];
    double[] weight = new double[n];
    for (int i = 0; i < n; i++) {
      int row = known[order[i]];
      forecast[i] = forecasts[row];
      isPositive[i] = outcomes.isPositive[row];
      weight[i] = outcomes.weight[row];
    }
    return new Forecasts(forecast, isPositive, weight);
  }

  /// The quality in each protected group of which enough outcomes of both kinds are known.
  ///
  /// @return by name of the group, in the order of attributes and groups
  static Map<String, Quality> byGroup(double[] chances, HorizonOutcomes outcomes, Groups groups,
      long seed) {
    Map<String, Quality> qualities = new LinkedHashMap<>();
    for (int a = 0; a < groups.attributes().size(); a++) {
      for (int g = 0; g < groups.names(a).size(); g++) {
        int attribute = a;
        int group = g;
        int[] members = IntStream.range(0, outcomes.size())
            .filter(i -> groups.isIn(i, attribute, group))
            .toArray();
        Forecasts forecasts = of(chances, outcomes, members);
        if (forecasts.size() >= FEWEST && forecasts.hasBothOutcomes()) {
          qualities.put(groups.names(a).get(g), forecasts.quality(seed));
        }
      }
    }
    return qualities;
  }

  int size() {
    return forecast.length;
  }

  boolean hasBothOutcomes() {
    boolean hasPositive = false;
    boolean hasNegative = false;
    for (boolean positive : isPositive) {
      hasPositive |= positive;
      hasNegative |= !positive;
    }
    return hasPositive && hasNegative;
  }

  /// All figures, each with its interval.
  ///
  /// @param seed of the draws
  Quality quality(long seed) {
    List<Quality.Figure> figures = new ArrayList<>();
    for (Quality.Measure measure : Quality.Measure.values()) {
      figures.add(figure(measure, seed));
    }
    return new Quality(size(), share(), bins(), figures, errorByChance(seed));
  }

  private Quality.Figure figure(Quality.Measure measure, long seed) {
    double value = figure(measure);
    if (size() > MOST_DRAWN) { // then chance hardly moves it; drawn from every so-many-th person
      Forecasts some = thinned();
      double scale = Math.sqrt((double) some.size() / size());
      double center = some.figure(measure);
      Interval wide = some.interval(measure, seed);
      return new Quality.Figure(measure, value, value + scale * (wide.low() - center),
          value + scale * (wide.high() - center));
    }
    Interval interval = interval(measure, seed);
    return new Quality.Figure(measure, value, interval.low(), interval.high());
  }

  private Interval interval(Quality.Measure measure, long seed) {
    return Bootstrap.of(size(), seed, drawn -> {
      int[] ascending = drawn.clone();
      Arrays.sort(ascending); // then forecasts are in order already
      return drawn(ascending).figure(measure);
    });
  }

  private Forecasts drawn(int[] rows) {
    double[] f = new double[rows.length];
    boolean[] p = new boolean[rows.length];
    double[] w = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      f[i] = forecast[rows[i]];
      p[i] = isPositive[rows[i]];
      w[i] = weight[rows[i]];
    }
    return new Forecasts(f, p, w);
  }

  private Forecasts thinned() {
    int[] rows = new int[MOST_DRAWN / 4];
    Arrays.setAll(rows, i -> (int) ((long) i * size() / rows.length));
    return drawn(rows);
  }

  double figure(Quality.Measure measure) {
    return switch (measure) {
      case AUC -> AreaUnderCurve.of(forecast, isPositive, weight);
      case AUC_OF_DETERMINABLE -> AreaUnderCurve.of(forecast, isPositive);
      case BRIER -> calibration().brier();
      case CALIBRATION_SLOPE -> Recalibration.of(forecast, isPositive, weight).slope();
      case CALIBRATION_LEVEL -> Recalibration.of(forecast, isPositive, weight).intercept();
      case CALIBRATION_ERROR -> calibration().error();
    };
  }

  private Calibration calibration() {
    double[] outcome = new double[size()];
    Arrays.setAll(outcome, i -> isPositive[i] ? 1 : 0);
    return Calibration.of(forecast, outcome, weight, bins());
  }

  List<Calibration.Bin> calibrationBins() {
    return calibration().bins();
  }

  int bins() {
    return Math.min(MOST_BINS, Math.max(1, size() / BIN));
  }

  private double share() {
    double with = 0;
    double all = 0;
    for (int i = 0; i < size(); i++) {
      all += weight[i];
      with += isPositive[i] ? weight[i] : 0;
    }
    return with / all;
  }

  /// The mean calibration error if the forecasts were right to the last digit and chance alone decided.
  private double errorByChance(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Forecasts some = size() > MOST_DRAWN ? thinned() : this;
    double sum = 0;
    for (int draw = 0; draw < CHANCE_DRAWS; draw++) {
      boolean[] drawn = new boolean[some.size()];
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = random.nextDouble() < some.forecast[i];
      }
      sum += new Forecasts(some.forecast, drawn, some.weight)
          .figure(Quality.Measure.CALIBRATION_ERROR);
    }
    return sum / CHANCE_DRAWS * Math.sqrt((double) some.size() / size());
  }
}
