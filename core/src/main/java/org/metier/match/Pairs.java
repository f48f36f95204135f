package org.metier.match;

import java.util.List;
import org.metier.match.internal.VacancyRow;
import org.metier.match.reason.Reason;
import org.metier.profile.CompetenceProfile;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// Pairs to be ranked, of one profile with many vacancies or of one vacancy with many profiles, numbered from
/// 0. Used by one thread at a time.
///
/// @param <K> what orders those that score the same
interface Pairs<K extends Comparable<? super K>> {
  int size();

  /// Compares one pair; what [#row] says is about it until the next is compared.
  ///
  /// @param rows to be filled from `from` on with its features, one per
  ///     [org.metier.match.feature.Feature], NaN where unknown
  void features(int pair, double[] rows, int from);

  /// The row of the vacancy that was compared last.
  VacancyRow row();

  /// Compares one pair once more, and says what its features were read from: see
  /// [org.metier.match.feature.Comparer#reasons].
  ///
  /// @param vacancy of the pair
  List<Reason> reasons(int pair, Vacancy vacancy, double[] contributions);

  CompetenceProfile profile(int pair);

  VacancyId vacancyId(int pair);

  /// Reads the whole vacancy.
  Vacancy vacancy(int pair);

  /// Of two that score the same, the one with the lower key comes first.
  K key(int pair);
}
