package org.metier.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.json.Json;

@NullUnmarked // where a null comes instead of a figure, the test fails all the same
class MonitoringTest {
  private static final String MODEL = "a".repeat(64);
  private static final Instant DAY = Instant.parse("2026-11-01T00:00:00Z");

  private static FieldProfile two(long first, long second) {
    return new FieldProfile("age", List.of(50.0), List.of(), List.of(first, second), 0);
  }

  /// Shares 0.5, 0.5 before and 0.2, 0.8 now.
  @Test
  void distances_of_two_bins_are_those_worked_by_hand() {
    Drift drift = Drift.of(two(500, 500), two(200, 800));
    double index = (0.2 - 0.5) * Math.log(0.2 / 0.5) + (0.8 - 0.5) * Math.log(0.8 / 0.5);
    assertEquals(index, drift.stabilityIndex(), 1e-12);
    assertEquals(0.3, drift.kolmogorovSmirnov(), 1e-12);
    double divergence = (0.5 * Math.log(0.5 / 0.35) + 0.5 * Math.log(0.5 / 0.65)
        + 0.2 * Math.log(0.2 / 0.35) + 0.8 * Math.log(0.8 / 0.65)) / 2 / Math.log(2);
    assertEquals(Math.sqrt(divergence), drift.jensenShannon(), 1e-12);
    // The 0.99 quantile of chi square with one degree of freedom is 6.635.
    assertEquals(6.635 * (1.0 / 1000 + 1.0 / 1000), drift.chanceBound(), 2e-4);
    assertEquals(Drift.Level.ACT, drift.level());
  }

  @Test
  void nothing_moved_is_nothing_found_and_apart_is_all_apart() {
    Drift same = Drift.of(two(30, 70), two(60, 140));
    assertEquals(0, same.stabilityIndex(), 1e-12);
    assertEquals(0, same.jensenShannon(), 1e-9);
    assertEquals(Drift.Level.STABLE, same.level());
    Drift apart = Drift.of(two(100, 0), two(0, 100));
    assertEquals(1, apart.jensenShannon(), 1e-12);
    assertEquals(1, apart.kolmogorovSmirnov(), 1e-12);
    assertTrue(Double.isFinite(apart.stabilityIndex()));
  }

  /// Two of four instead of one of four: a large index, as chance has it with four people.
  @Test
  void few_people_raise_no_alarm() {
    Drift drift = Drift.of(two(250, 750), two(2, 2));
    assertTrue(drift.stabilityIndex() > 0.25);
    assertEquals(Drift.Level.STABLE, drift.level());
  }

  @Test
  void categories_of_few_and_new_ones_are_counted_together() {
    FieldProfile before = FieldProfile.ofCategories("region",
        new String[]{"n", "n", "s", "s", "x", ""}, 2);
    assertEquals(List.of("n", "s", FieldProfile.OTHER), before.categories());
    assertEquals(List.of(2L, 2L, 1L), before.counts());
    FieldProfile now = before.again(new String[]{"n", "s", "", "", "", "new"});
    assertEquals(List.of(1L, 1L, 1L), now.counts());
    Drift drift = Drift.of(before, now);
    assertEquals(1.0 / 6, drift.unknownBefore(), 1e-12);
    assertEquals(0.5, drift.unknownNow(), 1e-12);
    // z = 1.22 of six people each: chance explains it
    assertEquals(Drift.Level.STABLE, drift.level());
    assertEquals(Drift.Level.NO_DATA,
        Drift.of(before, before.again(new String[]{"", ""})).level());
  }

  private static FieldProfile silent(long known, long unknown) {
    return new FieldProfile("age", List.of(50.0), List.of(), List.of(known, 0L), unknown);
  }

  /// Of 400 and 100 people; z of 10 % beside 16 % is 1.70, beside 18 % 2.23, beside 20 % 2.75.
  @Test
  void a_field_that_falls_silent_is_found_beyond_chance_alone() {
    assertEquals(Drift.Level.STABLE, Drift.of(silent(360, 40), silent(84, 16)).level());
    assertEquals(Drift.Level.STABLE, Drift.of(silent(360, 40), silent(82, 18)).level());
    assertEquals(Drift.Level.WATCH, Drift.of(silent(360, 40), silent(80, 20)).level());
    assertEquals(Drift.Level.ACT, Drift.of(silent(360, 40), silent(65, 35)).level());
    assertEquals(Drift.Level.ACT, Drift.of(silent(360, 40), silent(0, 100)).level());
    assertEquals(Drift.Level.ACT, Drift.of(silent(0, 400), silent(90, 10)).level());
    assertEquals(Drift.Level.NO_DATA, Drift.of(silent(0, 400), silent(0, 100)).level());
    assertEquals(Drift.Level.NO_DATA, Drift.of(silent(360, 40), silent(0, 0)).level());
  }

