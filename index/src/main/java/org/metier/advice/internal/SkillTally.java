package org.metier.advice.internal;

/// How many vacancies ask for a skill, see [org.metier.advice.SkillToLearn].
public record SkillTally(int opens, int decides, int askedByWanted, int askedInLine) {
  public static final SkillTally NONE = new SkillTally(0, 0, 0, 0);

  SkillTally plus(SkillTally other) {
    return new SkillTally(opens + other.opens, decides + other.decides,
        askedByWanted + other.askedByWanted, askedInLine + other.askedInLine);
  }
}
