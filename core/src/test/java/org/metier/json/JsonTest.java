package org.metier.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metier.match.Match;
import org.metier.match.RandomMarket;
import org.metier.match.Ranker;
import org.metier.match.model.RankerModel;
import org.metier.match.reason.Reason;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.Education;
import org.metier.profile.LanguageSkill;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.EducationLevel;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

class JsonTest {
  private static final Ranker RANKER = Ranker.of(RankerModel.standard(), Taxonomy.sample(),
      TextAnalyzer.create());

  @RepeatedTest(60)
  void profiles_vacancies_and_matches_read_back_equal(RepetitionInfo run) {
    var market = new RandomMarket(new Random(run.getCurrentRepetition()));
    CompetenceProfile profile = market.profile();
    Vacancy vacancy = market.vacancy();
    Match match = RANKER.match(profile, vacancy, RandomMarket.NOW);
    assertReadsBack(profile, CompetenceProfile.class);
    assertReadsBack(vacancy, Vacancy.class);
    assertReadsBack(match, Match.class);
  }

  private static <T> void assertReadsBack(T value, Class<T> type) {
    T back = Json.read(Json.write(value), type);
    assertEquals(value, back);
    assertEquals(Json.write(value), Json.write(back));
    assertEquals(value, Json.read(Json.writePretty(value), type));
  }

  @Test
  void components_come_in_order_and_absent_ones_are_left_out() {
    Vacancy vacancy = Vacancy.builder(new VacancyId("x", "1"), "cook")
        .postedAt(RandomMarket.NOW)
        .build();
    assertEquals("{\"id\":{\"source\":\"x\",\"key\":\"1\"},\"title\":\"cook\",\"description\":\"\","
        + "\"postedAt\":\"2026-03-01T12:00:00Z\"}", Json.write(vacancy));
  }

