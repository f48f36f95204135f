package org.metier.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metier.text.internal.TitleReadings;

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
    "KUCHARZ (K/M);Kucharz", "INŻYNIER SAP;Inżynier SAP", "KIEROWCA C+E (M/K) !!!;Kierowca C+E",
    "INSPEKTOR DS. KADR;Inspektor ds. kadr", "SPAWACZ TIG - OD ZARAZ;Spawacz TIG",
    "PROGRAMMEUR C++ H/F;Programmeur C++", "VERKÄUFER/IN;Verkäufer", "MECHANIK II;Mechanik II",
    "TOP JOB!!! Koch (m/w/d);Koch", "Kierowca od zaraz!;Kierowca", "Urgent: welder;welder",
    "Kok ab sofort;Kok", "Kucharz 3 500 - 4 000 zł/mies.;Kucharz", "Lasser €18 per uur;Lasser",
    "19 zł h pracownik produkcji;pracownik produkcji", "Opiekunka 1400/1600 euro na rękę;Opiekunka",
    "Zbrojarz 12 EUR/h netto;Zbrojarz", "Analyst £30k;Analyst", "Kucharka (NR 2441);Kucharka",
    "Robotnik OFPR/21/1435;Robotnik", "136 - sekretarka;sekretarka", "Welder ref. AB-123;Welder",
    "Księgowy/a;Księgowy", "Assistant administratif(ve);Assistant administratif",
    "Kierowca […];Kierowca", "Agent d'entretien en CDI (H/F);Agent d'entretien en",
    "ﬁtter № 1;fitter No 1", "Technik 24/7;Technik 24/7", "Kraftfahrer LKW;Kraftfahrer LKW",
    "COBOL;Cobol", "SAP ERP;SAP ERP",
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

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
    "Onthaalmedewerker - Gent;Onthaalmedewerker", "Kucharz (Łódź, łódzkie);Kucharz",
    "MAGISTER FARMACJI - ŁÓDŹ;Magister farmacji", "Kok in Gent;Kok", "Kucharz Łódź;Kucharz",
    "Kierowca - Łódź / Gent;Kierowca", "Gent manager;Gent manager", "Gentleman;Gentleman",
    "Gent;Gent", "Lodge keeper;Lodge keeper"})
  void the_place_of_work_goes_where_it_stands_apart(String title, String plain) {
    assertEquals(plain, JobTitle.plain(title, List.of("Gent", "Łódź", "łódzkie")));
  }

  @RepeatedTest(500)
  void the_plain_form_of_a_plain_form_is_itself(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    String[] parts = {"KUCHARZ", "Koch", "(m/w/d)", "H/F", "-", "/", "Gent", "in", "3 500 zł",
      "€18",
      "od zaraz", "TOP JOB!!!", "🚀", "(NR 12)", "AB/12/345", "C++", "SAP", "(", ")", "[…]", "*in",
      "/in",
      "(e)", "CDI", "réf", "2024", "w", "ﬁ", "|", ",", "K/M", "y/a", "."};
    StringBuilder title = new StringBuilder("x");
    for (int i = random.nextInt(9); i >= 0; i--) {
      title.append(parts[random.nextInt(parts.length)]).append(random.nextBoolean() ? " " : "");
    }
    String plain = JobTitle.plain(title.toString(), List.of("Gent"));
    assertEquals(plain, JobTitle.plain(plain, List.of("Gent")), title.toString());
    assertFalse(plain.isBlank());
  }

  @Test
  void each_gender_is_read_with_what_both_share() {
    assertEquals(List.of("vendeur en boulangerie", "vendeuse en boulangerie"),
        TitleReadings.of("vendeur / vendeuse en boulangerie"));
    assertEquals(List.of("acheteur de mode", "acheteuse de mode"),
        TitleReadings.of("acheteur de mode/acheteuse de mode"));
    assertEquals(List.of("aide jardinier", "aide jardinière"),
        TitleReadings.of("aide jardinier / jardinière"));
    assertEquals(List.of("Kaufmann für Möbel", "Kauffrau für Möbel"),
        TitleReadings.of("Kaufmann/Kauffrau für Möbel"));
  }

  @Test
  void two_jobs_are_read_together_and_alone() {
    assertEquals(List.of("tent installer warehouse worker", "tent installer", "warehouse worker"),
        TitleReadings.of("tent installer/warehouse worker"));
  }

  @Test
  void one_job_is_read_as_it_is() {
    assertEquals(List.of("kok"), TitleReadings.of("kok"));
    assertEquals(List.of("/"), TitleReadings.of("/"));
  }
}
