package org.metier.training.judgment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/* The position-based model (Craswell et al., "An Experimental Comparison of Click Position-Bias Models", WSDM 2008):
 *
 *   P(click on vacancy v of person p at position k) = theta_k * alpha_pv
 *
 * theta_k is how likely position k is looked at, alpha_pv how likely the person clicks what was looked at. Clicks at
 * different positions tell theta apart from alpha only where something else than alpha moved the vacancy:
 *
 *   SHUFFLED  the portal drew positions by lot. All that were drawn together share one mean alpha, so theta_k is
 *             the click rate at k, up to a factor (Wang et al., "Learning to Rank with Selection Bias in Personal
 *             Search", SIGIR 2016; Joachims et al. 2017, section 5.3).
 *   REPEATED  the same vacancy stood at several positions of the same person's lists, since rankers, lists
 *             and competing vacancies change from day to day: interventions that are harvested (Agarwal et al.,
 *             "Estimating Position Bias without Intrusive Interventions", WSDM 2019). Each pair of person and
 *             vacancy is a group of its own.
 *
 * Both are the same estimate over groups g that share alpha_g: with c_gk clicks of n_gk impressions, the Poisson
 * likelihood with one factor per group and one per position is largest where
 *
 *   theta_k = sum_g c_gk / sum_g n_gk alpha_g,     alpha_g = sum_k c_gk / sum_k n_gk theta_k,
 *
 * which is iterated. Factors per group bias it in no way, however few impressions each has, and it asks of clicks
 * nothing but their mean (Wooldridge, "Distribution-free Estimation of Some Nonlinear Panel Data Models", Journal
 * of Econometrics 1999). What it does ask: that a pair's alpha is the same at all its impressions. Where people
 * never click twice on what they have seen, clicks at the positions of first showings count too much.
 */
/// Learns from a log how much less people look at what stands further down. Time O(iterations x impressions).
public final class PositionBias {
  /// Clicks that a position needs within groups that tell positions apart; positions from the first on that
  /// has fewer share one estimate.
  static final int MIN_CLICKS = 50;

  private static final int MAX_ITERATIONS = 2_000;
  private static final double CLOSE = 1e-7;

  /* Cells: a group at a position. */
  private final int groups;
  private final int[] group;
  private final int[] position;
  private final double[] shown;
  private final double[] clicked;

  private PositionBias(int groups, int[] group, int[] position, double[] shown, double[] clicked) {
    this.groups = groups;
    this.group = group;
    this.position = position;
    this.shown = shown;
    this.clicked = clicked;
  }

  /// The estimate: from shuffled positions where the log has enough of them, else from repetitions.
  ///
  /// @param isUsed whether a list's impressions may be looked at; leave out lists that are held out
  /// @return empty when the log tells positions apart neither way: fewer than [#MIN_CLICKS] clicks at position 1
  ///     or at all others together
  public static Optional<Propensities> estimate(ImpressionLog log,
      java.util.function.IntPredicate isUsed) {
    Optional<Propensities> shuffled = ofShuffles(log, isUsed)
        .propensities(Propensities.Source.SHUFFLED);
    return shuffled.isPresent()
        ? shuffled
        : ofRepetitions(log, isUsed).propensities(Propensities.Source.REPEATED);
  }

  static PositionBias ofShuffles(ImpressionLog log, java.util.function.IntPredicate isUsed) {
    List<String> names = new ArrayList<>();
    Cells cells = new Cells(log.size());
    for (int list = 0; list < log.lists(); list++) {
      for (int row = log.start(list); isUsed.test(list) && row < log.start(list + 1); row++) {
        Optional<String> name = log.shuffle(row);
        if (name.isPresent()) {
          if (!names.contains(name.get())) {
            names.add(name.get());
          }
          cells.add(names.indexOf(name.get()), log.position(row), log.isClicked(row));
        }
      }
    }
    return cells.merged();
  }

  static PositionBias ofRepetitions(ImpressionLog log, java.util.function.IntPredicate isUsed) {
    Cells cells = new Cells(log.size());
    for (int list = 0; list < log.lists(); list++) {
      for (int row = log.start(list); isUsed.test(list) && row < log.start(list + 1); row++) {
        cells.add(((long) log.person(list) << 32) | log.vacancy(row), log.position(row),
            log.isClicked(row));
      }
    }
    return cells.merged();
  }

