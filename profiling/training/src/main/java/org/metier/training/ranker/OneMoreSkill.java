package org.metier.training.ranker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metier.match.feature.FeatureExtractor;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;
import org.metier.training.internal.boosting.LambdaMart;
import org.metier.training.judgment.JudgedData;
import org.metier.training.judgment.Judgment;
import org.metier.vacancy.Vacancy;

/// How often one more essential skill of the vacancy lowers the score, which nobody would understand.
///
/// @param now for the features
record OneMoreSkill(Taxonomy taxonomy, FeatureExtractor extractor, Instant now) {
  /// A score that falls by less than this has not fallen.
  private static final double ROUNDING = 1e-9;

  /// - `oneMoreSkill.notLower`: share of pairs whose score does not fall when the profile gains, confirmed,
  ///   one more skill that is essential to the vacancy's occupation;
  /// - `oneMoreSkill.pairs`: pairs where such a skill was missing. Profiles without any are left out: their
  ///   first one also says that skills are known.
  Map<String, Double> measures(JudgedPairs pairs, JudgedData data, LambdaMart.Grown model) {
    int tried = 0;
    int notLower = 0;
    for (int row = 0; row < pairs.judgments().size(); row++) {
      Judgment judgment = pairs.judgments().get(row);
      CompetenceProfile profile = data.profiles().get(judgment.profile());
      Vacancy vacancy = data.vacancies().get(judgment.vacancy());
      if (profile == null || vacancy == null) {
        continue;
      }
      OptionalInt missing = profile.competences().isEmpty()
          ? OptionalInt.empty()
          : missingSkill(profile, vacancy);
      if (missing.isPresent()) {
        tried++;
        double before = model.score(extractor.extract(profile, vacancy, now));
        double after = model.score(
            extractor.extract(with(profile, missing.getAsInt()), vacancy, now));
        notLower += after >= before - ROUNDING ? 1 : 0;
      }
    }
    return Map.of("oneMoreSkill.notLower", tried == 0 ? 1 : (double) notLower / tried,
        "oneMoreSkill.pairs", (double) tried);
  }

  private OptionalInt missingSkill(CompetenceProfile profile, Vacancy vacancy) {
    Set<String> had = profile.competences()
        .stream()
        .map(Competence::uri)
        .collect(Collectors.toSet());
    return vacancy.occupations()
        .stream()
        .limit(1)
        .flatMapToInt(o -> taxonomy.find(o.uri())
            .stream()
            .flatMap(c -> IntStream.of(taxonomy.essentialSkills(c))))
        .filter(skill -> !had.contains(taxonomy.uri(skill)))
        .findFirst();
  }

  private CompetenceProfile with(CompetenceProfile profile, int skill) {
    List<Competence> competences = new ArrayList<>(profile.competences());
    competences.add(Competence.of(taxonomy.uri(skill), Competence.Origin.CONFIRMED, 1, List.of()));
    return profile.toBuilder().competences(competences).build();
  }
}
