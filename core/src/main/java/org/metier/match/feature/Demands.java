package org.metier.match.feature;

import org.metier.match.internal.VacancyRow;
import org.metier.taxonomy.Taxonomy;
import org.metier.work.Importance;

/// The skills that a vacancy asks for, each once, heaviest first. Filled anew for each vacancy. Not
/// thread-safe.
///
/// What the text requires, or names without saying how it counts, is essential; what it desires is
/// optional. The essential and optional skills of the vacancy's first occupation come on top, at a
/// quarter of the weight; where the text names no skill at all, they stand in for what it asks.
final class Demands {
  /// What a skill weighs, before its rarity, that the text names without saying how it counts.
  private static final double MENTIONED = 0.6;

  /// What a skill weighs that only the occupation asks for, where the text has skills of its own.
  private static final double IMPLIED = 0.25;

  private static final OccupationSkills.Sorted NONE = new OccupationSkills.Sorted(new int[0],
      new double[0]);
  private static final OccupationSkills.Both NOTHING = new OccupationSkills.Both(NONE, NONE);

  private final Taxonomy taxonomy;
  private final OccupationSkills occupationSkills;
  private final DemandList statedEssential = new DemandList();
  private final DemandList statedOptional = new DemandList();
  private final DemandList essential = new DemandList();
  private final DemandList optional = new DemandList();
  /// A bit for each concept that the text names; all are cleared again after each vacancy.
  private final long[] isStated;

  Demands(Taxonomy taxonomy, OccupationSkills occupationSkills) {
    this.taxonomy = taxonomy;
    this.occupationSkills = occupationSkills;
    isStated = new long[(taxonomy.size() + Long.SIZE - 1) / Long.SIZE];
  }

  /// What one skill that an occupation needs weighs on average.
  double usualWeight() {
    return occupationSkills.usualRarity();
  }

  /// Skills that the vacancy at hand cannot do without.
  DemandList essential() {
    return essential;
  }

  /// Skills that help.
  DemandList optional() {
    return optional;
  }

  /// Whether the text itself names a skill.
  boolean isStated() {
    return statedEssential.size() + statedOptional.size() > 0;
  }

  void read(VacancyRow vacancy) {
    readStated(vacancy);
    essential.clear();
    optional.clear();
    double importance = vacancy.codeCount() == 0
        ? 0
        : (isStated() ? IMPLIED : 1) * vacancy.codeConfidence(0);
    OccupationSkills.Both implied = importance > 0
        ? occupationSkills.of(vacancy.code(0))
        : NOTHING;
    merge(statedEssential, implied.essential(), importance, essential);
    merge(statedOptional, implied.optional(), importance, optional);
    for (int i = 0; i < vacancy.skillCount(); i++) {
      isStated[vacancy.skill(i) >> 6] = 0;
    }
  }

  private void readStated(VacancyRow vacancy) {
    statedEssential.clear();
    statedOptional.clear();
    for (int i = 0; i < vacancy.skillCount(); i++) {
      int skill = vacancy.skill(i);
      isStated[skill >> 6] |= 1L << skill;
      Importance importance = vacancy.importance(i);
      double share = importance == Importance.MENTIONED ? MENTIONED : 1;
      (importance == Importance.DESIRED ? statedOptional : statedEssential).insert(skill,
          share * taxonomy.rarity(skill), i);
    }
  }

  /// Merges what the text names with what the occupation has and the text names nowhere. An occupation has no
  /// skill twice.
  private void merge(DemandList stated, OccupationSkills.Sorted implied, double importance,
      DemandList merged) {
    boolean standsIn = !isStated();
    int[] skills = implied.skills();
    double[] rarities = implied.rarities();
    int next = 0;
    for (int i = 0; i < skills.length; i++) {
      int skill = skills[i];
      if ((isStated[skill >> 6] & 1L << skill) != 0) {
        continue;
      }
      double weight = importance * rarities[i];
      while (next < stated.size() && stated.isBefore(next, skill, weight)) {
        merged.add(stated, next++);
      }
      merged.add(skill, weight, standsIn, DemandList.NOWHERE);
    }
    while (next < stated.size()) {
      merged.add(stated, next++);
    }
  }
}
