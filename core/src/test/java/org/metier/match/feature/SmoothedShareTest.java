package org.metier.match.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.SkillDemand;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;
import org.metier.work.Importance;

class SmoothedShareTest {
  private static final Taxonomy TAXONOMY = Taxonomy.sample();
  private static final FeatureExtractor EXTRACTOR = FeatureExtractor.over(TAXONOMY,
      TextAnalyzer.create());
  private static final int[] SKILLS = TAXONOMY.concepts(ConceptKind.SKILL);

  /// One required skill of weight w that is shown: w of w and of four usual ones more.
  @Test
  void one_of_one_is_its_weight_of_that_and_of_four_usual_ones() {
    double weight = TAXONOMY.rarity(SKILLS[0]);
    double usual = IntStream.of(TAXONOMY.concepts(ConceptKind.OCCUPATION))
        .flatMap(occupation -> IntStream.of(TAXONOMY.essentialSkills(occupation)))
        .mapToDouble(TAXONOMY::rarity)
        .average()
        .orElseThrow();
    assertEquals(weight / (weight + 4 * usual), share(1, 1), 1e-12);
  }

  @Test
  void eight_of_ten_say_more_than_one_of_one() {
    assertTrue(share(8, 10) > share(1, 1));
  }

  @Test
  void nothing_of_something_is_nothing() {
    assertEquals(0, share(0, 3));
  }

  /// Of a profile that shows the first of the skills that a vacancy requires.
  private static double share(int shown, int asked) {
    CompetenceProfile profile = CompetenceProfile.builder("p")
        .competences(IntStream.range(0, shown)
            .mapToObj(i -> Competence.of(TAXONOMY.uri(SKILLS[i]), Competence.Origin.CONFIRMED, 1,
                List.of()))
            .toList())
        .build();
    Vacancy vacancy = Vacancy.builder(new VacancyId("test", "1"), "x")
        .skills(IntStream.range(0, asked)
            .mapToObj(i -> new SkillDemand(TAXONOMY.uri(SKILLS[i]), Importance.REQUIRED,
                new Evidence("1", "title", new Span(0, 1), "x")))
            .toList())
        .build();
    return EXTRACTOR.extract(profile, vacancy,
        Instant.EPOCH)[Feature.ESSENTIAL_SKILLS_SMOOTHED_SHARE
            .ordinal()];
  }
}
