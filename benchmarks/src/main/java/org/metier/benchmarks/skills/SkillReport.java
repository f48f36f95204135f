package org.metier.benchmarks.skills;

import java.util.List;
import java.util.Map;

/// What an evaluation of skill linking found.
///
/// @param taxonomy id of the taxonomy
/// @param skills how many there are to choose from
/// @param mentions with a right skill in the taxonomy
/// @param absent mentions without one
/// @param sentences that have a mention with a right skill
/// @param underspecified spans left out because nobody can tell what they mean
/// @param misplaced spans left out because they do not stand in their sentence
/// @param unknownLabels rows left out, by the label that the taxonomy does not have
/// @param sections a table for each measure
record SkillReport(String taxonomy, int skills, int mentions, int absent, int sentences,
    int underspecified, int misplaced, Map<String, Integer> unknownLabels,
    List<Section> sections) {
  SkillReport {
    unknownLabels = Map.copyOf(unknownLabels);
    sections = List.copyOf(sections);
  }

  /// @throws IllegalArgumentException if there is none of this name
  Section section(String name) {
    return sections.stream()
        .filter(section -> section.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no section is called " + name));
  }
}
