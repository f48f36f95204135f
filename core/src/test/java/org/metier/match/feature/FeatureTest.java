package org.metier.match.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.match.RandomMarket;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;

class FeatureTest {
  private static final FeatureExtractor EXTRACTOR = FeatureExtractor.over(
      Taxonomy.sample().withEncoderOfLabels(), TextAnalyzer.create());

  /// As documented at each feature; 0 to 1 for those that are not listed.
  private static final Map<Feature, double[]> RANGES = Map.ofEntries(
      Map.entry(Feature.ESSENTIAL_SKILLS_MISSING, new double[]{0, 20}),
      Map.entry(Feature.ESSENTIAL_SKILLS_SHARED, new double[]{0, 20}),
      Map.entry(Feature.OPTIONAL_SKILLS_SHARED, new double[]{0, 20}),
      Map.entry(Feature.HELD_OCCUPATION_DISTANCE, new double[]{0, 5}),
      Map.entry(Feature.WANTED_OCCUPATION_DISTANCE, new double[]{0, 5}),
      Map.entry(Feature.MEANING_SIMILARITY, new double[]{0, 2}),
      Map.entry(Feature.RELATED_MONTHS, new double[]{0, 240}),
      Map.entry(Feature.SAME_OCCUPATION_MONTHS, new double[]{0, 240}),
      Map.entry(Feature.NEAR_OCCUPATION_MONTHS, new double[]{0, 240}),
      Map.entry(Feature.NEAR_OCCUPATION_MONTHS_SINCE, new double[]{0, 240}),
      Map.entry(Feature.EXPERIENCE_GAP_MONTHS, new double[]{-120, 120}),
      Map.entry(Feature.EDUCATION_DIFFERENCE, new double[]{-8, 8}),
      Map.entry(Feature.LANGUAGE_WORST_GAP, new double[]{-6, 7}),
      Map.entry(Feature.LANGUAGES_ASKED, new double[]{0, 10}),
      Map.entry(Feature.DISTANCE_KM, new double[]{0, 2000}),
      Map.entry(Feature.DISTANCE_LOG_KM, new double[]{0, 7.61}),
      Map.entry(Feature.DISTANCE_SHARE_OF_MAX, new double[]{0, 10}),
      Map.entry(Feature.PLACE_AGREEMENT, new double[]{0, 3}),
      Map.entry(Feature.REMOTE_WORK, new double[]{0, 2}),
      Map.entry(Feature.HOURS_GAP, new double[]{0, 100}),
      Map.entry(Feature.SALARY_RATIO, new double[]{0, 3}),
      Map.entry(Feature.TERMS_OFFERED, new double[]{0, 3}),
      Map.entry(Feature.TERMS_WISHED, new double[]{0, 3}),
      Map.entry(Feature.AGE_DAYS, new double[]{0, 365}));

  @Test
  void there_are_at_least_25_and_every_group_has_one() {
    assertTrue(Feature.values().length >= 25);
    assertEquals(EnumSet.allOf(Feature.Group.class),
        Arrays.stream(Feature.values()).map(Feature::group).collect(Collectors.toSet()));
  }

  @RepeatedTest(100)
  void every_value_is_unknown_or_within_its_range(RepetitionInfo run) {
    var market = new RandomMarket(new Random(run.getCurrentRepetition()));
    double[] values = EXTRACTOR.extract(market.profile(), market.vacancy(), RandomMarket.NOW);
    for (Feature feature : Feature.values()) {
      double value = values[feature.ordinal()];
      double[] range = RANGES.getOrDefault(feature, new double[]{0, 1});
      assertTrue(
          Double.isNaN(value) || (value >= range[0] && value <= range[1] + 1e-12),
          feature + " was " + value);
    }
  }

  /// Each feature is known for some pairs and takes more than one value: none is dead.
  @Test
  void every_feature_tells_some_pairs_apart() {
    var market = new RandomMarket(new Random(1));
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      rows.add(EXTRACTOR.extract(market.profile(), market.vacancy(), RandomMarket.NOW));
    }
    for (Feature feature : Feature.values()) {
      long different = rows.stream()
          .map(row -> row[feature.ordinal()])
          .filter(value -> !value.isNaN())
          .distinct()
          .count();
      assertTrue(different >= 2, feature.name());
    }
  }

  @RepeatedTest(100)
  void one_more_skill_never_lowers_the_coverage(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var market = new RandomMarket(random);
    CompetenceProfile profile = market.profile();
    Vacancy vacancy = market.vacancy();
    int[] skills = market.taxonomy().concepts(ConceptKind.SKILL);
    String uri = vacancy.skills().isEmpty() || random.nextBoolean()
        ? market.taxonomy().uri(skills[random.nextInt(skills.length)])
        : vacancy.skills().getFirst().uri();
    if (profile.competences().stream().anyMatch(c -> c.uri().equals(uri))) {
      return;
    }
    List<Competence> more = new ArrayList<>(profile.competences());
    more.add(Competence.of(uri, Competence.Origin.CONFIRMED, 1, List.of()));
    double[] before = EXTRACTOR.extract(profile, vacancy, RandomMarket.NOW);
    double[] after = EXTRACTOR.extract(profile.toBuilder().competences(more).build(), vacancy,
        RandomMarket.NOW);
    for (Feature feature : List.of(Feature.ESSENTIAL_SKILLS_WEIGHTED_SHARE,
        Feature.ESSENTIAL_SKILLS_STATED_SHARE, Feature.ESSENTIAL_SKILLS_SHARE,
        Feature.ESSENTIAL_SKILLS_SHARED, Feature.OPTIONAL_SKILLS_WEIGHTED_SHARE,
        Feature.OPTIONAL_SKILLS_SHARED, Feature.MEANING_SIMILARITY)) {
      assertFalse(after[feature.ordinal()] < before[feature.ordinal()], feature.name());
    }
    assertFalse(after[Feature.ESSENTIAL_SKILLS_MISSING
        .ordinal()] > before[Feature.ESSENTIAL_SKILLS_MISSING.ordinal()]);
  }

  /// No swap of a name, a sex or an age can change a score, because nothing that is compared has room for
  /// one.
  @Test
  void a_profile_has_no_room_for_protected_attributes() {
    Set<String> names = new TreeSet<>();
    collectNames(CompetenceProfile.class, names);
    assertTrue(names.contains("competences") && names.contains("isOngoing"), names::toString);
    Arrays.stream(Feature.values()).forEach(feature -> names.add(feature.name()));
    for (String name : names) {
      assertFalse(name.matches(
          "(?i)(first|last|sur|given|family|full)?_?name|.*(birth|gender|sex|national|citizen|"
              + "ethnic|religio|photo|marital|disab|health|child|pregnan|address|phone|mail).*"),
          name);
    }
  }

  private static void collectNames(Class<?> type, Set<String> names) {
    if (!type.isRecord()) {
      return;
    }
    for (RecordComponent component : type.getRecordComponents()) {
      names.add(component.getName());
      collectNames(component.getType(), names);
      if (component.getGenericType() instanceof ParameterizedType generic) {
        for (Type argument : generic.getActualTypeArguments()) {
          if (argument instanceof Class<?> element) {
            collectNames(element, names);
          }
        }
      }
    }
  }
}