  @RepeatedTest(50)
  void every_bin_holds_enough_people_and_every_person_is_in_one(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    double[] values = new double[50 + random.nextInt(500)];
    Arrays.setAll(values,
        i -> random.nextInt(10) == 0 ? Double.NaN : random.nextInt(1 + random.nextInt(40)));
    FieldProfile profile = FieldProfile.ofNumbers("tenure", values, 20);
    assertEquals(values.length, profile.known() + profile.unknown());
    assertTrue(profile.counts().stream().allMatch(count -> count >= 20), profile.toString());
    assertEquals(profile, profile.again(values));
  }

  @RepeatedTest(20)
  void a_drift_that_was_planted_is_found_and_no_other(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    double[] before = random.doubles(2_000).toArray();
    FieldProfile baseline = FieldProfile.ofNumbers("score", before, 20);
    assertEquals(Drift.Level.STABLE,
        Drift.of(baseline, baseline.again(random.doubles(2_000).toArray())).level());
    double[] moved = random.doubles(2_000).map(v -> Math.pow(v, 1.7)).toArray();
    Drift drift = Drift.of(baseline, baseline.again(moved));
    assertTrue(drift.stabilityIndex() > drift.chanceBound());
    assertTrue(drift.level() != Drift.Level.STABLE, drift.toString());
  }

  private static CalibrationWatch watch(double bias, int outcomes, long seed) {
    Random random = new Random(seed);
    double[] forecasts = new double[outcomes];
    boolean[] came = new boolean[outcomes];
    for (int i = 0; i < outcomes; i++) {
      double truth = 0.1 + 0.6 * random.nextDouble();
      forecasts[i] = truth + bias;
      came[i] = random.nextDouble() < truth;
    }
    return CalibrationWatch.begin(MODEL, 0.05, DAY).with(forecasts, came, DAY.plusSeconds(60));
  }

  /// 400 calibrated models looked at after each of 2,000 outcomes; at most 5 % may ever raise an alarm. The
  /// chance of more than 33 of 400 at 5 % is below 0.5 %, and the seeds are fixed.
  @Test
  void a_calibrated_model_raises_an_alarm_no_more_often_than_stated() {
    int alarms = 0;
    for (int seed = 0; seed < 400; seed++) {
      alarms += watch(0, 2_000, seed).isAlarm() ? 1 : 0;
    }
    assertTrue(alarms <= 33, alarms + " alarms");
  }

  @Test
  void a_model_that_is_off_is_found() {
    int found = 0;
    for (int seed = 0; seed < 100; seed++) {
      found += watch(0.08, 2_000, seed).isAlarm() ? 1 : 0;
    }
    assertTrue(found >= 95, found + " of 100");
    assertEquals(0.08, watch(0.08, 20_000, 1).gap(), 0.01);
  }

  @Test
  void outcomes_in_two_parts_give_the_same_state_as_at_once_and_json_reads_back() {
    double[] forecasts = {0.1, 0.7, 1, 0};
    boolean[] came = {false, true, true, false};
    CalibrationWatch begun = CalibrationWatch.begin(MODEL, 0.01, DAY);
    CalibrationWatch once = begun.with(forecasts, came, DAY);
    CalibrationWatch twice = begun.with(Arrays.copyOf(forecasts, 1), Arrays.copyOf(came, 1), DAY)
        .with(Arrays.copyOfRange(forecasts, 1, 4), Arrays.copyOfRange(came, 1, 4), DAY);
    assertEquals(once, twice);
    assertEquals(4, once.outcomes());
    assertEquals((1.8 - 2) / 4, once.gap(), 1e-12);
    assertEquals(once, CalibrationWatch.read(Json.write(once)));
  }

  /// Wilson's interval of 0 of 200 reaches to 1.88 %, of 0 of 100 to 3.7 %; of 60 of 200 it is 24.1 to 36.7 %.
  @Test
  void override_rates_near_never_and_near_always_raise_alarms_and_few_decisions_say_nothing() {
    OverrideWatch begun = OverrideWatch.begin(MODEL, DAY);
    assertEquals(OverrideWatch.State.TOO_FEW, begun.state());
    assertEquals(OverrideWatch.State.TOO_FEW, begun.with(100, 0, DAY).state());
    assertEquals(OverrideWatch.State.NEAR_NEVER, begun.with(200, 0, DAY).state());
    assertTrue(begun.with(200, 0, DAY).isAlarm());
    assertEquals(OverrideWatch.State.BETWEEN, begun.with(200, 60, DAY).state());
    assertFalse(begun.with(200, 60, DAY).isAlarm());
    assertEquals(OverrideWatch.State.TOO_FEW,
        OverrideWatch.begin(MODEL, 0.25, 0.9, DAY).with(200, 60, DAY).state());
    assertEquals(OverrideWatch.State.TOO_FEW,
        OverrideWatch.begin(MODEL, 0.02, 0.36, DAY).with(200, 60, DAY).state());
    assertEquals(OverrideWatch.State.NEAR_ALWAYS,
        begun.with(50, 50, DAY).with(50, 49, DAY).state());
    assertTrue(begun.with(100, 99, DAY).isAlarm());
    assertThrows(IllegalArgumentException.class, () -> begun.with(1, 2, DAY));
    assertEquals(begun, OverrideWatch.read(Json.write(begun)));
  }

