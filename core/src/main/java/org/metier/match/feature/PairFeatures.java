package org.metier.match.feature;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metier.match.internal.VacancyRow;
import org.metier.profile.CompetenceProfile;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// Computes the features of very many pairs of the same people and vacancies, as [FeatureExtractor#extract] does:
/// keeps what it read out of the last profile and the latest vacancies. Fastest with the pairs of one person and
/// moment next to each other. Not thread-safe.
public final class PairFeatures {
  private static final int MAX_VACANCIES = 20_000;

  private final FeatureExtractor extractor;
  private final Map<VacancyId, byte[]> rows = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<VacancyId, byte[]> eldest) {
      return size() > MAX_VACANCIES;
    }
  };
  private @Nullable CompetenceProfile profile;
  private @Nullable Instant at;
  private @Nullable Comparer person;
  private final VacancyRow row = new VacancyRow();

  public PairFeatures(FeatureExtractor extractor) {
    this.extractor = extractor;
  }

  /// @param vacancy another one of the same id as before has the same content
  /// @param now for freshness and recency
  /// @return one value per [Feature], in their order; NaN where unknown
  public double[] of(CompetenceProfile profile, Vacancy vacancy, Instant now) {
    Comparer comparer = person;
    if (comparer == null || !profile.equals(this.profile) || !now.equals(at)) {
      this.profile = profile;
      at = now;
      comparer = extractor.comparer(profile, now);
      person = comparer;
    }
    row.read(rows.computeIfAbsent(vacancy.id(), id -> extractor.bytes(vacancy)), 0);
    double[] features = new double[Feature.values().length];
    comparer.features(row, features, 0);
    return features;
  }
}
