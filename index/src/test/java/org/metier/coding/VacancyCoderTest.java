package org.metier.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.metier.feed.SkillText;
import org.metier.feed.StatedCode;
import org.metier.feed.VacancyDraft;
import org.metier.index.Market;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.qualification.DrivingLicence;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.SkillDemand;
import org.metier.vacancy.Vacancy;
import org.metier.work.Importance;

class VacancyCoderTest {
  private static final VacancyCoder CODER = VacancyCoder.over(Market.taxonomy(),
      TextAnalyzer.create());

  @Test
  void skills_are_found_with_evidence_at_their_place() {
    String text = "You know knack1 and knack2. We offer knack3 courses.";
    Vacancy vacancy = CODER.code(draft("Baker", text));
    assertEquals(List.of("s1", "s2", "s3"),
        vacancy.skills().stream().map(SkillDemand::uri).toList());
    for (SkillDemand demand : vacancy.skills()) {
      assertEquals("description", demand.evidence().section());
      assertEquals("test:1", demand.evidence().document());
      assertEquals(demand.evidence().quote(), demand.evidence().span().of(text));
    }
  }

  @Test
  void importance_follows_the_sentence_and_else_the_heading() {
    Vacancy vacancy = CODER.code(draft("Baker", """
        Requirements:
        knack1
        knack2 is a plus
        We offer
        knack3
        knack4 is required"""));
    assertEquals(List.of(Importance.REQUIRED, Importance.DESIRED, Importance.MENTIONED,
        Importance.REQUIRED), vacancy.skills().stream().map(SkillDemand::importance).toList());
  }

  @Test
  void what_the_source_lists_goes_before_what_the_text_mentions() {
    Vacancy stated = Market.vacancy("1", "Baker").description("Some knack5 here.").build();
    Vacancy vacancy = CODER.code(VacancyDraft.of(stated,
        List.of(new SkillText("competences", "first knack6", Importance.DESIRED),
            new SkillText("competences", "then knack5", Importance.REQUIRED)),
        List.of(), List.of()));
    assertEquals(List.of("s5", "s6"), vacancy.skills().stream().map(SkillDemand::uri).toList());
    assertEquals(Importance.REQUIRED, vacancy.skills().get(0).importance());
    assertEquals("description", vacancy.skills().get(0).evidence().section());
    assertEquals("competences", vacancy.skills().get(1).evidence().section());
    assertEquals("knack6",
        vacancy.skills().get(1).evidence().span().of("first knack6\nthen knack5"));
  }

  @Test
  void a_clause_on_data_protection_asks_for_no_skills() {
    Vacancy vacancy = CODER
        .code(draft("Baker", "We use knack1.\nYour personal data is kept with knack2."));
    assertEquals(List.of("s1"), vacancy.skills().stream().map(SkillDemand::uri).toList());
  }

  @Test
  void a_stated_code_counts_and_the_title_says_what_it_is_within() {
    Vacancy stated = Market.vacancy("1", "Pastry maker").build();
    for (String code : List.of("7512", "isco7512")) {
      Vacancy vacancy = CODER
          .code(VacancyDraft.of(stated, List.of(), List.of(stated(code)), List.of()));
      assertEquals("isco7512", vacancy.occupations().getFirst().uri());
      assertEquals(OccupationCode.Origin.STATED, vacancy.occupations().getFirst().origin());
      assertTrue(vacancy.occupations().stream().anyMatch(o -> o.uri().equals("pastry")),
          vacancy.occupations().toString());
      assertTrue(vacancy.occupations().stream().noneMatch(o -> o.uri().equals("butcher")));
    }
    Vacancy unknown = CODER
        .code(VacancyDraft.of(stated, List.of(), List.of(stated("9999")), List.of()));
    assertEquals("pastry", unknown.occupations().getFirst().uri());
    assertEquals(OccupationCode.Origin.LINKED, unknown.occupations().getFirst().origin());
  }

  @Test
  void another_name_that_the_source_gives_is_linked_too() {
    Vacancy stated = Market.vacancy("1", "Friendly colleague wanted").build();
    Vacancy vacancy = CODER
        .code(VacancyDraft.of(stated, List.of(), List.of(), List.of("Butcher")));
    assertEquals("butcher", vacancy.occupations().getFirst().uri());
  }

  @Test
  void qualifications_are_found_where_the_source_has_no_field_for_them() {
    String text = "Requirements: driving licence category B. Fluent French (B2). Work in the city.";
    Vacancy found = CODER.code(draft("Baker", text));
    assertEquals(Set.of(DrivingLicence.B), found.drivingLicences());
    assertEquals("fr", found.languages().getFirst().language());

    Vacancy stated = Market.vacancy("1", "Baker")
        .description(text)
        .drivingLicences(Set.of(DrivingLicence.CE))
        .build();
    assertEquals(Set.of(DrivingLicence.CE),
        CODER.code(VacancyDraft.of(stated, List.of(), List.of(), List.of())).drivingLicences());
  }

  @Test
  void a_town_gets_its_coordinates_and_stated_ones_stay() {
    Vacancy stated = Market.vacancy("1", "Baker")
        .workplaces(List.of(new Place("Lyon", null, null, "FR", null, null),
            new Place("Nowhere-on-Sea", null, null, null, null, null)))
        .build();
    Vacancy vacancy = CODER.code(VacancyDraft.of(stated, List.of(), List.of(), List.of()));
    var point = vacancy.workplaces().getFirst().point();
    assertTrue(point != null && Math.abs(point.latitude() - 45.76) < 0.1);
    assertEquals(PlacePrecision.TOWN, vacancy.workplaces().getFirst().precision());
    assertNull(vacancy.workplaces().get(1).point());
  }

  @Test
  void a_town_field_that_names_several_places_becomes_several_and_a_region_is_told_as_one() {
    Vacancy stated = Market.vacancy("1", "Baker")
        .workplaces(List.of(new Place("Radom, Płock mazowieckie", null, null, "PL", null, null),
            new Place("Zbrzyca", null, "opolskie", "PL", null, null)))
        .build();
    List<Place> found = CODER.code(VacancyDraft.of(stated, List.of(), List.of(), List.of()))
        .workplaces();
    assertEquals(List.of("Radom", "Płock", "Zbrzyca"), found.stream().map(Place::city).toList());
    assertEquals(List.of("mazowieckie", "mazowieckie", "opolskie"),
        found.stream().map(Place::region).toList());
    assertEquals(List.of(PlacePrecision.TOWN, PlacePrecision.TOWN, PlacePrecision.REGION),
        found.stream().map(Place::precision).toList());
  }

  @Test
  void the_language_is_told_from_the_text_when_the_source_is_silent() {
    Vacancy silent = Market.vacancy("1", "Boulanger")
        .language(null)
        .description("Nous recherchons un boulanger pour notre magasin du centre-ville.")
        .build();
    assertEquals(Language.FR,
        CODER.code(VacancyDraft.of(silent, List.of(), List.of(), List.of())).language());
  }

  private static VacancyDraft draft(String title, String description) {
    return VacancyDraft.of(Market.vacancy("1", title).description(description).build(), List.of(),
        List.of(), List.of());
  }

  private static StatedCode stated(String code) {
    return new StatedCode(code.contains("/") ? StatedCode.ESCO : StatedCode.ISCO_08, null, code);
  }
}