  @Test
  void a_reason_carries_its_name() {
    Reason reason = new Reason.Freshness(null, 0.25);
    assertEquals("{\"kind\":\"freshness\",\"contribution\":0.25}", Json.write(reason));
    assertEquals(reason, Json.read(Json.write(reason), Reason.class));
    assertEquals(reason, Json.read(Json.write(reason), Reason.Freshness.class));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "{^kind^:^freshness^,^contribution^:1,~^secret^:2} | line 2: ^secret^ is not a property here",
    "{^kind^:^freshness^} | ^contribution^ is missing",
    "{^kind^:^freshness^,^contribution^:null} | ^contribution^ is not a valid Double",
    "{^kind^:^freshness^,^contribution^:^1^} | ^contribution^ is not a valid Double",
    "{^kind^:^freshness^,^contribution^:^NaN^} | ^contribution^ is not a valid Double",
    "{^kind^:^freshness^,^contribution^:1e999} | ^contribution^ is not a valid Double",
    "{^kind^:^freshness^,^contribution^:1,^ageDays^:1.5} | ^ageDays^ is not a valid Integer",
    "{^kind^:^freshness^,^contribution^:1,^contribution^:1} | is not JSON",
    "{^kind^:^freshness^,^contribution^:1} {} | expected one value",
    "{^kind^:^java.lang.Runtime^,^contribution^:1} | missing or unknown ^kind^",
    "{^contribution^:1} | missing or unknown ^kind^",
    "{^kind^:^licences^,^contribution^:1,~~^asked^:[^B^,^Führer^]} | line 3: ^asked[1]^ is not a"
        + " valid DrivingLicence",
    "{^kind^:^licences^,^contribution^:1,^asked^:[3]} | ^asked[0]^ is not a valid DrivingLicence",
    "{^kind^:^languages^,^contribution^:1,^languages^:[{^isKnown^:true}]} | ^languages[0].language^"
        + " is missing",
    "{^kind^:^licences^,^contribution^:1,^asked^:[null]} | ^asked[0]^ is null",
    "{^kind^:^freshness^ | ends before", "[] | is not a Reason", "null | null instead of a",
    "<html> | is not JSON"})
  void what_does_not_fit_is_refused_by_line_and_property(String json, String expected) {
    assertRefused(json.replace('^', '"').replace('~', '\n'), Reason.class,
        expected.replace('^', '"'));
  }

  private static void assertRefused(String json, Class<?> type, String expected) {
    IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
        () -> Json.read(json, type));
    assertTrue(String.valueOf(refusal.getMessage()).contains(expected), refusal::toString);
    assertNull(refusal.getCause());
  }

  @Test
  void the_rule_that_a_value_broke_is_told_without_the_value() {
    String json = "{\"id\":\"x\",\"wishes\":{},\"languages\":[{\"language\":\"Ewa Nowak\","
        + "\"evidence\":{\"document\":\"d\",\"section\":\"s\",\"span\":{\"start\":0,\"end\":1},"
        + "\"quote\":\"q\"}}]}";
    IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
        () -> Json.read(json, CompetenceProfile.class));
    assertEquals("line 1: \"languages[0]\" is not a valid LanguageSkill: a language must be an ISO"
        + " 639-1 code such as fr, or an ISO 639-3 code such as grc where there is none",
        refusal.getMessage());
  }

  /// As the version before periods of use, dimensions and lists of evidence wrote it.
  @Test
  void a_profile_that_an_earlier_version_stored_is_read() {
    String proof = "\"evidence\":{\"document\":\"p1\",\"section\":\"experience\",\"span\":{\"start\":0,"
        + "\"end\":4},\"quote\":\"cook\"}";
    String json = "{\"id\":\"p1\",\"language\":\"EN\",\"occupations\":[{\"title\":\"cook\",\"uri\":\"o:1\","
        + "\"confidence\":0.9,\"period\":{\"start\":{\"year\":2019},\"isOngoing\":true}," + proof
        + "}],\"competences\":[{\"uri\":\"s:1\",\"origin\":\"CONFIRMED\",\"confidence\":1.0}],"
        + "\"education\":[{\"title\":\"school\",\"level\":\"PRIMARY\"," + proof
        + "}],\"languages\":[{\"language\":\"fr\",\"level\":\"B1\"," + proof
        + "}],\"drivingLicences\":[\"B\"],\"wishes\":{\"maxDistanceKm\":20.0}}";
    CompetenceProfile profile = Json.read(json, CompetenceProfile.class);
    List<Evidence> evidence = List.of(new Evidence("p1", "experience", new Span(0, 4), "cook"));
    assertEquals(evidence, profile.occupations().getFirst().evidence());
    assertEquals(new Education("school", EducationLevel.PRIMARY, null, null, null, evidence),
        profile.education().getFirst());
    assertEquals(LanguageSkill.of("fr", CefrLevel.B1, evidence), profile.languages().getFirst());
    assertEquals(List.of(), profile.competences().getFirst().periods());
    assertEquals(List.of(), profile.certificates());
    assertEquals(Map.of(), profile.licenceEvidence());
    assertNull(profile.wishes().availability());
    assertEquals(profile, Json.read(Json.write(profile), CompetenceProfile.class));
  }

  @Test
  void depth_and_length_are_limited() {
    assertRefused("[".repeat(100), Reason.class, "line 1");
    assertRefused("{\"x\":" + "[".repeat(100), Reason.class, "nested too deeply");
    String longText = "{\"kind\":\"" + "x".repeat(2_000_001) + "\"}";
    assertRefused(longText, Reason.class, "too long");
  }

  @Test
  void a_scalar_at_the_top_is_found_without_reading_the_rest() {
    String json = "{\"a\":{\"version\":9},\"version\":2,\"b\":[1],\"c\":null, broken";
    assertEquals(Optional.of("2"), Json.scalar(json, "version"));
    assertEquals(Optional.empty(), Json.scalar(json, "a"));
    assertEquals(Optional.empty(), Json.scalar(json, "c"));
    assertEquals(Optional.empty(), Json.scalar("{\"a\":[{\"version\":1}]}", "version"));
    assertThrows(IllegalArgumentException.class, () -> Json.scalar(json, "z"));
    assertThrows(IllegalArgumentException.class, () -> Json.scalar("[]", "version"));
  }

  record Person(String id, boolean isKnown, List<String> names) {
    public boolean isAdult() {
      return true;
    }

    public String getLabel() {
      return "label";
    }
  }

  /// What a type can compute is not part of its value.
  @Test
  void only_components_are_written() {
    String json = Json.write(new Person("x", true, List.of()));
    assertEquals("{\"id\":\"x\",\"isKnown\":true}", json);
    assertFalse(Json.read(json, Person.class).names().size() > 0);
  }
}
