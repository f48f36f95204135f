package org.metier.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.home.Home;
import org.metier.index.VacancyIndex;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.HeldOccupation;
import org.metier.profile.LanguageSkill;
import org.metier.profile.Wishes;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.SkillDemand;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;
import org.metier.work.Importance;

/// A kitchen of four occupations and six skills, worked out by hand.
class LearningAdvisorTest {
  /// The rarity of a skill that n of the four occupations use is `ln(1 + 4 / (1 + n))`: wine ln 5 = 1.6094,
  /// dough ln 3 = 1.0986, knife, menu and serve ln 7/3 = 0.8473, hygiene ln 2 = 0.6931.
  private static final Taxonomy TAXONOMY = taxonomy();

  private static final List<Vacancy> VACANCIES = List.of(
      // lacks the menu alone
      vacancy("1", "cook", required("knife"), required("menu")),
      // lacks two that weigh the same
      vacancy("2", "caterer", required("menu"), required("serve")),
      // is met: serving is a plus only
      vacancy("3", "cook", required("hygiene"), desired("serve")),
      // says nothing
      vacancy("4", "cook"),
      // another line of work
      vacancy("5", "waiter", required("serve")),
      // lacks two, of which wine outweighs the menu
      vacancy("6", "caterer", required("menu"), required("wine")),
      vacancy("7", "cook", required("menu")).toBuilder()
          .validThrough(RandomTown.NOW.minus(Duration.ofDays(1)))
          .build());

  @TempDir
  private Path folder = Path.of("");

  private static Taxonomy taxonomy() {
    Taxonomy.Builder builder = Taxonomy.builder();
    List.of("knife", "hygiene", "dough", "menu", "serve", "wine")
        .forEach(skill -> builder.concept(skill, ConceptKind.SKILL, "")
            .labels(skill, Language.EN, List.of(skill)));
    occupation(builder, "cook", "5120", "knife", "hygiene").optional("cook", "menu");
    occupation(builder, "caterer", "5120", "knife", "hygiene", "menu", "serve");
    occupation(builder, "baker", "7512", "hygiene", "dough");
    occupation(builder, "waiter", "5131", "serve");
    return builder.build();
  }

  private static Taxonomy.Builder occupation(Taxonomy.Builder builder, String uri, String group,
      String... essential) {
    builder.concept(uri, ConceptKind.OCCUPATION, group).labels(uri, Language.EN, List.of(uri));
    List.of(essential).forEach(skill -> builder.essential(uri, skill));
    return builder;
  }

  private static SkillDemand required(String skill) {
    return new SkillDemand(skill, Importance.REQUIRED, evidence("ad says " + skill));
  }

  private static SkillDemand desired(String skill) {
    return new SkillDemand(skill, Importance.DESIRED, evidence("ad likes " + skill));
  }

  private static Vacancy vacancy(String key, String occupation, SkillDemand... skills) {
    return Vacancy.builder(new VacancyId("test", key), "We hire")
        .language(Language.FR)
        .occupations(
            List.of(new OccupationCode(occupation, 0.8, OccupationCode.Origin.LINKED)))
        .skills(List.of(skills))
        .build();
  }

  private static Evidence evidence(String quote) {
    return new Evidence("document", "experience", new Span(0, quote.length()), quote);
  }

  /// Was a baker, which speaks for hygiene and dough, and writes of knives.
  private static CompetenceProfile.Builder baker() {
    return CompetenceProfile.builder("p")
        .language(Language.EN)
        .occupations(
            List.of(new HeldOccupation("Baker", "baker", 0.9, null, List.of(evidence("Baker")))))
        .competences(List.of(
            Competence.of("knife", Competence.Origin.STATED, 0.9,
                List.of(evidence("sharp knives"))),
            Competence.of("hygiene", Competence.Origin.IMPLIED, 0.9, List.of()),
            Competence.of("dough", Competence.Origin.IMPLIED, 0.9, List.of())));
  }

  private LearningAdvisor advisor() {
    Home home = Home.open(folder);
    try (VacancyIndex index = VacancyIndex.builder(home)
        .taxonomy(TAXONOMY)
        .clock(RandomTown.CLOCK)
        .build()) {
      index.put(VACANCIES);
    }
    return LearningAdvisor.builder(home).taxonomy(TAXONOMY).clock(RandomTown.CLOCK).build();
  }

  private Advice.Given given(CompetenceProfile profile, Target target) {
    try (LearningAdvisor advisor = advisor()) {
      return assertInstanceOf(Advice.Given.class, advisor.advise(profile, target));
    }
  }

  @Test
  void a_baker_who_wants_to_cook_learns_what_is_worked_out_by_hand() {
    Advice.Given advice = given(baker().build(), Target.occupation("cook"));

    assertEquals(new Gap(
        List.of(new Gap.Shown("knife", Need.ESSENTIAL, Competence.Origin.STATED,
            List.of(evidence("sharp knives")), null)),
        List.of(new Gap.Implied("hygiene", Need.ESSENTIAL, List.of("baker"), null, 1)),
        List.of(new Gap.Missing("menu", Need.OPTIONAL, null, 3))), advice.gap());
    assertEquals(1, advice.gap().neededShown());
    assertEquals(2, advice.gap().needed());
    // in reach all but the expired 7; in line 1, 2, 3, 4 and 6; silent 4; met 3; of cooks 1, 3 and 4
    assertEquals(new Counts(6, 5, 1, 1, 3, 3), advice.counts());
    // the menu opens 1 and decides nothing: serving weighs as much in 2, and wine more in 6
    assertEquals(List.of(new SkillToLearn("menu", Need.OPTIONAL, true, 1, 0, 1, 3),
        new SkillToLearn("wine", null, false, 0, 1, 0, 1)), advice.toLearn());
    assertEquals(List.of(Question.PLACE), advice.questions());
  }

