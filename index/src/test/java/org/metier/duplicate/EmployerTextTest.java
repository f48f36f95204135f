package org.metier.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.vacancy.VacancyId;

class EmployerTextTest {
  @RepeatedTest(50)
  void what_stands_beside_a_signature_and_the_signature_are_the_whole_text(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    String about = words(random, 40);
    EmployerBoilerplate.Collector collector = EmployerBoilerplate.collector();
    for (int i = 0; i < 6; i++) {
      collector.add(new VacancyId("x", "k" + i),
          EmployerText.of("Job " + words(random, 1), List.of(), about + words(random, 30)));
    }
    String title = "Job " + words(random, 1);
    EmployerText text = EmployerText.of(title, List.of("Ghent"),
        title + " 1234567. " + about + words(random, random.nextInt(80)));
    Signature own = collector.build().sign(text);
    assertTrue(own.size() < text.shingles().length - 20, () -> own + " of " + text);
    assertEquals(1, text.codes().length);
    assertEquals(Optional.of(text), EmployerText.read(text.besides(own), own));
  }

  @Test
  void a_text_without_boilerplate_needs_little_beside_its_signature() {
    EmployerText text = EmployerText.of("Baker", List.of(), words(new Random(1), 300));
    Signature own = EmployerBoilerplate.NONE.sign(text);
    assertEquals(Optional.of(text), EmployerText.read(text.besides(own), own));
    assertEquals(11, text.besides(own).length);
  }

  @Test
  void a_very_long_text_is_to_be_read_itself() {
    EmployerText text = EmployerText.of("Baker", List.of(), words(new Random(1), 3_000));
    Signature own = EmployerBoilerplate.NONE.sign(text);
    assertEquals(Optional.empty(), EmployerText.read(text.besides(own), own));
  }

  @Test
  void a_title_counts_as_another_one_unless_only_its_town_differs() {
    EmployerText text = EmployerText.of("Baker Ghent", List.of("Ghent"), "bake");
    assertEquals(text.title(), EmployerText.of("Baker", List.of(), "sell").title());
    assertNotEquals(text.title(), EmployerText.of("Cook", List.of(), "bake").title());
  }

  @Test
  void spoiled_bytes_are_refused() {
    EmployerText text = EmployerText.of("Baker", List.of(), words(new Random(1), 50));
    Signature own = EmployerBoilerplate.NONE.sign(text);
    byte[] bytes = text.besides(own);
    for (int length = 1; length < bytes.length - 1; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows(IllegalArgumentException.class, () -> EmployerText.read(cut, own));
    }
    bytes[0] = 7;
    assertThrows(IllegalArgumentException.class, () -> EmployerText.read(bytes, own));
  }

  private static String words(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("w").append(Integer.toString(random.nextInt(1 << 20), 26)).append(' ');
    }
    return text.toString();
  }
}
