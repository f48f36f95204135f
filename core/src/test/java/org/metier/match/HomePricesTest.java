package org.metier.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.allocation.Prices;
import org.metier.home.Home;
import org.metier.match.model.HandMadeModel;
import org.metier.match.model.RankerModel;

class HomePricesTest {
  private static final Prices PRICES = new Prices("night", Instant.parse("2026-03-02T02:00:00Z"),
      0.2, Map.of("acme:17", 0.31, "acme:18", 0.0));
  private static final RankerModel MODEL = HandMadeModel.model();

  @TempDir
  Path folder;

  @Test
  void a_home_has_its_prices_in_a_file_and_else_none() {
    Home home = Home.open(folder);
    assertEquals(Prices.NONE, HomePrices.of(home, MODEL));
    new HomePrices(MODEL.sha256(), PRICES).write(home);
    assertEquals(PRICES, HomePrices.of(home, MODEL));
  }

  @Test
  void prices_of_another_model_take_no_part() {
    Home home = Home.open(folder);
    new HomePrices(MODEL.sha256(), PRICES).write(home);
    assertFalse(MODEL.sha256().equals(RankerModel.standard().sha256()));
    assertEquals(Prices.NONE, HomePrices.of(home, RankerModel.standard()));
  }

  @Test
  void what_is_no_price_is_refused_with_its_file_and_place() throws IOException {
    Home home = Home.open(folder);
    Files.writeString(HomePrices.file(home), """
        {"modelSha256":"%s","prices":{"id":"night","computedAt":"2026-03-02T02:00:00Z",
        "fullPrice":0.2,"byVacancy":{"acme:17":-1}}}""".formatted(MODEL.sha256()));
    Exception refusal = assertThrows(IllegalArgumentException.class,
        () -> HomePrices.of(home, MODEL));
    assertTrue(refusal.toString().contains(HomePrices.file(home).toString())
        && refusal.toString().contains("the price of vacancy \"acme:17\" must be at least 0"),
        refusal::toString);
    Files.writeString(HomePrices.file(home), "{\"modelSha256\":\"x\"}");
    assertThrows(IllegalArgumentException.class, () -> HomePrices.of(home, MODEL));
  }
}
