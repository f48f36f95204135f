package org.metier.match;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.metier.text.Language;

/// Words that profile and vacancy have in common.
///
/// @param common as the vacancy writes them, the most telling first, at most ten
/// @param titleSimilarity of the vacancy's title and the job title of the profile nearest to it, 0 to 1;
///     NaN when the two are not written in the same language, or the profile has no job title
/// @param textSimilarity of all words of both, 0 to 1; NaN as above, or when the profile has no words
record WordFit(List<String> common, double titleSimilarity, double textSimilarity) {
  private static final int MAX_COMMON = 10;

  static WordFit of(ProfileView profile, VacancyView vacancy, WordWeights weights) {
    Language language = profile.profile().language();
    if (language == null || language != vacancy.vacancy().language()) {
      return new WordFit(List.of(), Double.NaN, Double.NaN);
    }
    double titleSimilarity = Double.NaN;
    for (Set<String> title : profile.titles()) {
      double similarity = weights.cosine(language, title, vacancy.title().keySet());
      titleSimilarity = Double.isNaN(titleSimilarity)
          ? similarity
          : Math.max(titleSimilarity, similarity);
    }
    double textSimilarity = profile.words().isEmpty()
        ? Double.NaN
        : weights.cosine(language, profile.words(), vacancy.words().keySet());
    return new WordFit(common(profile.words(), vacancy.words(), language, weights),
        titleSimilarity, textSimilarity);
  }

  private static List<String> common(Set<String> ofProfile, Map<String, String> ofVacancy,
      Language language, WordWeights weights) {
    Set<String> terms = new TreeSet<>(ofProfile);
    terms.retainAll(ofVacancy.keySet());
    return terms.stream()
        .sorted(Comparator.comparingDouble((String term) -> -weights.weight(language, term)))
        .limit(MAX_COMMON)
        .map(term -> ofVacancy.getOrDefault(term, term))
        .toList();
  }

  /// Whether both are written in one language that Metier covers.
  boolean isComparable() {
    return !Double.isNaN(titleSimilarity) || !Double.isNaN(textSimilarity);
  }
}
