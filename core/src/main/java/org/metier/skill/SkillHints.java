package org.metier.skill;

import java.util.List;
import java.util.Set;
import org.metier.text.Span;

/// What a caller knows of a text before it is read for skills.
///
/// @param lists parts of the text that list skills, such as the section "Skills" of a CV: what stands there is more
///     likely meant as a skill, and English labels count there in every language, because tools and methods go by
///     English names
/// @param related skills to be expected, such as those of the person's occupations: a word that is only a by-name of a
///     skill, such as "sound" for acoustics, is believed for these alone
public record SkillHints(List<Span> lists, Set<Integer> related) {
  /// Nothing is known.
  public static final SkillHints NONE = new SkillHints(List.of(), Set.of());

  public SkillHints {
    lists = List.copyOf(lists);
    related = Set.copyOf(related);
  }

  boolean isListed(Span span) {
    return lists.stream().anyMatch(span::overlaps);
  }
}
