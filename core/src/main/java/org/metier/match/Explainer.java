package org.metier.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.metier.match.condition.RegulatedProfession;
import org.metier.match.feature.Feature;
import org.metier.match.feature.FeatureShare;
import org.metier.match.reason.Coverage;
import org.metier.match.reason.Reason;
import org.metier.match.reason.Side;
import org.metier.match.reason.SideScore;
import org.metier.match.reason.Topic;
import org.metier.profile.CompetenceProfile;
import org.metier.rank.Contributions;
import org.metier.taxonomy.Taxonomy;
import org.metier.vacancy.Vacancy;

/// Says why a pair scored as it did. Immutable and thread-safe.
///
/// Several pairs are explained together, since their numbers cost far less so: see [Sides].
final class Explainer {
  private static final Feature[] FEATURES = Feature.values();

  private final SideTrees trees;
  private final Taxonomy taxonomy;
  private final CoverageLimits limits;

  Explainer(SideTrees trees, Taxonomy taxonomy, CoverageLimits limits) {
    this.trees = trees;
    this.taxonomy = taxonomy;
    this.limits = limits;
  }

  /// The numbers of some pairs that are to be explained.
  ///
  /// @param rows their features, one row after another, kept, not copied
  /// @param contributions of their features
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Numbers(double[] rows, List<Contributions> contributions, Sides sides) {
    private double[] features(int pair) {
      return Arrays.copyOfRange(rows, pair * Scoring.FEATURES, (pair + 1) * Scoring.FEATURES);
    }
  }

  /// @param rows features of pairs, one row after another, kept, not copied
  Numbers numbers(double[] rows, List<Contributions> contributions) {
    return new Numbers(rows, contributions, new Sides(trees, rows, contributions.size()));
  }

  /// Reads the whole vacancy.
  ///
  /// @param at number of the pair among those of `numbers`
  /// @param others what is no part of the model, in the order in which it was added to the score
  Match explain(Pairs<?> pairs, int pair, Numbers numbers, int at, ConditionChecks conditions,
      List<Reason> others) {
    CompetenceProfile profile = pairs.profile(pair);
    Vacancy vacancy = pairs.vacancy(pair);
    double[] features = numbers.features(at);
    Contributions contributions = numbers.contributions.get(at);
    List<Reason> reasons = pairs.reasons(pair, vacancy, ofGroups(contributions));
    reasons.addAll(others);
    reasons.sort(
        Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.contribution())));
    Knowledge knowledge = new Knowledge(profile, vacancy, features, numbers.sides, at);
    SideScore fitness = side(Side.CAN_DO, limits.canDo(), numbers.sides, at, knowledge);
    SideScore interest = side(Side.WANTS_TO, limits.wantsTo(), numbers.sides, at, knowledge);
    RegulatedProfession regulated = RegulatedProfession.of(vacancy, taxonomy).orElse(null);
    double score = contributions.score();
    for (Reason other : others) {
      score += other.contribution();
    }
    return new Match(profile.id(), vacancy, score, contributions.base(), fitness, interest,
        score - fitness.summand() - interest.summand(), trees.split(), reasons,
        shares(features, contributions),
        conditions.all(profile, pairs.row(), features, regulated != null), regulated,
        knowledge.questions());
  }

  private static SideScore side(Side side, double limit, Sides sides, int pair,
      Knowledge knowledge) {
    Coverage coverage = knowledge.coverage(side);
    boolean isAbstained = coverage.share() < limit || (limit > 0 && !hasWish(side, coverage));
    return new SideScore(isAbstained ? null : sides.value(side, pair), sides.base(side),
        coverage);
  }

  /// Whether anything that the person wishes is known, where the side is about wishes. Where somebody lives
  /// is no wish.
  private static boolean hasWish(Side side, Coverage coverage) {
    return side != Side.WANTS_TO
        || coverage.known().stream().anyMatch(topic -> topic != Topic.PLACE);
  }

  private static double[] ofGroups(Contributions contributions) {
    double[] ofGroup = new double[Feature.Group.values().length];
    for (Feature feature : FEATURES) {
      ofGroup[feature.group().ordinal()] += contributions.value(feature.ordinal());
    }
    return ofGroup;
  }

  private static List<FeatureShare> shares(double[] features, Contributions contributions) {
    List<FeatureShare> shares = new ArrayList<>();
    for (Feature feature : FEATURES) {
      double value = features[feature.ordinal()];
      shares.add(new FeatureShare(feature, Double.isNaN(value) ? null : value,
          contributions.value(feature.ordinal())));
    }
    return shares;
  }
}
