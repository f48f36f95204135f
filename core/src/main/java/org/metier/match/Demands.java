package org.metier.match;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.vacancy.SkillDemand;
import org.metier.vacancy.Vacancy;
import org.metier.work.Importance;

/// The skills that a vacancy asks for, each once, heaviest first. Immutable.
///
/// What the text requires, or names without saying how it counts, is essential; what it desires is
/// optional. The essential and optional skills of the vacancy's first occupation come on top, at a
/// quarter of the weight; where the text names no skill at all, they stand in for what it asks.
///
/// @param essential skills that the vacancy cannot do without
/// @param optional skills that help
record Demands(List<Demand> essential, List<Demand> optional) {
  /// What a skill weighs, before its rarity, that the text names without saying how it counts.
  private static final double MENTIONED = 0.6;

  /// What a skill weighs that only the occupation asks for, where the text has skills of its own.
  private static final double IMPLIED = 0.25;

  /// A skill asked for.
  ///
  /// @param weight importance times rarity, above 0
  /// @param evidence null when only the occupation asks for it
  /// @param isAsked whether it counts as asked: by the text, or where the text names no skill at all
  ///     by the occupation
  record Demand(int skill, String uri, double weight, @Nullable Evidence evidence,
      boolean isAsked) {}

  static Demands of(Vacancy vacancy, List<VacancyView.Code> codes, Taxonomy taxonomy) {
    Map<Integer, Demand> essential = new LinkedHashMap<>();
    Map<Integer, Demand> optional = new LinkedHashMap<>();
    for (SkillDemand demand : vacancy.skills()) {
      OptionalInt found = taxonomy.find(demand.uri());
      if (found.isPresent() && taxonomy.kind(found.getAsInt()) == ConceptKind.SKILL) {
        int skill = found.getAsInt();
        double importance = demand.importance() == Importance.MENTIONED ? MENTIONED : 1;
        (demand.importance() == Importance.DESIRED ? optional : essential).putIfAbsent(skill,
            new Demand(skill, demand.uri(), importance * taxonomy.rarity(skill),
                demand.evidence(), true));
      }
    }
    optional.keySet().removeAll(essential.keySet());
    boolean standsIn = essential.isEmpty() && optional.isEmpty();
    if (!codes.isEmpty()) {
      VacancyView.Code code = codes.getFirst();
      double importance = (standsIn ? 1 : IMPLIED) * code.code().confidence();
      for (int skill : taxonomy.essentialSkills(code.occupation())) {
        if (importance > 0 && !optional.containsKey(skill)) {
          essential.putIfAbsent(skill, new Demand(skill, taxonomy.uri(skill),
              importance * taxonomy.rarity(skill), null, standsIn));
        }
      }
      for (int skill : taxonomy.optionalSkills(code.occupation())) {
        if (importance > 0 && !essential.containsKey(skill)) {
          optional.putIfAbsent(skill, new Demand(skill, taxonomy.uri(skill),
              importance * taxonomy.rarity(skill), null, standsIn));
        }
      }
    }
    return new Demands(heaviestFirst(essential), heaviestFirst(optional));
  }

  private static List<Demand> heaviestFirst(Map<Integer, Demand> demands) {
    return demands.values()
        .stream()
        .sorted(Comparator.comparingDouble(Demand::weight)
            .reversed()
            .thenComparing(Demand::uri))
        .toList();
  }

  /// Whether the text itself names a skill.
  boolean isStated() {
    return essential.stream().anyMatch(d -> d.evidence() != null)
        || optional.stream().anyMatch(d -> d.evidence() != null);
  }
}
