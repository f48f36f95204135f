package org.metier.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.metier.profile.Competence;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.SkillDemand;
import org.metier.vacancy.Vacancy;

/// What a target needs and welcomes. Immutable.
///
/// @param wanted URI of the wanted occupation or group, or of the likeliest one of the vacancy; null when the
///     taxonomy knows none
/// @param demands by the number of the skill
record TargetSkills(@Nullable String wanted, Map<Integer, Demand> demands) {
  TargetSkills {
    demands = Map.copyOf(demands);
  }

  /// A skill that the target needs or welcomes.
  ///
  /// @param evidence where the vacancy says so; null when the taxonomy does
  record Demand(int skill, String uri, Need need, double rarity, @Nullable Evidence evidence) {}

  static TargetSkills of(Target target, Taxonomy taxonomy) {
    return switch (target) {
      case Target.WantedOccupation wanted -> ofOccupation(wanted.uri(), taxonomy);
      case Target.WantedVacancy wanted -> ofVacancy(wanted.vacancy(), taxonomy);
    };
  }

  private static TargetSkills ofOccupation(String uri, Taxonomy taxonomy) {
    OptionalInt found = taxonomy.find(uri);
    if (found.isEmpty() || taxonomy.kind(found.getAsInt()) != ConceptKind.OCCUPATION) {
      throw new IllegalArgumentException(
          "the wanted occupation must be the URI of an occupation in the taxonomy, was " + uri);
    }
    return new TargetSkills(uri, ofTaxonomy(found.getAsInt(), taxonomy));
  }

  private static TargetSkills ofVacancy(Vacancy vacancy, Taxonomy taxonomy) {
    Map<Integer, Demand> demands = new LinkedHashMap<>();
    for (SkillDemand demand : vacancy.skills()) {
      OptionalInt found = taxonomy.find(demand.uri());
      if (found.isPresent() && taxonomy.kind(found.getAsInt()) == ConceptKind.SKILL) {
        int skill = found.getAsInt();
        demands.merge(skill, new Demand(skill, demand.uri(), Need.of(demand.importance()),
            taxonomy.rarity(skill), demand.evidence()),
            (a, b) -> b.need().compareTo(a.need()) < 0 ? b : a);
      }
    }
    String wanted = vacancy.occupations()
        .stream()
        .map(OccupationCode::uri)
        .filter(uri -> taxonomy.find(uri).isPresent())
        .findFirst()
        .orElse(null);
    if (demands.isEmpty() && wanted != null) {
      demands = ofTaxonomy(taxonomy.find(wanted).orElseThrow(), taxonomy);
    }
    return new TargetSkills(wanted, demands);
  }

  private static Map<Integer, Demand> ofTaxonomy(int occupation, Taxonomy taxonomy) {
    Map<Integer, Demand> demands = new LinkedHashMap<>();
    for (int skill : taxonomy.essentialSkills(occupation)) {
      demands.put(skill, demand(skill, Need.ESSENTIAL, taxonomy));
    }
    for (int skill : taxonomy.optionalSkills(occupation)) {
      demands.put(skill, demand(skill, Need.OPTIONAL, taxonomy));
    }
    return demands;
  }

  private static Demand demand(int skill, Need need, Taxonomy taxonomy) {
    return new Demand(skill, taxonomy.uri(skill), need, taxonomy.rarity(skill), null);
  }

  @Nullable
  Need need(int skill) {
    Demand demand = demands.get(skill);
    return demand == null ? null : demand.need();
  }

  /// Parts what is asked into what is shown, implied and missing. What is needed comes before what is
  /// welcome; then what more vacancies ask for, what is needed more, what is rarer, and the URI decide.
  ///
  /// @param asked by how many vacancies in line, by the number of the skill
  Gap gap(PersonSkills person, ToIntFunction<Integer> asked, Taxonomy taxonomy) {
    List<Gap.Shown> shown = new ArrayList<>();
    List<Gap.Implied> implied = new ArrayList<>();
    List<Gap.Missing> missing = new ArrayList<>();
    for (Demand demand : ordered(asked)) {
      int count = asked.applyAsInt(demand.skill());
      if (!person.has(demand.skill())) {
        missing.add(new Gap.Missing(demand.uri(), demand.need(), demand.evidence(), count));
      } else if (person.isImplied(demand.skill())) {
        implied.add(new Gap.Implied(demand.uri(), demand.need(),
            person.implyingOccupations(demand.skill(), taxonomy), demand.evidence(), count));
      } else {
        Competence had = Objects.requireNonNull(person.skills().get(demand.skill()));
        shown.add(new Gap.Shown(demand.uri(), demand.need(), had.origin(), had.evidence(),
            demand.evidence()));
      }
    }
    return new Gap(shown, implied, missing);
  }

  private List<Demand> ordered(ToIntFunction<Integer> asked) {
    Function<Demand, Integer> count = demand -> -asked.applyAsInt(demand.skill());
    return demands.values()
        .stream()
        .sorted(Comparator.<Demand, Boolean>comparing(demand -> !demand.need().isNeeded())
            .thenComparing(count)
            .thenComparing(Demand::need)
            .thenComparing(Comparator.comparingDouble(Demand::rarity).reversed())
            .thenComparing(Demand::uri))
        .toList();
  }
}
