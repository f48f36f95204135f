package org.metier.training.potential;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.metier.measure.Ranking;
import org.metier.potential.CalibrationMap;
import org.metier.potential.Link;
import org.metier.potential.Uncertainty;

/// Learns from scores of people whom a model did not see how far they can be taken at their word.
final class Calibrating {
  private static final int STEPS = 25;
  private static final int DRAWS = 100;
  private static final int LEVELS = 12;
  private static final int MOST_POINTS = 200;

  private final Link link;
  private final double[] scores;
  private final HorizonOutcomes outcomes;

  /// @param scores one for each of the outcomes' people
  Calibrating(Link link, double[] scores, HorizonOutcomes outcomes) {
    this.link = link;
    this.scores = scores;
    this.outcomes = outcomes;
  }

  /// The line of greatest weighted likelihood, by Fisher scoring.
  CalibrationMap.Line line() {
    double[] all = new double[scores.length];
    java.util.Arrays.fill(all, 1);
    return line(all, 0, 1, STEPS);
  }

  /// @param times how often each person counts
  private CalibrationMap.Line line(double[] times, double fromIntercept, double fromSlope,
      int steps) {
    double a = fromIntercept;
    double b = fromSlope;
    for (int step = 0; step < steps; step++) {
      double ga = 0;
      double gb = 0;
      double aa = 1e-9;
      double ab = 0;
      double bb = 1e-9;
      for (int i = 0; i < scores.length; i++) {
        double weight = times[i] * outcomes.weight[i];
        if (weight > 0) {
          double score = a + b * scores[i];
          double slope = weight * slope(score, outcomes.isPositive[i]);
          double bend = weight * information(score);
          ga += slope;
          gb += slope * scores[i];
          aa += bend;
          ab += bend * scores[i];
          bb += bend * scores[i] * scores[i];
        }
      }
      double determinant = aa * bb - ab * ab;
      double moveA = (bb * ga - ab * gb) / determinant;
      double moveB = (aa * gb - ab * ga) / determinant;
      a += Math.min(Math.max(moveA, -1), 1);
      b += Math.min(Math.max(moveB, -1), 1);
      if (Math.abs(moveA) + Math.abs(moveB) < 1e-10) {
        break;
      }
    }
    // scores that say nothing, or the contrary, are flattened rather than turned round
    return b > 0.05 ? new CalibrationMap.Line(a, b) : flat();
  }

  private CalibrationMap.Line flat() {
    double mean = 0;
    for (double score : scores) {
      mean += score / scores.length;
    }
    double share = Math.min(Math.max(outcomes.share(), 1e-6), 1 - 1e-6);
    return new CalibrationMap.Line(link.score(share) - 0.05 * mean, 0.05);
  }

  private double slope(double score, boolean isPositive) {
    return switch (link) {
      case LOGIT -> (isPositive ? 1 : 0) - link.chance(score);
      case CLOGLOG -> {
        double c = Math.exp(Math.min(score, 30));
        yield isPositive ? c / Math.max(Math.expm1(c), 1e-12) : -c;
      }
    };
  }

  private double information(double score) {
    return switch (link) {
      case LOGIT -> link.chance(score) * (1 - link.chance(score));
      case CLOGLOG -> {
        double c = Math.exp(Math.min(score, 30));
        yield c * c / Math.max(Math.expm1(c), 1e-12);
      }
    };
  }

  /// Isotonic regression by pooling adjacent violators, as a curve through the middles of its blocks.
  CalibrationMap.Curve curve() {
    int[] order = Ranking.order(scores);
    List<double[]> blocks = new ArrayList<>(); // sum of score, of outcome, of weight
    for (int i = order.length - 1; i >= 0; i--) {
      int row = order[i];
      double weight = outcomes.weight[row];
      if (weight > 0) {
        double[] block = {weight * scores[row], outcomes.isPositive[row] ? weight : 0, weight};
        while (!blocks.isEmpty() && blocks.getLast()[1] / blocks.getLast()[2] >= block[1]
            / block[2]) {
          double[] before = blocks.removeLast();
          for (int k = 0; k < 3; k++) {
            block[k] += before[k];
          }
        }
        blocks.add(block);
      }
    }
    return curve(blocks);
  }

