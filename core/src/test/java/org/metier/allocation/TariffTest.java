package org.metier.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TariffTest {
  private static final double[] CAPACITIES = {0, 0.5, 3};

  @Test
  void a_full_vacancy_has_the_full_price_and_none_has_more_than_five_times_that() {
    assertEquals(0.7, new Tariff(0.7, 0).price(3, 3), 1e-12);
    assertEquals(0.7, new Tariff(0.7, 0.5).price(3, 3), 1e-12);
    assertEquals(0, new Tariff(0.7, 0.5).price(1.5, 3));
    assertEquals(3.5, new Tariff(0.7, 0).price(1_000, 3), 1e-12);
    assertEquals(3.5, new Tariff(0.7, 0).price(0, 0), 1e-12);
    assertEquals(0, new Tariff(0, 0).price(1_000, 0));
  }

  @Test
  void the_cost_is_the_integral_of_the_price() {
    for (double free : new double[]{0, 0.4}) {
      Tariff tariff = new Tariff(0.7, free);
      for (double capacity : CAPACITIES) {
        double sum = 0;
        double step = 0.001;
        for (int i = 0; i < 400_000; i++) {
          double price = tariff.price((i + 0.5) * step, capacity);
          sum += step * price;
          if (i % 20_000 == 19_999) {
            double load = (i + 1) * step;
            assertEquals(sum, tariff.cost(load, capacity), 1e-5 * (1 + sum),
                "load " + load + " of " + capacity);
            assertTrue(price <= tariff.price(load + 1, capacity) + 1e-12);
          }
        }
      }
    }
  }

  @Test
  void the_conjugate_is_the_most_that_price_times_load_exceeds_the_cost() {
    Tariff tariff = new Tariff(0.7, 0.2);
    for (double capacity : CAPACITIES) {
      for (double price : new double[]{0, 0.1, 0.7, 1.2, 3, 3.5}) {
        double most = 0;
        for (int i = 0; i < 400_000; i++) {
          most = Math.max(most, price * i * 0.001 - tariff.cost(i * 0.001, capacity));
        }
        assertEquals(most, tariff.conjugate(price, capacity), 1e-5 * (1 + most),
            "price " + price + " of " + capacity);
      }
    }
  }
}
