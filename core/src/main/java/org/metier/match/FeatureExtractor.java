package org.metier.match;

import java.time.Instant;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;

/// Computes the features of a profile and a vacancy. Thread-safe.
///
/// A pair costs mostly the analysis of the vacancy's text. The first pair of a language costs one
/// analysis of the taxonomy's labels in it: build one extractor and share it.
public final class FeatureExtractor {
  private static final Feature[] FEATURES = Feature.values();

  private final Taxonomy taxonomy;
  private final WordWeights weights;

  private FeatureExtractor(Taxonomy taxonomy, TextAnalyzer analyzer) {
    this.taxonomy = taxonomy;
    weights = new WordWeights(taxonomy, analyzer);
  }

  public static FeatureExtractor over(Taxonomy taxonomy, TextAnalyzer analyzer) {
    return new FeatureExtractor(taxonomy, analyzer);
  }

  /// @param now for freshness and recency
  /// @return one value per [Feature], in their order; NaN where unknown
  public double[] extract(CompetenceProfile profile, Vacancy vacancy, Instant now) {
    return features(compare(view(profile, now), view(vacancy), now));
  }

  ProfileView view(CompetenceProfile profile, Instant now) {
    return ProfileView.of(profile, now, taxonomy, weights);
  }

  VacancyView view(Vacancy vacancy) {
    return VacancyView.of(vacancy, taxonomy, weights);
  }

  Comparison compare(ProfileView profile, VacancyView vacancy, Instant now) {
    return new Comparison(SkillFit.of(vacancy.demands().essential(), profile.skills()),
        SkillFit.of(vacancy.demands().optional(), profile.skills()), vacancy.demands().isStated(),
        !profile.skills().isEmpty(), OccupationFit.of(profile, vacancy, taxonomy),
        WordFit.of(profile, vacancy, weights), ExperienceFit.of(profile, vacancy, taxonomy),
        Comparison.highest(profile), vacancy.vacancy().education(),
        Comparison.evidence(profile, Comparison.highest(profile)),
        LanguageFit.of(profile, vacancy), LicenceFit.of(profile, vacancy),
        DistanceFit.of(profile, vacancy), TermsFit.of(profile, vacancy),
        Comparison.ageDays(vacancy, now));
  }

  static double[] features(Comparison comparison) {
    double[] features = new double[FEATURES.length];
    for (int f = 0; f < features.length; f++) {
      features[f] = FEATURES[f].of(comparison);
    }
    return features;
  }
}
