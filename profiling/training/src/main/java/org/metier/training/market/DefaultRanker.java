package org.metier.training.market;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.metier.match.feature.Feature;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.training.TrainingProgress;
import org.metier.training.ranker.RankerTrainer;
import org.metier.training.ranker.TrainedRanker;

/// The model that Metier ships until a portal trains its own, made anew: the same bytes as
/// `org/metier/match/model/ranker.json` and `ranker.card.json` of the core.
public final class DefaultRanker {
  private static final int PEOPLE = 800;
  private static final int VACANCIES = 3_000;
  private static final int CANDIDATES = 100;
  private static final long SEED = 20_261_001;

  private static final List<String> NOT_FOR = List.of(
      "evidence about a real labour market: it was trained on a simulated one, whose formula for a good "
          + "match (LatentUtility in the training module) holds the authors' assumptions",
      "its measures say how well that formula was recovered from incomplete profiles and vacancies, and "
          + "nothing about real people or employers",
      "deciding about a person without a person: it orders vacancies for somebody to look at",
      "ranking people against each other for a vacancy, where other rules of fairness apply",
      "work outside the occupations of the sample taxonomy, where it was never tried");

  /// Numbers of skills mean less in a larger taxonomy: an occupation of the sample has six essential
  /// skills on average, one of ESCO up to ten times that. Shares mean the same in both. The market's texts are
  /// lists of labels, where a word in common is a skill in common; in what people write it says much less. Plain
  /// shares and distances are left to the smoothed and sure ones, to which the unknown is nothing.
  private static final Set<Feature> WITHOUT = Set.of(Feature.ESSENTIAL_SKILLS_MISSING,
      Feature.ESSENTIAL_SKILLS_SHARED, Feature.OPTIONAL_SKILLS_SHARED,
      Feature.ESSENTIAL_SKILLS_WEIGHTED_SHARE, Feature.ESSENTIAL_SKILLS_STATED_SHARE,
      Feature.ESSENTIAL_SKILLS_SHARE, Feature.OPTIONAL_SKILLS_WEIGHTED_SHARE,
      Feature.HELD_OCCUPATION_DISTANCE, Feature.HELD_OCCUPATION_SKILL_OVERLAP,
      Feature.HELD_OCCUPATION_CONFIDENCE, Feature.VACANCY_OCCUPATION_CONFIDENCE,
      Feature.WANTED_OCCUPATION_DISTANCE, Feature.WANTED_OCCUPATION_SKILL_OVERLAP,
      Feature.TEXT_SIMILARITY);

  /// So that a home without an encoder is not lost: every third person is met in one.
  private static final int WITHOUT_ENCODER = 3;

  private DefaultRanker() {}

  /// Simulates the market and trains; the better part of a minute on one core.
  public static TrainedRanker train(TrainingProgress progress) {
    Taxonomy taxonomy = Taxonomy.sample().withEncoderOfLabels();
    SimulatedMarket market = SimulatedMarket.over(taxonomy, PEOPLE, VACANCIES, CANDIDATES, SEED);
    return RankerTrainer.builder(taxonomy, TextAnalyzer.create())
        .settings(RankerTrainer.DEFAULT.toBuilder()
            .trees(400)
            .leaves(10)
            .minLeafRows(60)
            .seed(SEED)
            .build())
        .clock(Clock.fixed(SimulatedMarket.NOW, ZoneOffset.UTC))
        .asOf(SimulatedMarket.NOW)
        .progress(progress)
        .notFor(NOT_FOR)
        .without(WITHOUT)
        .withoutEncoder(WITHOUT_ENCODER)
        .build()
        .train(market.data());
  }
}
