package org.metier.feed.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metier.feed.FeedProblem;
import org.metier.feed.Fixture;
import org.metier.feed.ProblemCode;
import org.metier.feed.Read;
import org.metier.feed.SkillText;
import org.metier.feed.StatedCode;
import org.metier.feed.VacancyDraft;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;
import org.metier.work.Contract;
import org.metier.work.Importance;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

class FranceTravailFormatTest {
  private static final String OFFER = """
      {"id": "100ABC", "intitule": "Boulanger / Boulangère (H/F)",
       "description": "Vous pétrissez la pâte.\\n- cuisson\\nAppelez le 01 02 03 04 05",
       "dateCreation": "2026-03-02T10:00:00.123Z", "appellationlibelle": "Boulanger / Boulangère",
       "lieuTravail": {"libelle": "69 - LYON 03", "latitude": 45.75, "longitude": 4.85,
         "codePostal": "69003", "commune": "69383"},
       "entreprise": {"nom": "LE FOURNIL"}, "typeContrat": "CDD", "experienceExige": "E",
       "experienceLibelle": "2 An(s)", "dureeTravailLibelle": "37H30 Travail le samedi",
       "salaire": {"libelle": "Mensuel de 1900.0 Euros à 2100.0 Euros sur 12.0 mois"},
       "competences": [{"code": "1", "libelle": "Pétrir une pâte", "exigence": "E"},
         {"libelle": "Accueillir la clientèle", "exigence": "S"}],
       "qualitesProfessionnelles": null,
       "permis": [{"libelle": "CE - Poids lourd + remorque (= EC)", "exigence": "E"},
         {"libelle": "B - Véhicule léger", "exigence": "S"}],
       "langues": [{"libelle": "Anglais", "exigence": "S"}],
       "formations": [{"niveauLibelle": "CAP, BEP et équivalents", "exigence": "E"}],
       "contact": {"nom": "Mme Dupont", "courriel": "dupont@example.org"},
       "origineOffre": {"origine": "1", "urlOrigine": "https://offres.example/100ABC"},
       "nouveauChamp": {"a": [1, 2]}}""";

  @Test
  void every_field_of_an_offer_is_understood() {
    Read read = Read.of("{\"filtresPossibles\": [], \"resultats\": [" + OFFER + "]}");
    Vacancy vacancy = read.vacancy();

    assertEquals("francetravail", read.end().format());
    assertEquals("test:100ABC", vacancy.id().toString());
    assertEquals("Boulanger / Boulangère (H/F)", vacancy.title());
    assertEquals("Vous pétrissez la pâte.\n- cuisson\nAppelez le […]", vacancy.description());
    assertEquals(Language.FR, vacancy.language());
    assertEquals("LE FOURNIL", vacancy.employer());
    assertEquals(
        List.of(new Place("LYON 03", "69003", "69", "FR", new GeoPoint(45.75, 4.85),
            PlacePrecision.ADDRESS)),
        vacancy.workplaces());
    assertEquals(Contract.FIXED_TERM, vacancy.contract());
    assertEquals(24, vacancy.experienceMonths());
    assertEquals(new WeeklyHours(37.5, 37.5), vacancy.hours());
    assertEquals(new Salary(1900, 2100, Currency.getInstance("EUR"), Salary.Period.MONTH),
        vacancy.salary());
    assertEquals(Set.of(DrivingLicence.CE), vacancy.drivingLicences());
    assertEquals(EducationLevel.UPPER_SECONDARY, vacancy.education());
    assertEquals("en", vacancy.languages().getFirst().language());
    assertEquals(Importance.DESIRED, vacancy.languages().getFirst().importance());
    assertEquals(Instant.parse("2026-03-02T10:00:00.123Z"), vacancy.postedAt());
    assertNull(vacancy.validThrough());
    assertEquals("https://offres.example/100ABC", vacancy.url());
    assertEquals("37H30 Travail le samedi", vacancy.raw().get("dureeTravailLibelle"));
    assertEquals(List.of(new SkillText("competences", "Pétrir une pâte", Importance.REQUIRED),
        new SkillText("competences", "Accueillir la clientèle", Importance.DESIRED)),
        read.drafts().getFirst().skillTexts());
    assertEquals(List.of(), read.remarks());
  }

  @Test
  void people_are_never_read() {
    String all = Read.of("[" + OFFER + "]").drafts().getFirst().toString();
    assertFalse(all.contains("Dupont") || all.contains("dupont"), all);
  }

