package org.metier.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.HeldOccupation;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;

/// What advice needs of a profile. Immutable.
///
/// @param skills competences by their number in the taxonomy; what the taxonomy does not know is left out
/// @param held numbers of occupations held, latest first, each once
/// @param wished numbers of occupations wished for
record PersonSkills(Map<Integer, Competence> skills, List<Integer> held, List<Integer> wished) {
  /// What an implied skill counts beside a stated one.
  private static final double IMPLIED_SHARE = 0.5;

  static PersonSkills of(CompetenceProfile profile, Taxonomy taxonomy) {
    Map<Integer, Competence> skills = new TreeMap<>();
    for (Competence competence : profile.competences()) {
      OptionalInt found = taxonomy.find(competence.uri());
      if (found.isPresent() && taxonomy.kind(found.getAsInt()) == ConceptKind.SKILL) {
        skills.merge(found.getAsInt(), competence,
            (a, b) -> b.origin().compareTo(a.origin()) < 0 ? b : a);
      }
    }
    Set<Integer> held = new LinkedHashSet<>();
    for (HeldOccupation job : profile.occupations()) {
      if (job.uri() != null) {
        taxonomy.find(job.uri()).ifPresent(held::add);
      }
    }
    List<Integer> wished = new ArrayList<>();
    profile.wishes().occupations().forEach(uri -> taxonomy.find(uri).ifPresent(wished::add));
    return new PersonSkills(skills, List.copyOf(held), wished);
  }

  /// Whether the profile shows or implies a skill.
  boolean has(int skill) {
    return skills.containsKey(skill);
  }

  boolean isImplied(int skill) {
    Competence competence = skills.get(skill);
    return competence != null && competence.origin() == Competence.Origin.IMPLIED;
  }

  boolean isAnyShown() {
    return skills.keySet().stream().anyMatch(skill -> !isImplied(skill));
  }

  /// 1 for what is shown, 0.5 for what is implied, 0 for the rest.
  double share(int skill) {
    return !has(skill) ? 0 : isImplied(skill) ? IMPLIED_SHARE : 1;
  }

  /// URIs of the occupations held to which a skill is essential, latest first.
  List<String> implyingOccupations(int skill, Taxonomy taxonomy) {
    return held.stream()
        .filter(occupation -> Arrays.stream(taxonomy.essentialSkills(occupation))
            .anyMatch(s -> s == skill))
        .map(taxonomy::uri)
        .toList();
  }
}
