package org.metier.match;

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

  private final Taxonomy taxonomy;
  private final OccupationSkills occupationSkills;
  private final DemandList statedEssential = new DemandList();
  private final DemandList statedOptional = new DemandList();
  private final DemandList essential = new DemandList();
  private final DemandList optional = new DemandList();

  Demands(Taxonomy taxonomy, OccupationSkills occupationSkills) {
    this.taxonomy = taxonomy;
    this.occupationSkills = occupationSkills;
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
    double importance = 0;
    OccupationSkills.Sorted implied = null;
    if (vacancy.codeCount() > 0) {
      importance = (isStated() ? IMPLIED : 1) * vacancy.codeConfidence();
      implied = importance > 0 ? occupationSkills.of(vacancy.code(0)) : null;
    }
    if (implied == null) {
      implied = NOTHING;
    }
    merge(statedEssential, implied.essential(), importance, statedOptional, essential);
    merge(statedOptional, implied.optional(), importance, statedEssential, optional);
  }

  private static final OccupationSkills.Sorted NOTHING = new OccupationSkills.Sorted(new int[0],
      new int[0]);

  private void readStated(VacancyRow vacancy) {
    statedEssential.clear();
    statedOptional.clear();
    for (int i = 0; i < vacancy.skillCount(); i++) {
      int skill = vacancy.skill(i);
      Importance importance = vacancy.importance(i);
      double share = importance == Importance.MENTIONED ? MENTIONED : 1;
      (importance == Importance.DESIRED ? statedOptional : statedEssential).insert(skill,
          share * taxonomy.rarity(skill), i);
    }
  }

  /// @param implied rarest first
  /// @param others whose skills are left out; an occupation has no skill twice
  private void merge(DemandList stated, int[] implied, double importance, DemandList others,
      DemandList merged) {
    boolean standsIn = !isStated();
    int next = 0;
    for (int skill : implied) {
      if (stated.has(skill) || others.has(skill)) {
        continue;
      }
      double weight = importance * taxonomy.rarity(skill);
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
