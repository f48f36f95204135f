package org.metier.benchmarks.vacancies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.metier.profile.Competence;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.HeldOccupation;
import org.metier.profile.Wishes;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// Made profiles: somebody who worked in an ISCO-08 unit group, wants to again, and says no more.
///
/// Nothing in them comes from the advertisements.
final class GroupProfiles {
  private static final int MOST_SKILLS = 30;

  private final Taxonomy taxonomy;
  private final Language language;
  private final Map<String, List<Integer>> occupations = new TreeMap<>();

  /// @param language of job titles
  GroupProfiles(Taxonomy taxonomy, Language language) {
    this.taxonomy = taxonomy;
    this.language = language;
    for (int occupation : taxonomy.concepts(ConceptKind.OCCUPATION)) {
      String code = taxonomy.code(occupation);
      if (code.length() >= 4) {
        occupations.computeIfAbsent(code.substring(0, 4), c -> new ArrayList<>()).add(occupation);
      }
    }
  }

  /// Somebody who was and wants to be what a unit group is, with the skills that most of its occupations
  /// need.
  ///
  /// @param group the group's concept
  CompetenceProfile of(int group) {
    String uri = taxonomy.uri(group);
    return CompetenceProfile.builder("group-" + taxonomy.code(group))
        .language(language)
        .occupations(
            List.of(new HeldOccupation(taxonomy.label(group, language), uri, 1, null, List.of())))
        .competences(skills(taxonomy.code(group)).stream()
            .map(skill -> Competence.of(taxonomy.uri(skill), Competence.Origin.CONFIRMED, 1,
                List.of()))
            .toList())
        .wishes(Wishes.builder().occupations(Set.of(uri)).build())
        .build();
  }

  /// What the profile says, as the query of a search engine: names of the group and its occupations. Names of
  /// its skills are left out.
  String text(int group) {
    List<String> words = new ArrayList<>();
    words.add(taxonomy.label(group, language));
    occupations.getOrDefault(taxonomy.code(group), List.of())
        .forEach(occupation -> words.add(taxonomy.label(occupation, language)));
    return String.join(" . ", words);
  }

  private List<Integer> skills(String code) {
    Map<Integer, Integer> needed = new TreeMap<>();
    for (int occupation : occupations.getOrDefault(code, List.of())) {
      for (int skill : taxonomy.essentialSkills(occupation)) {
        needed.merge(skill, 1, Integer::sum);
      }
    }
    return needed.entrySet()
        .stream()
        .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_SKILLS)
        .map(Map.Entry::getKey)
        .toList();
  }
}
