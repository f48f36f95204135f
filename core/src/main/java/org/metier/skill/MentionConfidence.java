package org.metier.skill;

/// How sure a mention is: the logistic function of a weighted sum of what speaks for it.
///
/// The weights were fitted by logistic regression to what each reading found in 175 sentences of English
/// advertisements whose skills people had linked to ESCO (house and tech validation annotations of Zhang et al.,
/// NAACL 2022), with the linker that had learnt from them; `evaluate skills` shows what comes of it, with linkers that
/// had not.
///
/// @param offset the sum's constant
/// @param link weight of the logit of the linker's or the label's own confidence
/// @param stated weight of the logit of the probability that the sentence states a skill there
/// @param label weight of the mention's being a label of the taxonomy
/// @param words weight of its having more than one word
/// @param exact weight of a label's being a whole found span
public record MentionConfidence(double offset, double link, double stated, double label,
    double words, double exact) {
  /// The bounds of a probability whose logit counts.
  private static final double LEAST = 0.01;

  static final MentionConfidence LABELS = new MentionConfidence(-0.62, 0.61, 0, 0, 0, 0);
  static final MentionConfidence CHECKED = new MentionConfidence(-1.6, 0.56, 0.14, 0, -0.64, 2.02);
  static final MentionConfidence LINKED = new MentionConfidence(-2.67, 0.85, 0.12, 0.3, 0.34,
      1.88);

  /// What speaks for a mention.
  ///
  /// @param link confidence of the linker, or of the label, 0 to 1
  /// @param stated probability that the sentence states a skill there, 0 to 1
  /// @param isLabel whether it is a label of the taxonomy
  /// @param isLong whether it has more than one word
  /// @param isExact whether it is a whole found span
  public record Signs(double link, double stated, boolean isLabel, boolean isLong,
      boolean isExact) {

    /// The signs in the order of the weights, after the constant.
    public double[] row() {
      return new double[]{logit(link), logit(stated), isLabel ? 1 : 0, isLong ? 1 : 0,
        isExact ? 1 : 0};
    }
  }

  private static double logit(double probability) {
    double p = Math.clamp(probability, LEAST, 1 - LEAST);
    return StrictMath.log(p / (1 - p));
  }

  double of(Signs signs) {
    double[] row = signs.row();
    double sum = offset + link * row[0] + stated * row[1] + label * row[2] + words * row[3]
        + exact * row[4];
    return 1 / (1 + StrictMath.exp(-sum));
  }
}
