package org.metier.training.command;

import java.util.Locale;
import org.metier.training.potential.Quality;

/// Tables of figures, for a screen.
final class PotentialText {
  private PotentialText() {}

  static String header() {
    return String.format(Locale.ROOT, "%-18s %6s %6s  %-19s %-6s %-19s %-17s %-17s %-13s %s%n", "",
        "known", "share", "AUC", "(det.)", "Brier", "slope", "level", "error [95 %]",
        "(by chance)");
  }

  static String row(String name, Quality quality) {
    return String.format(Locale.ROOT, "%-18s %6d %6.3f  %s (%.3f) %s %s %s %s (%.3f)%n", name,
        quality.known(), quality.share(), figure(quality, Quality.Measure.AUC, 3),
        quality.figure(Quality.Measure.AUC_OF_DETERMINABLE).value(),
        figure(quality, Quality.Measure.BRIER, 3),
        figure(quality, Quality.Measure.CALIBRATION_SLOPE, 2),
        figure(quality, Quality.Measure.CALIBRATION_LEVEL, 2),
        figure(quality, Quality.Measure.CALIBRATION_ERROR, 3), quality.errorByChance());
  }

  private static String figure(Quality quality, Quality.Measure measure, int decimals) {
    Quality.Figure figure = quality.figure(measure);
    String format = "%." + decimals + "f [%." + decimals + "f,%." + decimals + "f]";
    return String.format(Locale.ROOT, format, figure.value(), figure.low(), figure.high());
  }
}
