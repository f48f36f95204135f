package org.metier.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.metier.vacancy.VacancyId;

class CorrectionsTest {
  private static final VacancyId ID = new VacancyId("test", "1");
  private static final Correction FIRST = correction("baker", "2026-01-01T00:00:00Z");
  private static final Correction SECOND = correction("butcher", "2026-02-01T00:00:00Z");

  @Test
  void the_latest_word_counts_in_whatever_order_it_comes() {
    assertEquals(Optional.of(SECOND), Corrections.of(List.of(FIRST, SECOND)).of(ID));
    assertEquals(Optional.of(SECOND), Corrections.of(List.of(SECOND, FIRST)).of(ID));
    assertEquals(Optional.of(SECOND), Corrections.none().with(SECOND).with(FIRST).of(ID));
    assertEquals(Optional.empty(), Corrections.of(List.of(FIRST)).of(new VacancyId("test", "2")));
  }

  @Test
  void what_was_handed_out_does_not_change() {
    Corrections before = Corrections.none().with(FIRST);
    before.with(SECOND);
    assertEquals(Optional.of(FIRST), before.of(ID));
  }

  @Test
  void a_correction_names_a_role() {
    assertThrows(IllegalArgumentException.class,
        () -> new Correction(ID, "baker", " ", Instant.EPOCH));
    assertThrows(IllegalArgumentException.class,
        () -> new Correction(ID, "", "reviewer", Instant.EPOCH));
  }

  private static Correction correction(String concept, String at) {
    return new Correction(ID, concept, "reviewer", Instant.parse(at));
  }
}