  @Test
  void what_the_offer_does_not_say_stays_unknown() {
    Vacancy vacancy = Read
        .of("[{\"id\": \"1\", \"intitule\": \"Boulanger\", \"description\": \"Du pain.\"}]")
        .vacancy();
    assertEquals(List.of(), vacancy.workplaces());
    assertNull(vacancy.contract());
    assertNull(vacancy.hours());
    assertNull(vacancy.salary());
    assertNull(vacancy.experienceMonths());
    assertNull(vacancy.postedAt());
    assertNull(vacancy.remote());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Annuel de 31000.0 Euros sur 12.0 mois|31000|31000|YEAR",
    "Mensuel de 2000.0 Euros à 2200.0 Euros sur 13.0 mois|26000|28600|YEAR",
    "Horaire de 11.88 Euros|11.88|11.88|HOUR", "Horaire de 15.0 Euros sur 0.0 mois|15|15|HOUR"})
  void pay_in_words_becomes_a_range(String label, double min, double max, Salary.Period period) {
    assertEquals(new Salary(min, max, Currency.getInstance("EUR"), period),
        Read.of(offer("\"salaire\": {\"libelle\": \"" + label + "\"}")).vacancy().salary());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {"à partir de 28000€ brut/an|28000",
    "1770 brut|1770", "12.38 EUR / BRUT|12.38", "selon CCN du 15 mars 1966|-", "groupe 3|-",
    "jusqu'à 32000 euros/an|-"})
  void a_comment_says_the_pay_when_the_label_does_not_and_it_is_about_money(String comment,
      Double min) {
    Read read = Read.of(offer("\"lieuTravail\": {\"libelle\": \"75 - PARIS\"},"
        + " \"salaire\": {\"commentaire\": \"" + comment + "\"}"));
    Salary salary = read.vacancy().salary();
    assertEquals(min, salary == null ? null : salary.min());
    assertEquals(List.of(), read.remarks());
    assertEquals(comment, read.vacancy().raw().get("salaire.commentaire"));
  }

  @Test
  void a_code_that_is_not_known_is_reported_unless_its_label_is() {
    assertEquals(List.of("typeContrat"), Read.of(offer("\"typeContrat\": \"XYZ\""))
        .remarks()
        .stream()
        .map(FeedProblem::field)
        .toList());
    Read labelled = Read.of(offer(
        "\"typeContrat\": \"XYZ\", \"typeContratLibelle\": \"Contrat à durée déterminée\""));
    assertEquals(Contract.FIXED_TERM, labelled.vacancy().contract());
    assertEquals(List.of(), labelled.remarks());
  }

  @Test
  void pay_that_is_no_amount_is_no_pay() {
    Read read = Read.of(offer("\"salaire\": {\"libelle\": \"Selon profil\"}"));
    assertNull(read.vacancy().salary());
    assertEquals(List.of(), read.remarks());
  }

  @Test
  void a_years_pay_in_a_months_field_is_left_out_and_reported() {
    Read read = Read
        .of(offer("\"salaire\": {\"libelle\": \"Mensuel de 45000.0 Euros à 60000.0 Euros\"}"));
    assertNull(read.vacancy().salary());
    assertEquals(ProblemCode.IMPLAUSIBLE_SALARY, read.remarks().getFirst().code());
    assertTrue(
        read.remarks()
            .getFirst()
            .toString()
            .startsWith("record 1 (line 1) (1): \"salaire.libelle\""),
        read.remarks().getFirst().toString());
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "0, 0", "91, 4", "4.85, 181", "abc, 4"})
  void coordinates_that_cannot_be_are_left_out(String latitude, String longitude) {
    Read read = Read.of(offer("\"lieuTravail\": {\"libelle\": \"75 - PARIS\", \"latitude\": \""
        + latitude + "\", \"longitude\": \"" + longitude + "\"}"));
    assertEquals(List.of(new Place("PARIS", null, "75", "FR", null, null)),
        read.vacancy().workplaces());
  }

  @Test
  void a_place_that_is_only_a_country_is_no_town() {
    assertEquals(List.of(new Place(null, null, null, "FR", null, null)),
        Read.of(offer("\"lieuTravail\": {\"libelle\": \"France\"}")).vacancy().workplaces());
  }

  @Test
  void a_record_without_key_or_title_is_rejected_with_its_place() {
    Read read = Read.of("""
        {"resultats": [
          {"intitule": "Boulanger"},
          {"id": "2", "intitule": "  "},
          [1],
          {"id": "4", "intitule": "Boulanger", "description": "Du pain."}
        ]}""");
    assertEquals(1, read.drafts().size());
    assertEquals(
        List.of(ProblemCode.MISSING_KEY, ProblemCode.MISSING_TITLE, ProblemCode.BAD_RECORD),
        read.rejections().stream().map(FeedProblem::code).toList());
    assertEquals(List.of("record 1 (line 2)", "record 2 (line 3)", "record 3 (line 4)"),
        read.rejections().stream().map(FeedProblem::place).toList());
    assertEquals("2", read.rejections().get(1).key());
  }

  @Test
  void a_partners_offer_says_where_to_answer_and_what_the_partner_calls_it() {
    VacancyDraft draft = fixture().drafts().getFirst();
    assertEquals(Set.of("jobboard:https://jobboard.example/offre/771?utm_source=service"),
        draft.partnerKeys());
    assertEquals("https://jobboard.example/offre/771?utm_source=service",
        draft.vacancy().applyUrl());
    assertEquals("https://offres.example/200AAAA", draft.vacancy().url());
    assertEquals("https://apply.example/1", Read.of(offer(
        "\"contact\": {\"nom\": \"Mme Test\", \"urlPostulation\": \"https://apply.example/1\"}"))
        .vacancy()
        .applyUrl());
  }

  @Test
  void the_national_code_and_the_number_of_positions_are_kept() {
    VacancyDraft draft = fixture().drafts().getFirst();
    assertEquals(List.of(new StatedCode("rome", null, "D1102")), draft.occupationCodes());
    assertEquals(2, draft.vacancy().positions());
    assertEquals("2026-03-05T07:00:00.000Z", draft.vacancy().raw().get("dateActualisation"));
  }

  @Test
  void lists_that_are_null_are_empty_and_what_is_odd_is_reported() {
    Read read = fixture();
    assertEquals(List.of(), read.drafts().get(1).skillTexts());
    assertEquals(List.of("formations.niveauLibelle", "dateCreation", "nombrePostes",
        "origineOffre.urlOrigine", "salaire.libelle", "langues"),
        read.remarks().stream().map(FeedProblem::field).toList());
    assertEquals(Contract.APPRENTICESHIP, read.drafts().get(2).vacancy().contract());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {"69003 - Lyon 3e|Lyon 3e|69003|-|FR",
    "75 - PARIS|PARIS|-|75|FR", "2A - AJACCIO|AJACCIO|-|2A|FR", "75 - Paris (Dept.)|-|-|75|FR",
    "France|-|-|-|FR", "Belgique|-|-|-|BE", "Île-de-France|-|-|Île-de-France|-"})
  void a_place_may_be_a_town_a_department_a_region_or_a_country(String label, String city,
      String postcode, String region, String country) {
    assertEquals(List.of(new Place(city, postcode, region, country, null, null)),
        Read.of(offer("\"lieuTravail\": {\"libelle\": \"" + label + "\"}"))
            .vacancy()
            .workplaces());
  }

  @Test
  void a_page_with_fewer_offers_than_are_counted_beside_it_is_not_whole() {
    assertTrue(fixture().end().isWhole());
    String counted = "\"filtresPossibles\": [{\"filtre\": \"typeContrat\", \"agregation\": ["
        + "{\"valeurPossible\": \"CDI\", \"nbResultats\": 2}]}]";
    assertFalse(
        Read.of("{\"resultats\": [" + OFFER + "], " + counted + "}").end().isWhole());
  }

  @Test
  void no_field_falls_silent() {
    assertEquals(Set.of("applyUrl", "contract", "description", "drivingLicences", "education",
        "employer", "experienceMonths", "hours", "language", "languages", "occupationCodes",
        "occupationTitles", "partnerKeys", "positions", "postedAt", "raw", "salary", "skillTexts",
        "url", "workplaces"), Fixture.filled(fixture().drafts()));
  }

  private static Read fixture() {
    return Fixture.read("francetravail", "offers.json");
  }

  private static String offer(String more) {
    return "[{\"id\": \"1\", \"intitule\": \"Boulanger\", \"description\": \"Du pain.\", " + more
        + "}]";
  }
}
