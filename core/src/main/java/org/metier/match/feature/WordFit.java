package org.metier.match.feature;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.match.internal.IntTable;
import org.metier.match.internal.VacancyRow;

/// How much profile and vacancy have in common in words.
///
/// @param titleSimilarity of the vacancy's title and the job title of the profile nearest to it, 0 to 1;
///     NaN when the two are not written in the same language, or the profile has no job title
/// @param textSimilarity of all words of both, 0 to 1; NaN as above, or when the profile has no words
record WordFit(double titleSimilarity, double textSimilarity) {
  private static final WordFit NOT_COMPARABLE = new WordFit(Double.NaN, Double.NaN);

  /// @param common to be filled with the words in common
  static WordFit of(@Nullable ProfileWords profile, VacancyRow vacancy, CommonWords common) {
    if (profile == null || profile.language() != vacancy.language()) {
      common.clear(0);
      return NOT_COMPARABLE;
    }
    common.read(profile, vacancy);
    double titleSimilarity = Double.NaN;
    List<ProfileWords.Title> titles = profile.titles();
    for (int i = 0; i < titles.size(); i++) {
      double similarity = similarity(titles.get(i), profile, vacancy, common);
      titleSimilarity = Double.isNaN(titleSimilarity)
          ? similarity
          : Math.max(titleSimilarity, similarity);
    }
    return new WordFit(titleSimilarity,
        profile.words().length == 0
            ? Double.NaN
            : cosine(common.square(), profile.norm(), vacancy.norm()));
  }

  /// Words of job titles are words of the profile.
  private static double similarity(ProfileWords.Title title, ProfileWords profile,
      VacancyRow vacancy, CommonWords common) {
    double square = 0;
    for (int i = 0; i < title.words().length && common.isAnyInTitle(); i++) {
      int place = profile.places().of(title.words()[i]);
      square += place != IntTable.ABSENT && common.isInTitle(place) ? title.squares()[i] : 0;
    }
    return cosine(square, title.norm(), vacancy.titleNorm());
  }

  /// Cosine of two sets of words, 0 to 1; 0 when one has none.
  private static double cosine(double common, double a, double b) {
    return common == 0 ? 0 : common / StrictMath.sqrt(a * b);
  }

  /// Whether both are written in one language that Metier covers.
  boolean isComparable() {
    return !Double.isNaN(titleSimilarity) || !Double.isNaN(textSimilarity);
  }
}
