package org.metier.potential;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What is told to a person and their counsellor: the chance in bands or why there is none, what holds the person back
/// that can be changed, what speaks for them, what would be good to know, and the market. Holds no number that a person
/// should not be told. Immutable.
///
/// Whoever is told a chance must be able to see what it rests on, also what nobody can change: so what else takes away from
/// the score is told as a circumstance, and weighs as much as it does.
///
/// A hindrance is a changeable feature that takes away from the score, against the mean person of the training, and whose
/// sentence is true of what the person said; it says what tells people without work apart, not that changing it will
/// change the chance by as much. Where too little is known for a chance, or it would be too uncertain, these
/// are told all the same, of what is known; on other abstentions none are.
///
/// @param assessment in bands
/// @param hindrances changeable features that hold the person back, the heaviest first
/// @param circumstances other features that take away from the score, with what is known of them, the heaviest first
/// @param strengths features that speak for the person, with what is known of them, the strongest first
/// @param ask features that are not known and that the person can tell, those first that matter most
/// @param lookUp features that are not known and come from records, those first that matter most
/// @param uncertainty what the interval behind the bands covers
/// @param market null where nobody looked
public record Diagnosis(Assessment assessment, List<Field> hindrances,
    List<Known> circumstances, List<Known> strengths, List<Field> ask, List<Field> lookUp,
    Covered uncertainty, @Nullable MarketDistance market) {
  private static final int MOST = 5;
  /// What takes away or adds less than this on the scale of the score is not worth mentioning: with either link it moves
  /// a chance by less than a percentage point or two.
  private static final double LEAST = 0.03;

  /// What an interval is about.
  public enum Covered {
    /// How sure the score of this person is.
    THE_PERSON,
    /// How sure the chance of all who have the same score is, and so less than how sure that of one of them is: models with
    /// trees say no more.
    ALL_WITH_THE_SCORE
  }

  /// A feature of which something is known.
  ///
  /// @param value as a form or a table says it
  public record Known(Field field, String value) {}

  public Diagnosis {
    hindrances = List.copyOf(hindrances);
    circumstances = List.copyOf(circumstances);
    strengths = List.copyOf(strengths);
    ask = List.copyOf(ask);
    lookUp = List.copyOf(lookUp);
  }

  /// Assesses and diagnoses a person.
  ///
  /// @param market null where nobody looked
  /// @throws PotentialException if the facts are of another specification
  public static Diagnosis of(Scorer scorer, Facts facts, @Nullable MarketDistance market) {
    Assessment assessment = scorer.assess(facts);
    List<Contribution> contributions = switch (assessment) {
      case Assessment.Scored scored -> scored.score().contributions();
      case Assessment.Abstained abstained ->
        abstained.reasons().stream().allMatch(Abstention::leavesContributions)
            ? scorer.score(facts).contributions()
            : List.of();
    };
    Covered covered = switch (scorer.model().uncertainty()) {
      case Uncertainty.Refits _ -> Covered.THE_PERSON;
      case Uncertainty.Levels _ -> Covered.ALL_WITH_THE_SCORE;
    };
    return new Diagnosis(assessment, hindrances(facts, contributions),
        circumstances(facts, contributions), strengths(facts, contributions),
        unknown(scorer, facts, f -> f.question() != null),
        unknown(scorer, facts, f -> f.question() == null), covered, market);
  }

  private static List<Field> unknown(Scorer scorer, Facts facts, Predicate<Field> isMeant) {
    Specification specification = scorer.specification();
    return scorer.unknown(facts)
        .stream()
        .map(name -> specification.features().get(specification.featureNumber(name)))
        .filter(isMeant)
        .limit(MOST)
        .toList();
  }

  private static List<Field> hindrances(Facts facts, List<Contribution> contributions) {
    return moved(contributions, -1).stream()
        .map(c -> facts.specification().featureNumber(c.field()))
        .filter(f -> isHindered(facts, f))
        .map(facts.specification().features()::get)
        .limit(MOST)
        .toList();
  }

  private static List<Known> circumstances(Facts facts, List<Contribution> contributions) {
    return moved(contributions, -1).stream()
        .map(c -> facts.specification().featureNumber(c.field()))
        .filter(f -> !isHindered(facts, f))
        .map(f -> known(facts, f))
        .limit(MOST)
        .toList();
  }

  /// What adds to a score although it is said to hinder is told as neither.
  private static List<Known> strengths(Facts facts, List<Contribution> contributions) {
    return moved(contributions, 1).stream()
        .map(c -> facts.specification().featureNumber(c.field()))
        .filter(f -> !isHindered(facts, f) || hindersAlways(facts, f))
        .map(f -> known(facts, f))
        .limit(MOST)
        .toList();
  }

  private static Known known(Facts facts, int feature) {
    Field field = facts.specification().features().get(feature);
    return new Known(field, field.text(facts.value(feature)));
  }

  /// Whether the sentence of a changeable feature is true of what is known.
  private static boolean isHindered(Facts facts, int feature) {
    Field field = facts.specification().features().get(feature);
    Changeable changeable = field.changeable();
    return changeable != null && changeable.isTrueOf(field, facts.value(feature));
  }

  private static boolean hindersAlways(Facts facts, int feature) {
    Changeable changeable = facts.specification().features().get(feature).changeable();
    return changeable != null && changeable.when() == null;
  }

  /// Known features that moved the score in a direction, the largest first.
  private static List<Contribution> moved(List<Contribution> contributions, int direction) {
    List<Contribution> moved = new ArrayList<>(contributions);
    moved.removeIf(c -> !c.isKnown() || !(direction * c.value() >= LEAST));
    moved.sort(Comparator.comparingDouble((Contribution c) -> -direction * c.value()));
    return moved;
  }
}
