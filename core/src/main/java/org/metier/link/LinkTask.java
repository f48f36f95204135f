package org.metier.link;

import java.util.List;
import org.metier.home.LearnedPart;

/// What a model of a linker is for.
public enum LinkTask {
  /// Job titles, linked to occupations and ISCO groups by an [OccupationLinker].
  TITLES("titles", LinkFeature.WRITING.ordinal(), LinkFeature.TITLE_WORDS_COVERED.ordinal()),
  /// Mentions of skills, linked to skills by a [SkillLinker].
  SKILLS("skills", SkillFeature.WORDS.ordinal(), SkillFeature.MENTION_COVERED_SAME.ordinal());

  private final String kind;
  private final int writing;
  private final int covered;

  LinkTask(String kind, int writing, int covered) {
    this.kind = kind;
    this.writing = writing;
    this.covered = covered;
  }

  /// As a model file and the command line name it.
  public String kind() {
    return kind;
  }

  /// Whose model it is in a home.
  public LearnedPart part() {
    return switch (this) {
      case TITLES -> LearnedPart.TITLES;
      case SKILLS -> LearnedPart.SKILLS;
    };
  }

  /// What a ranker looks at, by name and in order.
  public List<String> features() {
    return switch (this) {
      case TITLES -> LinkFeature.names();
      case SKILLS -> SkillFeature.names();
    };
  }

  /// What the logarithm of the odds is a weighted sum of.
  ///
  /// @param score the ranker's
  /// @param lead over the best other candidate, negative behind the first
  /// @param row features of the candidate
  public double[] confidenceInputs(double score, double lead, double[] row) {
    return LinkConfidence.inputs(score, lead, row[writing], row[covered]);
  }
}
