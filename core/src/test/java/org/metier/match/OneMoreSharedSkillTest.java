package org.metier.match;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.metier.allocation.Prices;
import org.metier.match.model.RankerModel;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;

/// One more skill that the vacancy's work cannot do without never lowers the score of the shipped model: nobody
/// would understand it. The first skill of all is another matter: it makes known what was not.
class OneMoreSharedSkillTest {
  private static final Ranker RANKER = Ranker.of(RankerModel.standard(), Taxonomy.sample(),
      TextAnalyzer.create());
  private static final Policy POLICY = new Policy(
      List.of(new Policy.Boost("shortage", Set.of("2", "5", "7"), 0.3)), null);
  private static final double ROUNDING = 1e-9;

  @RepeatedTest(400)
  void one_more_shared_essential_skill_never_lowers_the_score(RepetitionInfo run) {
    var market = new RandomMarket(new Random(run.getCurrentRepetition()));
    CompetenceProfile profile = market.profile();
    Vacancy vacancy = market.vacancy();
    Map<String, Double> price = new HashMap<>();
    price.put(vacancy.id().toString(), 0.7);
    Ranker priced = RANKER.with(POLICY).with(new Prices("night", Instant.EPOCH, 0.2, price));
    for (int skill : essential(vacancy, market.taxonomy()).toArray()) {
      String uri = market.taxonomy().uri(skill);
      boolean isNew = profile.competences().stream().noneMatch(c -> c.uri().equals(uri));
      if (isNew && !profile.competences().isEmpty()) {
        CompetenceProfile more = with(profile, uri);
        for (Ranker ranker : List.of(RANKER, priced)) {
          Match before = ranker.match(profile, vacancy, RandomMarket.NOW);
          Match after = ranker.match(more, vacancy, RandomMarket.NOW);
          assertTrue(after.score() >= before.score() - ROUNDING,
              () -> uri + " lowers " + before.score() + " to " + after.score() + ": "
                  + changed(before, after));
        }
        profile = more;
      }
    }
  }

  /// Of the vacancy's first occupation.
  private static IntStream essential(Vacancy vacancy, Taxonomy taxonomy) {
    if (vacancy.occupations().isEmpty()) {
      return IntStream.empty();
    }
    OptionalInt occupation = taxonomy.find(vacancy.occupations().getFirst().uri());
    return occupation.isEmpty()
        ? IntStream.empty()
        : IntStream.of(taxonomy.essentialSkills(occupation.getAsInt()));
  }

  private static CompetenceProfile with(CompetenceProfile profile, String skill) {
    List<Competence> competences = new ArrayList<>(profile.competences());
    competences.add(Competence.of(skill, Competence.Origin.CONFIRMED, 1, List.of()));
    return profile.toBuilder().competences(competences).build();
  }

  private static String changed(Match before, Match after) {
    return IntStream.range(0, before.features().size())
        .filter(i -> !before.features().get(i).equals(after.features().get(i)))
        .mapToObj(i -> before.features().get(i) + " -> " + after.features().get(i))
        .collect(Collectors.joining("; "));
  }
}