  /// Of 400 forecasts of 0.5, 200 came about: Wilson's interval is 0.4512 to 0.5488, so the gap lies within 4.88 points
  /// either way.
  @Test
  void a_calibration_is_clear_only_when_no_larger_gap_is_possible() {
    CalibrationWatch begun = CalibrationWatch.begin(MODEL, 0.01, DAY);
    assertEquals(CalibrationWatch.Verdict.TOO_FEW, begun.verdict(0.05));
    assertNull(begun.gapInterval());
    CalibrationWatch even = begun.with(alike(400, 0.5), everySecond(400), DAY);
    assertEquals(-0.04876, even.gapInterval().low(), 1e-5);
    assertEquals(0.04876, even.gapInterval().high(), 1e-5);
    assertEquals(CalibrationWatch.Verdict.HOLDS, even.verdict(0.05));
    assertEquals(CalibrationWatch.Verdict.TOO_FEW, even.verdict(0.048));
    CalibrationWatch high = begun.with(alike(400, 0.52), everySecond(400), DAY);
    assertEquals(CalibrationWatch.Verdict.TOO_FEW, high.verdict(0.05));
    assertEquals(CalibrationWatch.Verdict.ALARM,
        begun.with(alike(400, 0.7), everySecond(400), DAY).verdict(0.05));
    assertThrows(IllegalArgumentException.class, () -> even.verdict(0));
  }

  @Test
  void an_alarm_stays_when_later_forecasts_are_right() {
    CalibrationWatch alarm = CalibrationWatch.begin(MODEL, 0.01, DAY)
        .with(alike(100, 0.8), everySecond(100), DAY);
    assertTrue(alarm.isAlarm());
    CalibrationWatch later = alarm.with(alike(5_000, 0.5), everySecond(5_000), DAY);
    assertTrue(later.isAlarm());
    assertEquals(alarm.mostLogWealth(), later.mostLogWealth());
  }

  private static double[] alike(int number, double forecast) {
    double[] forecasts = new double[number];
    Arrays.fill(forecasts, forecast);
    return forecasts;
  }

  private static boolean[] everySecond(int number) {
    boolean[] came = new boolean[number];
    for (int i = 0; i < number; i += 2) {
      came[i] = true;
    }
    return came;
  }

  /// A forecast of 0.9 that did not come about costs who bet on more, or on steeper, 0.9 times the stake, and others gain
  /// as much; so does one of 0.1 that came about with those who bet on steeper.
  @Test
  void bets_are_those_worked_by_hand() {
    CalibrationWatch one = CalibrationWatch.begin(MODEL, 0.01, DAY)
        .with(new double[]{0.9}, new boolean[]{false}, DAY);
    assertEquals(Math.log(1 - 0.02 * 0.9), one.logWealth().get(0), 1e-12);
    assertEquals(Math.log(1 + 0.02 * 0.9), one.logWealth().get(1), 1e-12);
    assertEquals(Math.log(1 - 0.02 * 0.9), one.logWealth().get(2), 1e-12);
    assertEquals(Math.log(1 + 0.4 * 0.9), one.logWealth().get(19), 1e-12);
    CalibrationWatch low = CalibrationWatch.begin(MODEL, 0.01, DAY)
        .with(new double[]{0.1}, new boolean[]{true}, DAY);
    assertEquals(Math.log(1 - 0.02 * 0.9), low.logWealth().get(2), 1e-12);
    assertEquals(0, low.mostLogWealth(), 1e-12);
  }

  @Test
  void a_better_challenger_is_told_from_an_equal_one() {
    Random random = new Random(1);
    double[] truth = random.doubles(800).toArray();
    double[] vague = Arrays.stream(truth).map(t -> 0.5 + (t - 0.5) / 4).toArray();
    boolean[] came = new boolean[800];
    for (int i = 0; i < 800; i++) {
      came[i] = random.nextDouble() < truth[i];
    }
    SideBySide better = SideBySide.of(vague, truth, came, 1);
    assertTrue(better.brier().interval().low() > 0);
    assertTrue(better.brier().pValue() < 0.01);
    assertTrue(better.logLoss().interval().low() > 0);
    assertEquals(better.championBrier() - better.challengerBrier(), better.brier().difference(),
        1e-12);
    assertEquals(0, better.changed());
    SideBySide same = SideBySide.of(truth, truth, came, 1);
    assertEquals(0, same.brier().difference());
    assertEquals(1, same.brier().pValue());
    assertEquals(0, same.changed());
    double[] turned = Arrays.stream(truth).map(t -> 1 - t).toArray();
    assertTrue(SideBySide.of(truth, turned, came, 1).changed() > 300);
    assertFalse(same.brier().interval().low() > 0);
  }

  @Test
  void a_baseline_reads_back_and_names_what_it_lacks() {
    Baseline baseline = new Baseline(Baseline.FORMAT, MODEL, DAY, List.of(two(1, 2)));
    assertEquals(baseline, Baseline.read(Json.write(baseline)));
    assertEquals("the baseline has no field sex; it has [age]",
        assertThrows(IllegalArgumentException.class, () -> baseline.field("sex")).getMessage());
  }
}
