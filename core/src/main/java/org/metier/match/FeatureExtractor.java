package org.metier.match;

import java.time.Instant;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;

/// Computes the features of a profile and a vacancy. Thread-safe.
public final class FeatureExtractor {
  private FeatureExtractor() {}

  public static FeatureExtractor over(Taxonomy taxonomy, TextAnalyzer analyzer) {
    return new FeatureExtractor();
  }

  /// @param now for freshness and recency
  /// @return one value per [Feature], in their order; NaN where unknown
  public double[] extract(CompetenceProfile profile, Vacancy vacancy, Instant now) {
    return new double[Feature.values().length];
  }
}
