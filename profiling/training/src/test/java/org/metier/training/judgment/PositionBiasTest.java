package org.metier.training.judgment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.taxonomy.Taxonomy;
import org.metier.training.market.SimulatedMarket;
import org.metier.training.market.SimulatedPortal;

class PositionBiasTest {
  private static final SimulatedMarket MARKET = SimulatedMarket.over(Taxonomy.sample(), 300, 400,
      5);

  @TempDir
  private Path folder = Path.of("");

  private ImpressionLog log(SimulatedPortal portal, int visits) throws IOException {
    portal.write(folder, visits);
    return Logs.read(folder, "log.jsonl", null);
  }

  private static double meanError(SimulatedPortal portal, Propensities found) {
    double sum = 0;
    for (int k = 2; k <= SimulatedPortal.SHOWN; k++) {
      sum += Math.abs(portal.propensities().at(k) - found.at(k));
    }
    return sum / (SimulatedPortal.SHOWN - 1);
  }

  @Test
  void the_bias_of_a_portal_is_found_again_from_vacancies_that_moved() throws IOException {
    SimulatedPortal portal = new SimulatedPortal(MARKET, 1, 0, 7);
    ImpressionLog log = log(portal, 40);
    assertEquals(120_000, log.size());
    Propensities found = PositionBias.estimate(log, list -> true).orElseThrow();
    assertEquals(Propensities.Source.REPEATED, found.source());
    assertEquals(SimulatedPortal.SHOWN, found.ofPosition().size());
    assertTrue(meanError(portal, found) < 0.02, found + " in place of " + portal.propensities());
  }

  @Test
  void the_click_rates_alone_would_tell_another_bias() throws IOException {
    SimulatedPortal portal = new SimulatedPortal(MARKET, 0, 0, 7);
    ImpressionLog log = log(portal, 40);
    Propensities found = PositionBias.estimate(log, list -> true).orElseThrow();
    double[] clicks = new double[SimulatedPortal.SHOWN + 1];
    double[] shown = new double[clicks.length];
    for (int row = 0; row < log.size(); row++) {
      clicks[log.position(row)] += log.isClicked(row) ? 1 : 0;
      shown[log.position(row)]++;
    }
    double rate = clicks[10] / shown[10] / (clicks[1] / shown[1]);
    assertTrue(meanError(portal, found) < 0.05, "no look depends on the position: " + found);
    assertTrue(Math.abs(rate - 1) > 0.04,
        "the ranking puts better ones first, so the rates fall: " + rate);
  }

  @Test
  void shuffled_lists_are_believed_first() throws IOException {
    SimulatedPortal portal = new SimulatedPortal(MARKET, 0.5, 0.3, 7);
    Propensities found = PositionBias.estimate(log(portal, 120), list -> true).orElseThrow();
    assertEquals(Propensities.Source.SHUFFLED, found.source());
    assertTrue(meanError(portal, found) < 0.05, found + " in place of " + portal.propensities());
  }

  @Test
  void a_log_in_which_nothing_moves_tells_nothing() throws IOException {
    assertEquals(Optional.empty(),
        PositionBias.estimate(log(new SimulatedPortal(MARKET, 1, 0, 7), 1), list -> true));
  }

  @Test
  void only_the_lists_that_may_be_looked_at_are() throws IOException {
    ImpressionLog log = log(new SimulatedPortal(MARKET, 1, 0, 7), 20);
    Propensities all = PositionBias.estimate(log, list -> true).orElseThrow();
    Propensities half = PositionBias.estimate(log, list -> list % 2 == 0).orElseThrow();
    assertTrue(half.clicks().getFirst() < all.clicks().getFirst(), half + " and " + all);
  }

  @Test
  void weights_are_inverse_and_clipped() {
    Propensities propensities = Propensities.ofPower(1, 10);
    assertEquals(4, propensities.weight(4, 5), 1e-12);
    assertEquals(5, propensities.weight(9, 5), 1e-12);
    assertEquals(0.1, propensities.at(70), 1e-12);
    assertEquals(1, Propensities.ALIKE.weight(70, 5), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> propensities.weight(1, 0.5));
  }
}
