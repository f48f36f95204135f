package org.metier.fairness;

import java.util.List;
import org.metier.measure.Calibration;
import org.metier.measure.Interval;
import org.metier.measure.Wilson;

/// What was forecast and what came about, from low to high forecasts.
///
/// @param attribute empty for everybody
/// @param value of the attribute
/// @param points of at least as many people as a shown figure rests on
public record CalibrationCurve(String attribute, String value, List<Point> points) {
  /// People with forecasts near each other.
  ///
  /// @param forecast mean, 0 to 1
  /// @param observed share for whom the outcome came about, 0 to 1
  /// @param weight of these people
  /// @param interval of the share: Wilson's, of as many people of equal weight as tell as much (Kish, "Survey Sampling",
  ///     1965: the square of the sum of weights over the sum of their squares)
  public record Point(double forecast, double observed, double weight, Interval interval) {}

  public CalibrationCurve {
    points = List.copyOf(points);
  }

  /// @param equivalent number of people of equal weight
  static Point point(Calibration.Bin bin, double equivalent) {
    long cases = Math.max(1, Math.round(equivalent));
    return new Point(bin.forecast(), bin.observed(), bin.weight(),
        Wilson.of(Math.clamp(Math.round(bin.observed() * cases), 0, cases),
            cases));
  }
}
