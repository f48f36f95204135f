package org.metier.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.Vacancy;

/// What comparing needs of a vacancy, worked out once for any number of profiles. Immutable.
///
/// @param codes its occupations that the taxonomy knows, best first, at most three
/// @param title the title's words, by normal form, each as it stands there
/// @param words those of title and description
record VacancyView(Vacancy vacancy, List<Code> codes, Demands demands, Map<String, String> title,
    Map<String, String> words) {
  /// Analysing a description costs most of a comparison, and its end is about the employer.
  private static final int MAX_DESCRIPTION = 6_000;

  private static final int MAX_CODES = 3;

  /// An occupation and its number.
  record Code(int occupation, OccupationCode code) {}

  static VacancyView of(Vacancy vacancy, Taxonomy taxonomy,
      WordWeights weights) {
    List<Code> codes = new ArrayList<>();
    for (OccupationCode code : vacancy.occupations()) {
      OptionalInt occupation = taxonomy.find(code.uri());
      if (occupation.isPresent() && codes.size() < MAX_CODES) {
        codes.add(new Code(occupation.getAsInt(), code));
      }
    }
    Map<String, String> title = new LinkedHashMap<>();
    Map<String, String> words = new LinkedHashMap<>();
    Language language = vacancy.language();
    if (language != null) {
      weights.collect(language, vacancy.title(), title);
      words.putAll(title);
      String description = vacancy.description();
      weights.collect(language,
          description.substring(0, Math.min(description.length(), MAX_DESCRIPTION)), words);
    }
    return new VacancyView(vacancy, codes, Demands.of(vacancy, codes, taxonomy), title,
        words);
  }
}
