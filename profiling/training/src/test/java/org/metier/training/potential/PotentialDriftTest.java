package org.metier.training.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.evaluation.EvaluationRun;
import org.metier.fairness.FairnessReport;
import org.metier.json.Json;
import org.metier.monitoring.Baseline;
import org.metier.monitoring.Drift;
import org.metier.potential.Family;

/// A model of the first two years of a made cohort, in which everything changes afterwards as planted.
class PotentialDriftTest {
  private static final SimulatedCohort COHORT = new SimulatedCohort(1);
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"),
      ZoneOffset.UTC);

  @TempDir
  private static Path folder = Path.of("");

  private static PotentialRun.Outcome outcome;
  private static EvaluationRun run;

  @BeforeAll
  static void train_on_some_of_the_first_two_years() throws IOException {
    COHORT.write(folder, 6_000);
    int first = COHORT.truth().driftMonth();
    write("early.csv", line -> line % 2 == 0, month -> month < first);
    write("same.csv", line -> line % 2 == 1, month -> month < first);
    write("late.csv", line -> true, month -> month >= first);
    PotentialRun training = new PotentialRun(folder.resolve("early.csv"), COHORT.specification(),
        TrainingSettings.DEFAULT.of(Family.HAZARD), CLOCK);
    outcome = training.run(folder.resolve("protected.csv"), "id", 2,
        List.of(CrossValidation.Maker.METIER));
    run = training.evaluation(outcome, folder.resolve("protected.csv"), "id", 0.25,
        "head of service");
  }

  private static void write(String name, IntPredicate isLine, IntPredicate isMonth)
      throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("spells.csv"));
    List<String> some = new ArrayList<>(lines.subList(0, 1));
    for (int i = 1; i < lines.size(); i++) {
      int month = Integer.parseInt(lines.get(i).split(",", -1)[1]);
      if (isLine.test(i) && isMonth.test(month)) {
        some.add(lines.get(i));
      }
    }
    Files.write(folder.resolve(name), some);
  }

  private static PotentialDrift drift(String data) throws IOException {
    return PotentialDrift.of(baseline(), outcome.model(), COHORT.specification(),
        folder.resolve(data), folder.resolve("protected.csv"), "id", 1);
  }

  private static Baseline baseline() {
    return Objects.requireNonNull(run.baseline());
  }

  @Test
  void people_of_the_same_time_show_no_drift() throws IOException {
    for (Drift field : drift("same.csv").fields()) {
      assertEquals(Drift.Level.STABLE, field.level(), field.toString());
    }
  }

  @Test
  void what_was_planted_is_found_and_nothing_else() throws IOException {
    PotentialDrift drift = drift("late.csv");
    for (Drift field : drift.fields()) {
      assertEquals(field.field().equals(COHORT.truth().driftingFeature()),
          field.level() == Drift.Level.ACT, field.toString());
    }
    Quality.Figure level = drift.quality().figure(Quality.Measure.CALIBRATION_LEVEL);
    assertTrue(level.high() < -0.2, "forecasts are too high by now: " + level);
  }

  @Test
  void a_baseline_of_another_model_is_refused() {
    Baseline other = new Baseline(Baseline.FORMAT, "0".repeat(64), CLOCK.instant(),
        baseline().fields());
    String message = String.valueOf(assertThrows(IllegalArgumentException.class,
        () -> PotentialDrift.of(other, outcome.model(), COHORT.specification(),
            folder.resolve("late.csv"), folder.resolve("protected.csv"), "id", 1))
        .getMessage());
    assertTrue(message.contains("name the run that made it"), message);
  }

  @Test
  void the_run_reads_back_and_its_report_finds_the_planted_bias() {
    EvaluationRun read = EvaluationRun.read(Json.write(run));
    assertEquals(run, read);
    assertEquals(outcome.predictions() == null ? -1 : outcome.predictions().lines().length,
        read.cases().size());
    FairnessReport fairness = Objects.requireNonNull(read.technicalFile(20).fairness());
    assertTrue(Json.write(fairness).contains(COHORT.truth().biasGroup()));
    double gap = 0;
    int known = 0;
    for (EvaluationRun.RunCase one : read.cases()) {
      Double need = one.score();
      Boolean isInNeed = one.outcome();
      if ("origin=abroad".equals(one.groups().get("origin")) && need != null && isInNeed != null) {
        gap += (isInNeed ? 1 : 0) - need;
        known++;
      }
    }
    assertTrue(gap / known > 0.03, "people from abroad need more than forecast: " + gap / known);
  }

  @Test
  void as_many_are_selected_as_the_capacity_holds_and_nobody_before_who_needs_more() {
    double least = 1;
    double most = 0;
    int selected = 0;
    for (EvaluationRun.RunCase one : run.cases()) {
      double need = Objects.requireNonNull(one.score());
      if (one.isSelected()) {
        selected++;
        least = Math.min(least, need);
      } else {
        most = Math.max(most, need);
      }
    }
    assertEquals(Math.round(0.25 * run.cases().size()), selected);
    assertTrue(least >= most);
  }
}
