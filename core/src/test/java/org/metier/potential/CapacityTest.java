package org.metier.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapacityTest {
  private static final Capacity SET = new Capacity("1".repeat(64), 0.2, 0.4, "head of unit",
      "budget", Instant.EPOCH);

  private static Assessment.Scored scored(double chance) {
    return new Assessment.Scored(Band.of(chance), Band.of(chance),
        new Score(chance, chance, chance, 0, 0, List.of()),
        new Trace(SET.modelSha256(), "", "", List.of()));
  }

  @Test
  void a_chance_up_to_the_threshold_is_invited_and_an_abstention_is_left_to_the_counsellor() {
    assertTrue(SET.invites(scored(0.4)));
    assertTrue(!SET.invites(scored(0.4001)));
    assertTrue(!SET.invites(new Assessment.Abstained(
        List.of(new Abstention.TooUncertain(Band.LOW, Band.HIGH)), scored(0.1).trace())));
  }

  @Test
  void a_capacity_that_nobody_answers_for_or_that_cannot_be_is_refused() {
    for (double share : new double[]{0, 1.01, Double.NaN}) {
      assertThrows(IllegalArgumentException.class,
          () -> new Capacity(SET.modelSha256(), share, 0.4, "a", "b", Instant.EPOCH));
    }
    assertThrows(IllegalArgumentException.class,
        () -> new Capacity(SET.modelSha256(), 0.2, 1.1, "a", "b", Instant.EPOCH));
    assertThrows(IllegalArgumentException.class,
        () -> new Capacity(SET.modelSha256(), 0.2, 0.4, " ", "b", Instant.EPOCH));
    assertThrows(IllegalArgumentException.class,
        () -> new Capacity(SET.modelSha256(), 0.2, 0.4, "a", "", Instant.EPOCH));
    assertThrows(IllegalArgumentException.class,
        () -> new Capacity("model", 0.2, 0.4, "a", "b", Instant.EPOCH));
  }

  @Test
  void a_file_says_what_was_set_and_a_damaged_one_where_it_is(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("capacity.json");
    SET.write(file);
    assertEquals(SET, Capacity.read(file));
    Files.writeString(file, Files.readString(file).replace("\"setBy\"", "\"by\""));
    assertTrue(String.valueOf(assertThrows(IllegalArgumentException.class,
        () -> Capacity.read(file)).getMessage()).startsWith(file + ": line "));
    Files.write(file, new byte[]{(byte) 0xC3, 0x28});
    assertTrue(String.valueOf(assertThrows(IllegalArgumentException.class,
        () -> Capacity.read(file)).getMessage()).contains("is not UTF-8"));
    assertTrue(String.valueOf(assertThrows(IllegalArgumentException.class,
        () -> Capacity.read(folder.resolve("none.json"))).getMessage())
        .contains("./metier potential capacity"));
  }

  /// More places invite whom fewer did, and each is counted once.
  @RepeatedTest(50)
  void more_places_invite_more_and_miss_fewer(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    int n = 20 + random.nextInt(100);
    double[] chances = random.doubles(n).map(c -> Math.rint(20 * c) / 20).toArray();
    @Nullable
    Boolean[] outcomes = new Boolean[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      outcomes[i] = random.nextInt(5) == 0 ? null : (Boolean) random.nextBoolean();
      weights[i] = outcomes[i] == null ? 0 : 1 + random.nextDouble();
    }
    List<CapacityCurve.Point> points = CapacityCurve
        .of(chances, outcomes, weights, Map.of(), 0.1, 0.3, 0.7, 1)
        .points();
    for (int p = 0; p < points.size(); p++) {
      CapacityCurve.Tally all = points.get(p).all();
      assertEquals(n, all.people());
      double atMost = points.get(p).atMost();
      assertEquals(java.util.Arrays.stream(chances).filter(c -> c <= atMost).count(),
          all.invited());
      assertTrue(all.invited() >= Math.round(points.get(p).share() * n));
      assertTrue(p == 0 || all.missed() <= points.get(p - 1).all().missed());
      assertTrue(p == 0 || all.needless() >= points.get(p - 1).all().needless());
    }
    assertEquals(0, points.getLast().all().missed());
  }

  @Test
  void where_nobody_is_known_to_be_in_need_there_is_no_share_of_missed() {
    CapacityCurve.Tally tally = CapacityCurve
        .of(new double[]{0.2, 0.8}, new @Nullable Boolean[]{null, true}, new double[]{0, 2},
            Map.of(), 0.5)
        .points()
        .getFirst()
        .all();
    assertEquals(OptionalDouble.empty(), tally.missedShare());
    assertEquals(1, tally.invited());
    assertEquals(0, tally.needless());
  }

  @Test
  void what_does_not_go_together_is_refused() {
    double[] two = {0.1, 0.2};
    @Nullable
    Boolean[] outcomes = {true, false};
    for (double share : new double[]{0, 1.1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class,
          () -> CapacityCurve.of(two, outcomes, two, Map.of(), share));
    }
    assertThrows(IllegalArgumentException.class,
        () -> CapacityCurve.of(two, outcomes, new double[1], Map.of(), 0.5));
    IllegalArgumentException short_ = assertThrows(IllegalArgumentException.class,
        () -> CapacityCurve.of(two, outcomes, two, Map.of("sex", new @Nullable String[]{"f"}),
            0.5));
    assertTrue(String.valueOf(short_.getMessage()).contains("sex"), short_.getMessage());
  }

  @Test
  void vacancies_are_counted_once() {
    List<MarketDistance.MissingSkill> none = List.of();
    assertEquals(3, new MarketDistance(5, 3, 2, none).inReach());
    assertThrows(IllegalArgumentException.class, () -> new MarketDistance(5, 3, 3, none));
    assertThrows(IllegalArgumentException.class, () -> new MarketDistance(5, -1, 3, none));
    assertThrows(IllegalArgumentException.class, () -> new MarketDistance.MissingSkill(" ", 3));
    assertThrows(IllegalArgumentException.class, () -> new MarketDistance.MissingSkill("a", -1));
  }
}
