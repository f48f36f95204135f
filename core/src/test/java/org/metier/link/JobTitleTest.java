package org.metier.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobTitleTest {
  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
    "Softwareentwickler (m/w/d);Softwareentwickler",
    "Softwareentwickler/in;Softwareentwickler",
    "Softwareentwickler/-in in Teilzeit;Softwareentwickler in",
    "Verkäufer*in;Verkäufer",
    "Bäcker:innen;Bäcker",
    "Koch_in w/m/d;Koch",
    "VerkäuferIn;Verkäufer",
    "Verkäufer(in);Verkäufer",
    "Medewerk(st)er;Medewerker",
    "Agent(e) d'entretien H/F;Agent d'entretien",
    "Serveur F/H - CDI - temps plein;Serveur",
    "Verpleegkundige m/v/x;Verpleegkundige",
    "Kierowca K/M;Kierowca",
    "Nurse (all genders);Nurse",
    "🚀 Java developer 🚀!!!;Java developer",
    "KUCHARZ (K/M);kucharz",
    "Soudeur (75) Réf. 20253344;Soudeur",
    "CNC-Dreher;CNC-Dreher",
    "C/C++ developer;C/C++ developer",
    "QA/QC engineer;QA/QC engineer",
    "driver category C/D;driver category C/D",
    "chef de partie;chef de partie"})
  void noise_goes_and_the_rest_stays(String title, String plain) {
    assertEquals(plain, JobTitle.plain(title));
  }

  @ParameterizedTest
  @ValueSource(strings = {"H/F", "(m/w/d)", "***", ""})
  void a_title_that_is_all_noise_stays_as_it_is(String title) {
    assertEquals(title, JobTitle.plain(title));
  }

  @Test
  void each_gender_is_read_with_what_both_share() {
    assertEquals(List.of("vendeur en boulangerie", "vendeuse en boulangerie"),
        JobTitle.readings("vendeur / vendeuse en boulangerie"));
    assertEquals(List.of("acheteur de mode", "acheteuse de mode"),
        JobTitle.readings("acheteur de mode/acheteuse de mode"));
    assertEquals(List.of("aide jardinier", "aide jardinière"),
        JobTitle.readings("aide jardinier / jardinière"));
    assertEquals(List.of("Kaufmann für Möbel", "Kauffrau für Möbel"),
        JobTitle.readings("Kaufmann/Kauffrau für Möbel"));
  }

  @Test
  void two_jobs_are_read_together_and_alone() {
    assertEquals(List.of("tent installer warehouse worker", "tent installer", "warehouse worker"),
        JobTitle.readings("tent installer/warehouse worker"));
  }

  @Test
  void one_job_is_read_as_it_is() {
    assertEquals(List.of("kok"), JobTitle.readings("kok"));
    assertEquals(List.of("/"), JobTitle.readings("/"));
  }
}
