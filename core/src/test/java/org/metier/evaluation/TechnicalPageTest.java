package org.metier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.metier.text.Language;
import org.metier.text.internal.Phrases;

class TechnicalPageTest {
  @Test
  void uses_and_types_of_fields_are_said_in_the_language_of_the_page() {
    String page = Jsoup.parse(new String(
        TechnicalPage.of(TechnicalFileTest.run().technicalFile(20), Language.PL).toHtml(),
        StandardCharsets.UTF_8)).text();

    assertTrue(page.contains("cecha modelu liczba (months)"), page);
    assertTrue(page.contains("cecha chroniona kategoria"), page);
    assertFalse(page.contains("protected"), page);
  }

  @Test
  void a_code_without_a_word_stays_as_it_is() {
    Phrases phrases = Phrases.of(TechnicalPage.class, "technical", Language.NL);

    assertEquals("Kalibratiefout", phrases.known("measure", "calibration error"));
    assertEquals("ndcg@10", phrases.known("measure", "ndcg@10"));
  }
}
