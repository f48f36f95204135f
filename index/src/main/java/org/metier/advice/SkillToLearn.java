package org.metier.advice;

import org.jspecify.annotations.Nullable;

/// A skill that the profile does not show, and what learning it would change, counted in the index. The
/// vacancies are those of [Counts].
///
/// @param uri of the skill in the taxonomy
/// @param need how much it counts for the target; null when the target does not ask for it
/// @param isUsual whether the target asks for it, or the taxonomy ties it to an occupation of the person's line
///     of work: to one of [Counts#inLine], or another one of its ISCO-08 unit group. What is not usual may have
///     been misread in the advertisements
/// @param opens vacancies in line for which it is the only skill asked for that the profile lacks
/// @param decides vacancies in line that lack more than it, but for which its rarity
///     ([org.metier.taxonomy.Taxonomy#rarity]) is greater than that of all the others lacking together
/// @param askedByWanted vacancies of the wanted occupation that ask for it
/// @param askedInLine vacancies in line that ask for it
public record SkillToLearn(String uri, @Nullable Need need, boolean isUsual, int opens,
    int decides, int askedByWanted, int askedInLine) {
  public SkillToLearn {
    if (need != null && !isUsual) {
      throw new IllegalArgumentException(uri + " is asked for by the target, and so usual");
    }
    if (opens + decides > askedInLine) {
      throw new IllegalArgumentException(uri + " cannot open " + opens + " and decide " + decides
          + " of the " + askedInLine + " vacancies that ask for it");
    }
  }
}
