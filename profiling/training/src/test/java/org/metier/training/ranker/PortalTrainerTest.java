package org.metier.training.ranker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.match.feature.FeatureExtractor;
import org.metier.match.model.RankerModel;
import org.metier.rank.fitting.ForestSettings;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.training.TrainingDataException;
import org.metier.training.judgment.JudgedData;
import org.metier.training.judgment.PortalJudgments;
import org.metier.training.judgment.Propensities;
import org.metier.training.market.SimulatedMarket;
import org.metier.training.market.SimulatedPortal;
import org.metier.training.promotion.HeldOutPeople;

class PortalTrainerTest {
  private static final Taxonomy TAXONOMY = Taxonomy.sample();
  private static final TextAnalyzer ANALYZER = TextAnalyzer.create();
  private static final ForestSettings SMALL = RankerTrainer.DEFAULT.toBuilder()
      .trees(100)
      .leaves(12)
      .minLeafRows(100)
      .shrinkage(0.05)
      .build();

  @TempDir
  private Path folder = Path.of("");

  private PortalTrainer.Builder trainer() {
    return PortalTrainer.builder(TAXONOMY, ANALYZER)
        .settings(SMALL)
        .clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  }

  private PortalJudgments portal(int people, int visits, double power) throws IOException {
    SimulatedMarket market = SimulatedMarket.over(TAXONOMY, people, 600, 3);
    new SimulatedPortal(market, power, 0, 4).write(folder, visits);
    return PortalJudgments.read(folder.resolve("profiles.jsonl"),
        folder.resolve("vacancies.jsonl"), List.of(folder.resolve("log.jsonl")), null, null);
  }

  /// NDCG@10 by the true grades of people of another market.
  private static double trueNdcg(RankerModel model) {
    JudgedData truth = SimulatedMarket.over(TAXONOMY, 150, 600, 99).data();
    JudgedPairs pairs = JudgedPairs.of(truth, FeatureExtractor.over(TAXONOMY, ANALYZER),
        SimulatedMarket.NOW);
    return new HeldOutPeople(pairs.people(), List.of()).measures(model)
        .getOrDefault("ndcg@10", 0.0);
  }

  @Test
  void a_ranker_that_knows_of_positions_ranks_better_than_one_that_believes_clicks()
      throws IOException {
    PortalJudgments data = portal(1_500, 14, 1);
    double corrected = trueNdcg(trainer().build().train(data).ranker().model());
    double believing = trueNdcg(
        trainer().propensities(Propensities.ALIKE).build().train(data).ranker().model());
    assertTrue(corrected > believing + 0.01, corrected + " corrected, " + believing + " not");
  }

  @Test
  void the_same_log_gives_the_same_ranker_and_card() throws IOException {
    PortalJudgments data = portal(60, 20, 0.5);
    TrainedRanker first = trainer().build().train(data).ranker();
    TrainedRanker second = trainer().build().train(data).ranker();
    assertArrayEquals(first.model().toBytes(), second.model().toBytes());
    assertEquals(first.card(), second.card());
  }

  @Test
  void nobody_who_is_held_out_is_learnt_from_and_all_of_it_is_later() throws IOException {
    PortalJudgments data = portal(60, 20, 0.5);
    RankerTraining training = trainer().build().train(data);
    Instant cut = Instant.parse(
        Map.copyOf(training.ranker().card().settings()).getOrDefault("heldOutFrom", ""));
    assertTrue(cut.isAfter(SimulatedMarket.NOW));
    assertEquals(12, training.heldOut().measured().size(), "a fifth of 60");
    assertEquals(6, training.heldOut().calibrating().size(), "a tenth of 60");
    assertTrue(training.heldOut()
        .measured()
        .stream()
        .noneMatch(person -> training.heldOut()
            .calibrating()
            .stream()
            .anyMatch(other -> other.id().equals(person.id()))));
  }

  @Test
  void a_log_that_tells_nothing_of_positions_is_refused_until_somebody_says_what_they_do()
      throws IOException {
    PortalJudgments data = portal(60, 1, 1);
    TrainingDataException refusal = assertThrows(TrainingDataException.class,
        () -> trainer().build().train(data));
    assertTrue(String.valueOf(refusal.getMessage()).contains("give the propensities"),
        refusal.getMessage());
  }
}