  /// Impressions by group and position.
  private static final class Cells {
    /// Group in the upper 42 bits of what is sorted, then position, then whether it was clicked.
    private static final int POSITION_BITS = 11;
    private static final int CLICK_BITS = 1;

    private final long[] keys;
    private int size;

    Cells(int most) {
      keys = new long[most];
    }

    void add(long group, int position, boolean isClicked) {
      long compact = (((group >>> 32) << 26) | (group & 0xFFFFFFFFL)) << (POSITION_BITS
          + CLICK_BITS);
      keys[size++] = compact | ((long) position << CLICK_BITS) | (isClicked ? 1 : 0);
    }

    /// Leaves out groups without a click, and those at one position only: they tell nothing.
    PositionBias merged() {
      Arrays.sort(keys, 0, size);
      int[] group = new int[size];
      int[] position = new int[size];
      double[] shown = new double[size];
      double[] clicked = new double[size];
      int groups = 0;
      int cells = 0;
      int from = 0;
      while (from < size) {
        long of = keys[from] >>> (POSITION_BITS + CLICK_BITS);
        int first = cells;
        double clicks = 0;
        int to = from;
        while (to < size && keys[to] >>> (POSITION_BITS + CLICK_BITS) == of) {
          int k = (int) (keys[to] >>> CLICK_BITS) & ((1 << POSITION_BITS) - 1);
          if (cells == first || position[cells - 1] != k) {
            group[cells] = groups;
            position[cells] = k;
            cells++;
          }
          shown[cells - 1]++;
          clicked[cells - 1] += keys[to] & 1;
          clicks += keys[to] & 1;
          to++;
        }
        if (cells - first < 2 || clicks == 0) {
          Arrays.fill(shown, first, cells, 0);
          Arrays.fill(clicked, first, cells, 0);
          cells = first;
        } else {
          groups++;
        }
        from = to;
      }
      return new PositionBias(groups, Arrays.copyOf(group, cells), Arrays.copyOf(position, cells),
          Arrays.copyOf(shown, cells), Arrays.copyOf(clicked, cells));
    }
  }

  Optional<Propensities> propensities(Propensities.Source source) {
    long[] clicks = new long[ImpressionLog.MAX_POSITION + 1];
    for (int cell = 0; cell < group.length; cell++) {
      clicks[position[cell]] += (long) clicked[cell];
    }
    int positions = 1;
    while (positions < ImpressionLog.MAX_POSITION && clicks[positions] >= MIN_CLICKS) {
      positions++; // the one after the last with enough clicks stands for all others
    }
    for (int further = positions + 1; further < clicks.length; further++) {
      clicks[positions] += clicks[further];
    }
    if (clicks[positions] < MIN_CLICKS) {
      clicks[positions - 1] += clicks[positions];
      positions--;
    }
    if (positions < 2) {
      return Optional.empty();
    }
    double[] theta = iterated(positions);
    List<Double> relative = new ArrayList<>();
    List<Long> counted = new ArrayList<>();
    for (int k = 1; k <= positions; k++) {
      relative.add(theta[k] / theta[1]);
      counted.add(clicks[k]);
    }
    return Optional.of(new Propensities(source, relative, counted));
  }

  private double[] iterated(int positions) {
    double[] theta = new double[positions + 1];
    Arrays.fill(theta, 1);
    double[] alpha = new double[groups];
    double change = 1;
    for (int i = 0; i < MAX_ITERATIONS && change > CLOSE; i++) {
      double[] clicksOfGroup = new double[groups];
      double[] looksOfGroup = new double[groups];
      for (int cell = 0; cell < group.length; cell++) {
        clicksOfGroup[group[cell]] += clicked[cell];
        looksOfGroup[group[cell]] += shown[cell] * theta[Math.min(positions, position[cell])];
      }
      Arrays.setAll(alpha, g -> clicksOfGroup[g] / looksOfGroup[g]);
      double[] clicks = new double[positions + 1];
      double[] chances = new double[positions + 1];
      for (int cell = 0; cell < group.length; cell++) {
        int k = Math.min(positions, position[cell]);
        clicks[k] += clicked[cell];
        chances[k] += shown[cell] * alpha[group[cell]];
      }
      change = 0;
      double first = clicks[1] / chances[1];
      for (int k = 1; k <= positions; k++) {
        double next = clicks[k] / chances[k] / first;
        change = Math.max(change, Math.abs(next - theta[k]));
        theta[k] = next;
      }
    }
    return theta;
  }
}
