package org.metier.match.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.HeldOccupation;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// A coder proposes occupations beside the one it takes for right.
class ProposedOccupationTest {
  private static final Taxonomy TAXONOMY = Taxonomy.sample();
  private static final FeatureExtractor EXTRACTOR = FeatureExtractor.over(TAXONOMY,
      TextAnalyzer.create());
  private static final int[] OCCUPATIONS = TAXONOMY.concepts(ConceptKind.OCCUPATION);
  private static final int FIRST = OCCUPATIONS[0];
  private static final int OTHER = farFrom(FIRST);

  @Test
  void a_proposal_counts_as_near_as_it_is_sure() {
    double[] features = features(0.9, 0.2);
    assertEquals(0.5 * 0.2, of(Feature.HELD_OCCUPATION_NEARNESS, features), 1e-6);
  }

  @Test
  void one_less_than_half_as_sure_is_no_occupation_of_the_vacancy() {
    assertEquals(TAXONOMY.iscoDistance(FIRST, OTHER),
        of(Feature.HELD_OCCUPATION_DISTANCE, features(0.9, 0.44)));
    assertEquals(0, of(Feature.HELD_OCCUPATION_DISTANCE, features(0.9, 0.45)));
  }

  @Test
  void nothing_speaks_for_a_vacancy_without_an_occupation() {
    double[] features = EXTRACTOR.extract(worker(), vacancy(List.of()), Instant.EPOCH);
    assertEquals(0, of(Feature.HELD_OCCUPATION_NEARNESS, features));
    assertEquals(0, of(Feature.WANTED_OCCUPATION_NEARNESS, features));
    assertEquals(0, of(Feature.ESSENTIAL_SKILLS_SMOOTHED_SHARE, features));
  }

  private static double of(Feature feature, double[] features) {
    return features[feature.ordinal()];
  }

  /// Of somebody whose occupation is the second that the vacancy may be.
  private static double[] features(double first, double second) {
    return EXTRACTOR.extract(worker(), vacancy(List.of(code(FIRST, first), code(OTHER, second))),
        Instant.EPOCH);
  }

  private static CompetenceProfile worker() {
    return CompetenceProfile.builder("worker")
        .occupations(
            List.of(new HeldOccupation("x", TAXONOMY.uri(OTHER), 0.5, null, List.of())))
        .build();
  }

  private static Vacancy vacancy(List<OccupationCode> codes) {
    return Vacancy.builder(new VacancyId("test", "1"), "x").occupations(codes).build();
  }

  private static OccupationCode code(int occupation, double confidence) {
    return new OccupationCode(TAXONOMY.uri(occupation), confidence, OccupationCode.Origin.LINKED);
  }

  private static int farFrom(int occupation) {
    for (int other : OCCUPATIONS) {
      if (TAXONOMY.iscoDistance(occupation, other) == 5
          && TAXONOMY.skillOverlap(occupation, other) == 0) {
        return other;
      }
    }
    throw new IllegalStateException("every occupation of the sample is near the first");
  }
}
