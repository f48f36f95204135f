package org.metier.training.potential;

import java.util.List;

/// How good forecasts of people whom a model did not see are.
///
/// @param known people whose outcome is known
/// @param share of the outcome among all, by weight
/// @param bins that the calibration error is taken over
/// @param figures one per measure, in their order
/// @param errorByChance what the calibration error would be on the mean if the forecasts were right and chance alone
///     decided: so small samples show how much of it says nothing
public record Quality(int known, double share, int bins, List<Figure> figures,
    double errorByChance) {
  /// What is measured. All but the second weigh people by inverse chances of being seen.
  public enum Measure {
    /// Area under the ROC curve, 0.5 to 1.
    AUC,
    /// The same among those whose outcome is known, each counted once: biased towards short spells, as others report it.
    AUC_OF_DETERMINABLE,
    /// Mean squared error of the chance, 0 to 1.
    BRIER,
    /// Right at 1, below it forecasts are too extreme.
    CALIBRATION_SLOPE,
    /// Right at 0, above it forecasts are too low; in log-odds.
    CALIBRATION_LEVEL,
    /// Expected calibration error over bins of equal weight, 0 to 1.
    CALIBRATION_ERROR
  }

  /// A figure and where it lies in 95 of 100 draws of other people.
  public record Figure(Measure measure, double value, double low, double high) {}

  public Quality {
    figures = List.copyOf(figures);
  }

  public Figure figure(Measure measure) {
    return figures.get(measure.ordinal());
  }
}
