package org.metier.feed;

import org.metier.work.Importance;

/// A skill in the source's own words, not yet looked up in a taxonomy.
///
/// @param field the source's name of the field
/// @param text never blank
public record SkillText(String field, String text, Importance importance) {
  public SkillText {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a skill in " + field + " is blank");
    }
  }
}
