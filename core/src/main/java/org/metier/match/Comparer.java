package org.metier.match;

import org.metier.match.internal.VacancyRow;
import org.metier.match.internal.Vocabulary;
import org.metier.taxonomy.Taxonomy;
import org.metier.vacancy.Vacancy;

/// Compares one profile with vacancies, one after the other, in memory that is used again for each. Not
/// thread-safe.
final class Comparer {
  private static final Feature[] FEATURES = Feature.values();

  private final ProfileView profile;
  private final Taxonomy taxonomy;
  private final Vocabulary vocabulary;
  private final Nearness nearness;
  private final Demands demands;
  private final CommonWords common = new CommonWords();

  Comparer(ProfileView profile, Taxonomy taxonomy, Vocabulary vocabulary,
      OccupationSkills occupationSkills) {
    this.profile = profile;
    this.taxonomy = taxonomy;
    this.vocabulary = vocabulary;
    nearness = new Nearness(profile, taxonomy);
    demands = new Demands(taxonomy, occupationSkills);
  }

  Comparison compare(VacancyRow vacancy) {
    demands.read(vacancy);
    Nearness.Fit fit = nearness.of(vacancy);
    return new Comparison(SkillFit.of(demands.essential(), profile, demands.usualWeight()),
        SkillFit.of(demands.optional(), profile, demands.usualWeight()), demands.isStated(),
        !profile.skills().isEmpty(), OccupationFit.of(vacancy, fit),
        WordFit.of(profile.words(), vacancy, common),
        MeaningFit.of(profile.meaning(), vacancy),
        ExperienceFit.of(profile, vacancy, fit), profile.education(), vacancy.education(),
        LanguageFit.of(profile, vacancy), LicenceFit.of(profile, vacancy),
        DistanceFit.of(profile, vacancy), TermsFit.of(profile, vacancy),
        Comparison.ageDays(vacancy.postedAt(), profile.now()));
  }

  /// @param features to be filled from `from` on, one per [Feature], NaN where unknown
  void features(VacancyRow vacancy, double[] features, int from) {
    fill(compare(vacancy), features, from);
  }

  /// The features of a comparison, one per [Feature], NaN where unknown.
  static double[] features(Comparison comparison) {
    double[] features = new double[FEATURES.length];
    fill(comparison, features, 0);
    return features;
  }

  /// The same into an array, from `from` on.
  static void fill(Comparison comparison, double[] features, int from) {
    for (int f = 0; f < FEATURES.length; f++) {
      features[from + f] = FEATURES[f].of(comparison);
    }
  }

  /// What the features were read from, to be worded; valid until the next vacancy is compared.
  ///
  /// @param row of the vacancy
  PairFacts facts(VacancyRow row, Vacancy vacancy) {
    return new PairFacts(compare(row), profile, demands, common, row, vacancy, taxonomy,
        vocabulary);
  }
}
