package org.metier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.home.Home;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

class CodingTest {
  private static final VacancyId BAKER = new VacancyId("test", "1");
  private static final String FEED = Market.offers(
      Market.offer("1", "Boulanger", "Savoir1 et savoir2, dans notre fournil."));

  @TempDir
  Path folder;

  private VacancyIndex open(String home, Coding coding) {
    return VacancyIndex.builder(Home.open(folder.resolve(home)))
        .taxonomy(Market.taxonomy())
        .clock(Clock.fixed(Market.NOW, ZoneOffset.UTC))
        .coding(coding)
        .build();
  }

  private static Vacancy baker(VacancyIndex index) {
    return index.find(BAKER).orElseThrow();
  }

  @Test
  void a_record_that_is_coded_later_says_what_its_source_states_and_no_more() throws IOException {
    try (VacancyIndex index = open("later", Coding.LATER)) {
      index.ingest(Market.feed(FEED).build());
      assertEquals(1, index.countOpen());
      assertEquals("Savoir1 et savoir2, dans notre fournil.", baker(index).description());
      assertEquals(List.of(), baker(index).occupations());
      assertEquals(List.of(), baker(index).skills());
    }
  }

  @Test
  void coding_later_leads_to_the_same_as_coding_at_once() throws IOException {
    try (VacancyIndex atOnce = open("once", Coding.AT_INGEST);
        VacancyIndex later = open("later", Coding.LATER)) {
      atOnce.ingest(Market.feed(FEED).build());
      later.ingest(Market.feed(FEED).build());
      later.recode();
      assertFalse(baker(later).occupations().isEmpty());
      assertEquals(baker(atOnce), baker(later));
      assertEquals(List.of(), later.check().findings());
    }
  }
}
