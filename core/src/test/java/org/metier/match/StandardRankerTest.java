package org.metier.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metier.match.feature.Feature;
import org.metier.match.model.RankerModel;
import org.metier.match.reason.Reason;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.HeldOccupation;
import org.metier.rank.Tree;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.SkillDemand;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;
import org.metier.work.Importance;

/// What holds of the model that ships, with every occupation of the sample.
class StandardRankerTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final Taxonomy TAXONOMY = Taxonomy.sample();
  private static final RankerModel MODEL = RankerModel.standard();
  private static final Ranker RANKER = Ranker.of(MODEL, TAXONOMY, TextAnalyzer.create());
  private static final int[] OCCUPATIONS = IntStream.of(TAXONOMY.concepts(ConceptKind.OCCUPATION))
      .filter(occupation -> TAXONOMY.essentialSkills(occupation).length > 2)
      .toArray();

  @Test
  void one_stray_skill_of_an_uncoded_advertisement_never_outranks_the_occupation_held() {
    for (int occupation : OCCUPATIONS) {
      CompetenceProfile profile = worker(occupation);
      Vacancy coded = vacancy("coded", List.of(code(occupation, 0.8)), List.of());
      Vacancy stray = vacancy("stray", List.of(),
          List.of(TAXONOMY.essentialSkills(occupation)[0]));
      assertTrue(score(profile, coded) > score(profile, stray),
          () -> TAXONOMY.label(occupation, Language.EN));
    }
  }

  @Test
  void an_unknown_occupation_never_outranks_the_one_held() {
    for (int occupation : OCCUPATIONS) {
      CompetenceProfile profile = worker(occupation);
      assertTrue(
          score(profile, vacancy("known", List.of(code(occupation, 0.5)), List.of())) > score(
              profile, vacancy("unknown", List.of(), List.of())));
    }
  }

  @Test
  void a_surer_code_of_the_occupation_held_never_counts_less() {
    for (int occupation : OCCUPATIONS) {
      CompetenceProfile profile = worker(occupation);
      double before = Double.NEGATIVE_INFINITY;
      for (int percent = 30; percent <= 100; percent += 10) {
        double score = contribution(profile,
            vacancy("a", List.of(code(occupation, percent / 100.0)), List.of()));
        assertTrue(score >= before, percent + " %");
        before = score;
      }
    }
  }

  @Test
  void each_tree_tests_features_of_one_reason() {
    for (Tree tree : MODEL.forest().trees()) {
      Set<Feature.Group> groups = EnumSet.noneOf(Feature.Group.class);
      for (int node = 0; node < tree.nodeCount(); node++) {
        if (!tree.isLeaf(node)) {
          groups.add(Feature.valueOf(MODEL.features().get(tree.feature(node))).group());
        }
      }
      assertEquals(1, groups.size());
    }
  }

  /// Whatever else two vacancies say, the same occupation is as good a reason.
  @Test
  void equal_facts_of_a_reason_count_the_same() {
    int occupation = OCCUPATIONS[0];
    CompetenceProfile profile = worker(occupation);
    int[] skills = TAXONOMY.essentialSkills(occupation);
    assertEquals(
        contribution(profile, vacancy("a", List.of(code(occupation, 0.9)), List.of())),
        contribution(profile,
            vacancy("b", List.of(code(occupation, 0.9)), List.of(skills[0], skills[1]))),
        1e-12);
  }

  private static double score(CompetenceProfile profile, Vacancy vacancy) {
    return RANKER.match(profile, vacancy, NOW).score();
  }

  /// Of the occupation held.
  private static double contribution(CompetenceProfile profile, Vacancy vacancy) {
    return RANKER.match(profile, vacancy, NOW)
        .reasons()
        .stream()
        .filter(Reason.HeldOccupation.class::isInstance)
        .mapToDouble(Reason::contribution)
        .sum();
  }

  private static CompetenceProfile worker(int occupation) {
    String uri = TAXONOMY.uri(occupation);
    return CompetenceProfile.builder("worker")
        .occupations(List.of(new HeldOccupation(TAXONOMY.label(occupation, Language.EN), uri, 0.9,
            null, List.of())))
        .competences(IntStream.of(TAXONOMY.essentialSkills(occupation))
            .mapToObj(skill -> Competence.of(TAXONOMY.uri(skill), Competence.Origin.CONFIRMED, 1,
                List.of()))
            .toList())
        .build();
  }

  private static OccupationCode code(int occupation, double confidence) {
    return new OccupationCode(TAXONOMY.uri(occupation), confidence, OccupationCode.Origin.LINKED);
  }

  private static Vacancy vacancy(String key, List<OccupationCode> codes, List<Integer> skills) {
    return Vacancy.builder(new VacancyId("test", key), "Vacancy 4711")
        .occupations(codes)
        .skills(skills.stream()
            .map(skill -> new SkillDemand(TAXONOMY.uri(skill), Importance.REQUIRED,
                new Evidence(key, "title", new Span(0, 7), "Vacancy")))
            .toList())
        .build();
  }
}
