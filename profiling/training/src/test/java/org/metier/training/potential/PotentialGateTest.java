package org.metier.training.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metier.potential.Family;

/// Bounds, each a little kept and a little broken.
class PotentialGateTest {
  private static Quality quality(double auc, double brier, double slope, double error) {
    List<Quality.Figure> figures = new ArrayList<>();
    for (Quality.Measure measure : Quality.Measure.values()) {
      double value = switch (measure) {
        case AUC, AUC_OF_DETERMINABLE -> auc;
        case BRIER -> brier;
        case CALIBRATION_SLOPE -> slope;
        case CALIBRATION_LEVEL -> 0;
        case CALIBRATION_ERROR -> error;
      };
      figures.add(new Quality.Figure(measure, value, value - 0.02, value + 0.02));
    }
    return new Quality(1_000, 0.5, 4, figures, 0.02);
  }

  private static final PotentialGate.Compared SERVING = PotentialGate.Compared.WITH_THE_MODEL_IN_SERVICE;
  private static final PotentialGate.Compared NOTHING = PotentialGate.Compared.WITH_NOTHING;
  private static final Quality GOOD = quality(0.7, 0.2, 1, 0.03);

  private static ModelCheck inService(Map<String, Quality> byGroup) {
    return new ModelCheck(GOOD, byGroup, new Predictions(new int[0], new double[0],
        new Boolean[0], new double[0]));
  }

  @ParameterizedTest
  @CsvSource({"0.7,0.2,0.7,0.03,true", "0.7,0.2,0.69,0.03,false", "0.7,0.2,1.4,0.03,true",
    "0.7,0.2,1.41,0.03,false", "0.7,0.2,NaN,0.03,false", "0.7,0.2,1,0.0499,true",
    "0.7,0.2,1,0.0501,false", "0.6901,0.2,1,0.03,true", "0.6899,0.2,1,0.03,false",
    "0.7,0.2029,1,0.03,true", "0.7,0.2031,1,0.03,false"})
  void a_model_is_held_against_bounds_and_the_one_in_service(double auc, double brier,
      double slope, double error, boolean isPassed) {
    PotentialGate gate = PotentialGate.of(quality(auc, brier, slope, error), Map.of(),
        inService(Map.of()), SERVING);
    assertEquals(isPassed, gate.isPassed(), gate.toString());
    assertEquals(isPassed ? 0 : 1, gate.broken().size());
    assertEquals(PotentialGate.Compared.WITH_THE_MODEL_IN_SERVICE, gate.compared());
  }

  /// Outcomes drawn by lot are forecast without error by their share: calibrated, and of no use.
  @Test
  void a_model_that_may_know_nothing_is_kept_out_however_well_calibrated() {
    for (double auc : new double[]{0.529, 0.531}) {
      PotentialGate gate = PotentialGate.of(quality(auc, 0.25, 1, 0.01), Map.of(), null, NOTHING);
      assertEquals(auc > 0.53, gate.isPassed(), gate.toString());
    }
  }

  @Test
  void a_group_whose_chances_are_wrong_keeps_a_model_out_that_is_right_on_the_whole() {
    Map<String, Quality> wrong = Map.of("origin=abroad", quality(0.7, 0.2, 1, 0.1201));
    PotentialGate gate = PotentialGate.of(GOOD, wrong, null, NOTHING);
    assertEquals(1, gate.broken().size());
    assertTrue(gate.broken()
        .getFirst()
        .toString()
        .startsWith("BROKEN calibration error beyond what"
            + " chance makes of it for origin=abroad: 0.1001, allowed"),
        gate.toString());
    assertTrue(
        PotentialGate.of(GOOD, Map.of("origin=abroad", quality(0.7, 0.2, 1, 0.1199)), null, NOTHING)
            .isPassed());
  }

  @Test
  void a_group_for_whom_the_model_in_service_is_better_keeps_a_model_out() {
    for (double brier : new double[]{0.2099, 0.2101}) {
      PotentialGate gate = PotentialGate.of(GOOD, Map.of("g", quality(0.7, brier, 1, 0.03)),
          inService(Map.of("g", GOOD)), SERVING);
      assertEquals(brier < 0.21, gate.isPassed(), gate.toString());
    }
    assertTrue(PotentialGate.of(GOOD, Map.of("g", quality(0.7, 0.9, 1, 0.03)),
        inService(Map.of("other", GOOD)), SERVING).isPassed());
  }

  @Test
  void what_was_not_compared_is_said() {
    for (PotentialGate.Compared compared : PotentialGate.Compared.values()) {
      assertEquals(compared, PotentialGate.of(GOOD, Map.of(), null, compared).compared());
    }
  }

  @Test
  void nobody_overrules_a_gate_that_passed_or_without_a_reason() {
    Spells some = new SimulatedCohort(1).spells(400);
    var model = new PotentialTrainer(some, TrainingSettings.DEFAULT.of(Family.LOGISTIC)).train()
        .model();
    PotentialRun.Outcome outcome = new PotentialRun.Outcome(model,
        new org.metier.match.model.ModelCard(model.sha256(), model.features(), Map.of(), 1,
            Map.of("choice", "x"), Map.of(), null, List.of()),
        new ReadReport(1, 1, 1, 0, 0, 0, 0, List.of()), "x", Map.of(), Map.of(), null);
    PotentialGate passed = PotentialGate.of(GOOD, Map.of(), null, NOTHING);
    PotentialGate broken = PotentialGate.of(quality(0.7, 0.2, 9, 0.03), Map.of(), null, NOTHING);
    assertThrows(IllegalArgumentException.class, () -> outcome.despite(passed, "because"));
    assertThrows(IllegalArgumentException.class, () -> outcome.despite(broken, " "));
    Map<String, String> said = outcome.despite(broken, "because").card().settings();
    assertEquals(Map.of("choice", "x", "gateOverruledBecause", "because", "gateRefusedFor",
        "slope of the calibration"), said);
  }
}