  @Test
  void the_nearest_occupation_is_as_close_as_is_worked_out_by_hand() {
    List<NearOccupation> near = given(baker().build(), Target.occupation("cook")).near();

    // shared: knife 0.8473 + half of hygiene 0.3466 = 1.1939; the person's: and half of dough 0.5493 = 1.7432;
    // the caterer's: 3 x 0.8473 + 0.6931 = 3.2350; 1.1939 / sqrt(1.7432 x 3.2350) = 0.5027
    assertEquals(1, near.size(), "the waiter shares nothing");
    NearOccupation caterer = near.getFirst();
    assertEquals(0.5027, caterer.closeness(), 5e-5);
    assertEquals(new NearOccupation("caterer", caterer.closeness(), List.of("knife"),
        List.of("hygiene"), List.of("menu", "serve"), 2, 5), caterer);
  }

  @Test
  void a_vacancy_is_asked_for_its_own_words_and_its_occupation_stands_in_where_it_is_silent() {
    Vacancy asking = vacancy("8", "cook", required("menu"), desired("serve"),
        new SkillDemand("knife", Importance.MENTIONED, evidence("knife")));
    Gap gap = given(baker().build(), Target.vacancy(asking)).gap();
    assertEquals(List.of(new Gap.Shown("knife", Need.MENTIONED, Competence.Origin.STATED,
        List.of(evidence("sharp knives")), evidence("knife"))), gap.shown());
    assertEquals(List.of(), gap.implied());
    assertEquals(List.of(new Gap.Missing("menu", Need.REQUIRED, evidence("ad says menu"), 3),
        new Gap.Missing("serve", Need.DESIRED, evidence("ad likes serve"), 1)), gap.missing());

    Vacancy wine = vacancy("11", "cook", required("wine"));
    assertEquals(new SkillToLearn("wine", Need.REQUIRED, true, 0, 1, 0, 1),
        given(baker().build(), Target.vacancy(wine)).toLearn().getLast(),
        "what the target asks for is usual, whatever the taxonomy says");

    Gap silent = given(baker().build(), Target.vacancy(vacancy("9", "cook"))).gap();
    assertEquals(given(baker().build(), Target.occupation("cook")).gap(), silent);
  }

  @Test
  void a_thin_profile_and_an_unknown_target_get_questions_for_advice() {
    CompetenceProfile thin = CompetenceProfile.builder("thin")
        .competences(baker().build().competences().subList(0, 2))
        .build();
    Vacancy unknown = Vacancy.builder(new VacancyId("test", "10"), "We hire").build();
    try (LearningAdvisor advisor = advisor()) {
      assertEquals(
          new Advice.Withheld("thin", 2,
              List.of(Question.SKILLS, Question.WORK, Question.PLACE)),
          advisor.advise(thin, Target.occupation("cook")));
      assertEquals(
          new Advice.Withheld("p", 3, List.of(Question.PLACE, Question.TARGET)),
          advisor.advise(baker().build(), Target.vacancy(unknown)));
      String refused = String.valueOf(assertThrows(IllegalArgumentException.class,
          () -> advisor.advise(baker().build(), Target.occupation("knife"))).getMessage());
      assertEquals("the wanted occupation must be the URI of an occupation in the taxonomy, was"
          + " knife", refused);
    }
  }

  @Test
  void what_the_profile_says_of_place_terms_and_languages_is_its_reach() {
    Place lille = new Place("Lille", null, null, "FR", RandomTown.LILLE, PlacePrecision.TOWN);
    CompetenceProfile.Builder profile = baker().place(lille)
        .languages(List.of(LanguageSkill.of("nl", null, List.of(evidence("Dutch")))));
    assertEquals(Reach.builder().knownLanguages(Set.of("en", "nl")).build(),
        Reach.of(profile.build()).build());
    CompetenceProfile placed = profile
        .wishes(Wishes.builder().maxDistanceKm(25.0).build())
        .build();
    assertEquals(Reach.builder()
        .near(RandomTown.LILLE, 25)
        .knownLanguages(Set.of("en", "nl"))
        .build(), Reach.of(placed).build());
    assertEquals(Reach.ALL, Reach.of(baker().build()).build());
    assertEquals(List.of(), given(placed, Target.occupation("cook")).questions());
    assertEquals(List.of(Question.DISTANCE),
        given(baker().place(lille).build(), Target.occupation("cook")).questions());
  }

  @Test
  void settings_out_of_range_are_refused_with_what_was_found() {
    for (Runnable wrong : List.<Runnable>of(() -> Reach.builder().near(RandomTown.LILLE, 0).build(),
        () -> Reach.builder().near(RandomTown.LILLE, Double.NaN).build(),
        () -> Reach.builder().countries(Set.of("fr")).build(),
        () -> Reach.builder().knownLanguages(Set.of("FR")).build(),
        () -> LearningAdvisor.builder(Home.open(folder)).skills(101),
        () -> LearningAdvisor.builder(Home.open(folder)).leastVacancies(-1))) {
      String message = String
          .valueOf(assertThrows(IllegalArgumentException.class, wrong::run).getMessage());
      assertTrue(message.contains(", was "), message);
    }
  }
}