  private static CalibrationMap.Curve curve(List<double[]> blocks) {
    List<Double> at = new ArrayList<>();
    List<Double> chance = new ArrayList<>();
    int points = Math.min(MOST_POINTS, blocks.size());
    for (int p = 0; p < points; p++) { // the first and the last, and evenly between
      int b = points == 1 ? 0 : (int) ((long) p * (blocks.size() - 1) / (points - 1));
      double[] block = blocks.get(b);
      double score = block[0] / block[2];
      if (at.isEmpty() || score > at.getLast()) {
        at.add(score);
        chance.add(Math.min(1, Math.max(chance.isEmpty() ? 0 : chance.getLast(),
            block[1] / block[2])));
      }
    }
    if (at.size() == 1) {
      at.add(at.getFirst() + 1);
      chance.add(chance.getFirst());
    }
    return new CalibrationMap.Curve(at, chance);
  }

  Link link() {
    return link;
  }

  /// The link whose line has the greater likelihood: both have two numbers to be fitted, so that neither is favoured.
  ///
  /// @param own the fit's own, which stays unless the other is better
  static Calibrating best(Link own, double[] scores, HorizonOutcomes outcomes) {
    Calibrating best = new Calibrating(own, scores, outcomes);
    for (Link link : Link.values()) {
      Calibrating other = new Calibrating(link, scores, outcomes);
      best = other.loss() < best.loss() ? other : best;
    }
    return best;
  }

  private double loss() {
    CalibrationMap.Line line = line();
    double[] moved = new double[scores.length];
    java.util.Arrays.setAll(moved, i -> line.intercept() + line.slope() * scores[i]);
    return Choosing.loss(link, moved, outcomes);
  }

  /// The weighted Brier score of a line and of a curve on people whom neither was learnt from.
  ///
  /// @param parts that people are divided into, by turns
  double[] crossFitted(int parts) {
    double[] sums = new double[2];
    double weight = 0;
    for (int part = 0; part < parts; part++) {
      Calibrating others = part(part, parts, false);
      Calibrating held = part(part, parts, true);
      CalibrationMap.Line line = others.line();
      CalibrationMap.Curve curve = others.curve();
      for (int i = 0; i < held.scores.length; i++) {
        double truth = held.outcomes.isPositive[i] ? 1 : 0;
        double byLine = link.chance(line.intercept() + line.slope() * held.scores[i]) - truth;
        double byCurve = curve.chance(held.scores[i]) - truth;
        sums[0] += held.outcomes.weight[i] * byLine * byLine;
        sums[1] += held.outcomes.weight[i] * byCurve * byCurve;
        weight += held.outcomes.weight[i];
      }
    }
    return new double[]{sums[0] / weight, sums[1] / weight};
  }

  private Calibrating part(int part, int parts, boolean isHeld) {
    int[] rows = java.util.stream.IntStream.range(0, scores.length)
        .filter(i -> (i % parts == part) == isHeld)
        .toArray();
    double[] some = java.util.Arrays.stream(rows).mapToDouble(i -> scores[i]).toArray();
    return new Calibrating(link, some, outcomes.some(rows));
  }

  /// How sure the calibrated score is along the scores: its standard deviation over draws with replacement.
  Uncertainty.Levels levels(CalibrationMap.Line line, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] at = points();
    double[] sum = new double[at.length];
    double[] squares = new double[at.length];
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] times = new double[scores.length];
      for (int i = 0; i < times.length; i++) {
        times[random.nextInt(times.length)]++;
      }
      CalibrationMap.Line drawn = line(times, line.intercept(), line.slope(), 3);
      for (int p = 0; p < at.length; p++) {
        double moved = drawn.intercept() + drawn.slope() * at[p] - line.intercept()
            - line.slope() * at[p];
        sum[p] += moved;
        squares[p] += moved * moved;
      }
    }
    List<Uncertainty.Level> levels = new ArrayList<>();
    for (int p = 0; p < at.length; p++) {
      double variance = (squares[p] - sum[p] * sum[p] / DRAWS) / (DRAWS - 1);
      levels.add(new Uncertainty.Level(line.intercept() + line.slope() * at[p],
          Math.sqrt(Math.max(0, variance))));
    }
    return new Uncertainty.Levels(levels);
  }

  private double[] points() {
    double[] ascending = scores.clone();
    java.util.Arrays.sort(ascending);
    double[] at = new double[LEVELS];
    java.util.Arrays.setAll(at, p -> Design.quantile(ascending, (p + 0.5) / LEVELS));
    return at;
  }
}
