package org.metier.training.potential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether a trained model may go into service: what it says of people it did not see is held against bounds, over all and
/// in each protected group, and against the model in service on the same people. Where that was trained on these very
/// data, its card has the figures on people it did not see; else it is measured here, and what it may have learnt from
/// some of these people favours it.
///
/// The bounds are a judgment and no law of nature: who knows better can put a model into service all the same, by a
/// reason that its card keeps, see [PotentialRun.Outcome#despite].
///
/// @param checks in the order in which they were made
/// @param compared what the model was held against
public record PotentialGate(List<Check> checks, Compared compared) {
  private static final double LEAST_AUC = 0.51;
  private static final double MOST_AUC_LOST = 0.01;
  private static final double MOST_BRIER_ADDED = 0.003;
  private static final double MOST_GROUP_BRIER_ADDED = 0.01;
  private static final double MOST_ERROR_BEYOND_CHANCE = 0.03;
  /// Groups are small, and chance makes more of them.
  private static final double MOST_GROUP_ERROR_BEYOND_CHANCE = 0.1;
  private static final double FLATTEST = 0.7;
  private static final double STEEPEST = 1.4;

  /// What a model was held against beside bounds.
  public enum Compared {
    /// The model in service, on the same people.
    WITH_THE_MODEL_IN_SERVICE,
    /// The model in service, by the figures on its card, since it was trained on the same data.
    WITH_THE_CARD_OF_THE_MODEL_IN_SERVICE,
    /// Nothing: no model is in service.
    WITH_NOTHING,
    /// Nothing: the model in service is of another specification, and says nothing of these people.
    WITH_NOTHING_OF_THIS_SPECIFICATION
  }

  /// One bound.
  ///
  /// @param meaning in words
  /// @param isKept whether `low <= measured <= high`
  public record Check(String meaning, double measured, double low, double high, boolean isKept) {
    static Check of(String meaning, double measured, double low, double high) {
      return new Check(meaning, measured, low, high, measured >= low && measured <= high);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s %s: %.4f, allowed %.4f to %.4f",
          isKept ? "kept  " : "BROKEN", meaning, measured, low, high);
    }
  }

  public PotentialGate {
    checks = List.copyOf(checks);
  }

  /// @param candidate of people it did not see
  /// @param byGroup the same by protected group
  /// @param inService of the model in service on the same people; null where there is none to compare with
  /// @param compared what that is, or why there is none
  static PotentialGate of(Quality candidate, Map<String, Quality> byGroup,
      @Nullable ModelCheck inService, Compared compared) {
    List<Check> checks = new ArrayList<>();
    checks.add(Check.of("area under the curve, low end of its interval, where 0.5 knows nothing",
        candidate.figure(Quality.Measure.AUC).low(), LEAST_AUC, 1));
    checks.add(Check.of("slope of the calibration",
        value(candidate, Quality.Measure.CALIBRATION_SLOPE), FLATTEST, STEEPEST));
    checks.add(Check.of("calibration error beyond what chance makes of it",
        value(candidate, Quality.Measure.CALIBRATION_ERROR) - candidate.errorByChance(), -1,
        MOST_ERROR_BEYOND_CHANCE));
    byGroup.forEach((group, quality) -> checks.add(
        Check.of("calibration error beyond what chance makes of it for " + group,
            value(quality, Quality.Measure.CALIBRATION_ERROR) - quality.errorByChance(), -1,
            MOST_GROUP_ERROR_BEYOND_CHANCE)));
    if (inService == null) {
      return new PotentialGate(checks, compared);
    }
    checks.add(Check.of("area under the curve lost against the model in service",
        value(inService.all(), Quality.Measure.AUC) - value(candidate, Quality.Measure.AUC), -1,
        MOST_AUC_LOST));
    checks.add(Check.of("Brier score added against the model in service",
        value(candidate, Quality.Measure.BRIER) - value(inService.all(), Quality.Measure.BRIER),
        -1, MOST_BRIER_ADDED));
    byGroup.forEach((group, quality) -> {
      Quality before = inService.byGroup().get(group);
      if (before != null) {
        checks.add(Check.of("Brier score added for " + group,
            value(quality, Quality.Measure.BRIER) - value(before, Quality.Measure.BRIER), -1,
            MOST_GROUP_BRIER_ADDED));
      }
    });
    return new PotentialGate(checks, compared);
  }

  private static double value(Quality quality, Quality.Measure measure) {
    return quality.figure(measure).value();
  }

  public boolean isPassed() {
    return broken().isEmpty();
  }

  /// Bounds that the model did not keep to.
  public List<Check> broken() {
    return checks.stream().filter(check -> !check.isKept()).toList();
  }
}
