package org.metier.match.feature;

import java.time.Instant;
import org.metier.match.internal.RowWriter;
import org.metier.match.internal.VacancyRow;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;

/// Computes the features of a profile and a vacancy. Thread-safe.
///
/// A pair costs mostly the analysis of the vacancy's text. The first pair of a language costs one
/// analysis of the taxonomy's labels in it: build one extractor and share it.
public final class FeatureExtractor {
  private final Taxonomy taxonomy;
  private final RowWriter rows;
  private final OccupationSkills occupationSkills;

  private FeatureExtractor(Taxonomy taxonomy, RowWriter rows) {
    this.taxonomy = taxonomy;
    this.rows = rows;
    occupationSkills = new OccupationSkills(taxonomy);
  }

  public static FeatureExtractor over(Taxonomy taxonomy, TextAnalyzer analyzer) {
    return new FeatureExtractor(taxonomy, RowWriter.of(taxonomy, analyzer));
  }

  /// @param now for freshness and recency
  /// @return one value per [Feature], in their order; NaN where unknown
  public double[] extract(CompetenceProfile profile, Vacancy vacancy, Instant now) {
    double[] features = new double[Feature.values().length];
    comparer(profile, now).features(row(vacancy), features, 0);
    return features;
  }

  /// Compares a profile with any number of vacancies.
  public Comparer comparer(CompetenceProfile profile, Instant now) {
    return new Comparer(ProfileView.of(profile, now, taxonomy, rows.vocabulary(), rows.meaning()),
        taxonomy,
        rows.vocabulary(), occupationSkills);
  }

  VacancyRow row(Vacancy vacancy) {
    VacancyRow row = new VacancyRow();
    row.read(bytes(vacancy), 0);
    return row;
  }

  /// What [VacancyRow] reads.
  public byte[] bytes(Vacancy vacancy) {
    return rows.row(vacancy);
  }
}
