package org.metier.training.potential;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.metier.potential.PotentialModel;
import org.metier.potential.Scorer;

/// How good a model is on other data than it was trained on, such as a later year.
///
/// @param all over everybody
/// @param byGroup by protected group, where enough outcomes are known
/// @param predictions behind it
public record ModelCheck(Quality all, Map<String, Quality> byGroup, Predictions predictions) {

  /// @param table of spells the model has not seen
  /// @throws org.metier.potential.PotentialException if the model is of another specification
  public static ModelCheck of(PotentialModel model, SpellTable table, Groups groups, long seed) {
    Spells spells = table.spells();
    Scorer scorer = Scorer.of(model, spells.specification());
    int[] people = IntStream.range(0, spells.size()).toArray();
    double[] values = new double[spells.features()];
    double[] chances = new double[people.length];
    for (int person : people) {
      chances[person] = scorer.chance(spells.values(person, values));
    }
    HorizonOutcomes outcomes = HorizonOutcomes.of(spells, people, people);
    @Nullable
    Boolean[] known = new Boolean[people.length];
    for (int i = 0; i < known.length; i++) {
      known[i] = outcomes.weight[i] > 0 ? (Boolean) outcomes.isPositive[i] : null;
    }
    return new ModelCheck(Forecasts.of(chances, outcomes, people).quality(seed),
        new LinkedHashMap<>(Forecasts.byGroup(chances, outcomes, groups, seed)),
        new Predictions(table.lines(), chances, known, outcomes.weight.clone()));
  }
}
