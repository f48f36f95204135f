package org.metier.measure;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Intervals of many figures of the same units from the same draws, so that a difference or ratio of two of
/// them has an interval too: take it draw by draw (Efron, Tibshirani, "An Introduction to the Bootstrap",
/// 1993, chapter 8).
///
/// Equal arguments give equal draws on every machine.
public final class JointBootstrap {
  private static final double TAIL = 0.025;

  private JointBootstrap() {}

  /// Figures of a drawn set of units.
  @FunctionalInterface
  public interface Figures {
    /// Computes all figures of one draw.
    ///
    /// @param times how often each unit was drawn, 0 or more; the same array at every call
    /// @param figures to be filled; NaN where a figure is not defined on the draw
    void of(int[] times, double[] figures);
  }

  /// Draws as many units as there are, with replacement. Costs `draws` calls of the function, and holds all
  /// figures of all draws.
  ///
  /// @param units at least 1
  /// @param draws at least 40, so that a tail of 2.5 % holds one
  /// @param figures how many the function fills
  /// @return per figure one value per draw, in the order of the draws
  public static double[][] draws(int units, int draws, int figures, long seed, Figures function) {
    if (units < 1 || draws < 40) {
      throw new IllegalArgumentException("units must be at least 1 and draws at least 40, were "
          + units + " and " + draws);
    }
    SplittableRandom random = new SplittableRandom(seed);
    int[] times = new int[units];
    double[] values = new double[figures];
    double[][] drawn = new double[figures][draws];
    for (int draw = 0; draw < draws; draw++) {
      Arrays.fill(times, 0);
      for (int i = 0; i < units; i++) {
        times[random.nextInt(units)]++;
      }
      Arrays.fill(values, Double.NaN);
      function.of(times, values);
      for (int f = 0; f < figures; f++) {
        drawn[f][draw] = values[f];
      }
    }
    return drawn;
  }

  /// The interval that holds 95 % of the draws, those left out on which the figure is not defined.
  ///
  /// @return null when the figure is defined on less than half of the draws
  public static @Nullable Interval interval(double[] drawn) {
    double[] defined = Arrays.stream(drawn).filter(Double::isFinite).sorted().toArray();
    if (defined.length == 0 || defined.length < drawn.length / 2) {
      return null;
    }
    int low = (int) (TAIL * defined.length);
    return new Interval(defined[low], defined[defined.length - 1 - low]);
  }
}
