package org.metier.profiling;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metier.link.OccupationLink;
import org.metier.taxonomy.Taxonomy;

/// What is said about a job beside its title, to choose between the occupations that the title may mean: a
/// "manager" who plans menus is another one than one who plans routes. Immutable.
///
/// An occupation's chance by its title is multiplied by `exp(STRENGTH * s)`, where `s` is the share, by
/// rarity, of the named skills that the occupation uses (one that is optional counts half), and the chances
/// are brought to the sum they had.
///
/// @param skills those named, with their rarity
record WorkContext(@Nullable Taxonomy taxonomy, Map<Integer, Double> skills) {
  static final WorkContext NONE = new WorkContext(null, Map.of());

  private static final double STRENGTH = 8;
  /// Of few skills no share tells much: so much rarity is added to the whole.
  private static final double SMOOTHING = 10;
  private static final double OPTIONAL = 0.5;

  boolean isEmpty() {
    return skills.isEmpty();
  }

  /// The link that is likeliest given the context, with its chance.
  ///
  /// @param links not empty, by their chance from the title alone
  OccupationLink likeliest(List<OccupationLink> links) {
    double total = 0;
    double weighted = 0;
    double[] chances = new double[links.size()];
    for (int i = 0; i < chances.length; i++) {
      double chance = links.get(i).confidence();
      chances[i] = chance * StrictMath.exp(STRENGTH * share(links.get(i).concept()));
      total += chance;
      weighted += chances[i];
    }
    int best = 0;
    for (int i = 1; i < chances.length; i++) {
      best = chances[i] > chances[best] ? i : best;
    }
    OccupationLink link = links.get(best);
    double chance = weighted > 0 ? chances[best] * total / weighted : link.confidence();
    return new OccupationLink(link.concept(), Math.min(1, chance), link.label());
  }

  private double share(int occupation) {
    Taxonomy known = taxonomy;
    if (known == null) {
      return 0;
    }
    double all = SMOOTHING;
    for (double rarity : skills.values()) {
      all += rarity;
    }
    double shared = 0;
    for (int skill : known.essentialSkills(occupation)) {
      shared += skills.getOrDefault(skill, 0.0);
    }
    for (int skill : known.optionalSkills(occupation)) {
      shared += OPTIONAL * skills.getOrDefault(skill, 0.0);
    }
    return shared / all;
  }
}
