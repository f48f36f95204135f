package org.metier.benchmarks.congestion;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.allocation.Convergence;
import org.metier.allocation.Spread;
import org.metier.measure.Interval;

/// What one way of spreading costs and gains from setting to setting. Immutable.
///
/// @param system its name
/// @param points from the weakest setting to the strongest, at least one
public record Curve(String system, List<Point> points) {
  public Curve {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("the curve of " + system + " has no point");
    }
  }

  /// @param setting 0 (none) to 1
  /// @param ndcg mean NDCG@10 by people's own grades
  /// @param interval of the mean, over people
  /// @param convergence null for what does not search
  /// @param seconds processor time of making all lists
  public record Point(double setting, double ndcg, Interval interval, Spread spread,
      @Nullable Convergence convergence, double seconds) {}

  /// What a curve reaches at a given share of the NDCG of its first point, between its points in straight
  /// lines.
  ///
  /// @param ndcgKept the share
  public record At(double ndcgKept, double gini, double neverShown, double beyondRoom) {}

  /// @param share of the first point's NDCG, above 0 and at most 1
  /// @return null where no point of the curve costs that much
  public @Nullable At at(double share) {
    double wanted = share * points.getFirst().ndcg();
    for (int i = 1; i < points.size(); i++) {
      Point before = points.get(i - 1);
      Point after = points.get(i);
      if (after.ndcg() <= wanted && before.ndcg() > after.ndcg()) {
        double t = (before.ndcg() - wanted) / (before.ndcg() - after.ndcg());
        return new At(share, between(before.spread().gini(), after.spread().gini(), t),
            between(before.spread().neverShown(), after.spread().neverShown(), t),
            between(before.spread().beyondRoom(), after.spread().beyondRoom(), t));
      }
    }
    return null;
  }

  private static double between(double from, double to, double t) {
    return from + t * (to - from);
  }
}
