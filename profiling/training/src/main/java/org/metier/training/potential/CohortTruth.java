package org.metier.training.potential;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What is true of a [SimulatedCohort], so that it can be seen whether a model, a report or a monitor finds it.
///
/// @param effects by feature, or feature and value as `education=higher`: what a unit, or the value, adds to the
///     logarithm of the hazard; features that are not named have none
/// @param nothing features without any effect of their own
/// @param biasGroup protected group whose hazard is lower whatever its features
/// @param bias what belonging to it adds to the logarithm of the hazard
/// @param proxy feature without effect that tells who belongs to the group
/// @param driftMonth from which month of registration on the market is worse
/// @param drift what that adds to the logarithm of the hazard
/// @param driftingFeature whose values shift from that month on
public record CohortTruth(Map<String, Double> effects, java.util.List<String> nothing,
    String biasGroup, double bias, String proxy, int driftMonth, double drift,
    String driftingFeature) {
  public CohortTruth {
    effects = Collections.unmodifiableMap(new TreeMap<>(effects));
    nothing = java.util.List.copyOf(nothing);
  }

  /// The truth that is used where nobody asks for another.
  static CohortTruth standard() {
    Map<String, Double> effects = new TreeMap<>();
    effects.put("monthsSinceWork", -0.02);
    effects.put("yearsWorked", 0.12);
    effects.put("leaving=dismissed", -0.15);
    effects.put("leaving=noJobYet", -0.25);
    effects.put("education=none", -0.4);
    effects.put("education=lower", -0.2);
    effects.put("education=vocational", 0.15);
    effects.put("education=higher", 0.2);
    effects.put("certificate", 0.2);
    effects.put("licence", 0.25);
    effects.put("commute", 0.005);
    effects.put("workLanguage=none", -0.6);
    effects.put("workLanguage=basic", -0.35);
    effects.put("workLanguage=good", -0.1);
    effects.put("digital=none", -0.4);
    effects.put("digital=basic", -0.15);
    effects.put("applications", 0.02);
    for (int step = 1; step <= 5; step++) {
      effects.put("outlook=" + step, 0.08 * (step - 3));
      effects.put("interviews=" + step, 0.05 * (step - 3));
      effects.put("knowsWhere=" + step, 0.04 * (step - 3));
      effects.put("plan=" + step, 0.05 * (step - 3));
    }
    effects.put("cvReady", 0.12);
    effects.put("temporary", 0.1);
    effects.put("network=none", -0.2);
    effects.put("network=many", 0.15);
    effects.put("tightness", 0.006);
    effects.values().removeIf(effect -> effect == 0);
    return new CohortTruth(effects,
        java.util.List.of("hours", "otherWork", "lowerPay", "district"),
        "origin=abroad", -0.5, "district", 24, -0.35, "tightness");
  }
}
