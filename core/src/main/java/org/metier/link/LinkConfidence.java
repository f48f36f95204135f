package org.metier.link;

import java.util.List;

/// How the score of a candidate becomes the chance that it is what a text means: the logistic function of a
/// weighted sum.
///
/// @param offset added to the sum
/// @param score weight of the ranker's score
/// @param lead weight of its lead over the best other candidate, negative behind the first; leads of more
///     than [#MOST_LEAD] count as that
/// @param writing weight of [LinkFeature#WRITING], of skills [SkillFeature#WORDS]
/// @param covered weight of [LinkFeature#TITLE_WORDS_COVERED], of skills
///     [SkillFeature#MENTION_COVERED_SAME]
public record LinkConfidence(double offset, double score, double lead, double writing,
    double covered) {
  /// A lone candidate leads by this.
  public static final double MOST_LEAD = 3;

  public LinkConfidence {
    for (double weight : List.of(offset, score, lead, writing, covered)) {
      if (!Double.isFinite(weight)) {
        throw new IllegalArgumentException("weights of a confidence must be finite, were " + offset
            + ", " + score + ", " + lead + ", " + writing + ", " + covered);
      }
    }
  }

  /// What the weights are multiplied with; the first is 1, for the offset.
  static double[] inputs(double score, double lead, double writing, double covered) {
    return new double[]{1, score, Math.max(-MOST_LEAD, Math.min(MOST_LEAD, lead)), writing,
      covered};
  }

  /// @param inputs of [LinkTask#confidenceInputs]
  /// @return 0 to 1
  public double of(double[] inputs) {
    double logit = offset + score * inputs[1] + lead * inputs[2] + writing * inputs[3]
        + covered * inputs[4];
    return 1 / (1 + StrictMath.exp(-logit));
  }
}
