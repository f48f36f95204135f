package org.metier.potential;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is told to a person and their counsellor: the chance in bands or why there is none, what holds the person back
/// that can be changed, what speaks for them, what would be good to know, and the market. Holds no number that a person
/// should not be told. Immutable.
///
/// A hindrance is a changeable feature that takes away from the score, against the mean person of the training; it says
/// what tells people without work apart, not that changing it will change the chance by as much.
///
/// @param assessment in bands
/// @param hindrances changeable features that hold the person back, the heaviest first
/// @param strengths features that speak for the person, the strongest first
/// @param ask features that are not known, those first that matter most
/// @param market null where nobody looked
public record Diagnosis(Assessment assessment, List<Field> hindrances, List<Field> strengths,
    List<Field> ask, @Nullable MarketDistance market) {
  private static final int MOST = 5;
  /// What takes away less than this from a score on the scale of log-odds is not worth mentioning.
  private static final double LEAST = 0.03;

  public Diagnosis {
    hindrances = List.copyOf(hindrances);
    strengths = List.copyOf(strengths);
    ask = List.copyOf(ask);
  }

  /// Assesses and diagnoses a person.
  ///
  /// @param market null where nobody looked
  /// @throws PotentialException if the facts are of another specification
  public static Diagnosis of(Scorer scorer, Facts facts, @Nullable MarketDistance market) {
    Assessment assessment = scorer.assess(facts);
    Specification specification = scorer.specification();
    List<Field> ask = scorer.unknown(facts)
        .stream()
        .map(name -> specification.features().get(specification.featureNumber(name)))
        .limit(MOST)
        .toList();
    return switch (assessment) {
      case Assessment.Abstained abstained ->
        new Diagnosis(abstained, List.of(), List.of(), ask, market);
      case Assessment.Scored scored -> new Diagnosis(scored,
          moved(specification, scored.score(), -1)
              .stream()
              .filter(f -> f.changeable() != null)
              .limit(MOST)
              .toList(),
          moved(specification, scored.score(), 1).stream().limit(MOST).toList(), ask, market);
    };
  }

  /// Known features that moved the score in a direction, the largest first.
  private static List<Field> moved(Specification specification, Score score, int direction) {
    List<Contribution> moved = new ArrayList<>(score.contributions());
    moved.removeIf(c -> !c.isKnown() || !(direction * c.value() >= LEAST));
    moved.sort(Comparator.comparingDouble((Contribution c) -> -direction * c.value()));
    return moved.stream()
        .map(c -> specification.features().get(specification.featureNumber(c.field())))
        .toList();
  }
}
