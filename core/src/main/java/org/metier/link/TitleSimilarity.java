package org.metier.link;

/// The constants of linking, and how they were found.
///
/// All were fitted on titles of five languages whose ESCO concept is known (4,118 in English, French,
/// Dutch, Polish and German): the weights by mean reciprocal rank, in steps so coarse that a neighbour
/// is as good within .005; the logistic of [#confidence] by maximum likelihood on the first ten
/// occupations for each title. Fitted on four languages, it overrates the first answers of Dutch,
/// Polish and German by less than .02, and underrates those of English and French by .12.
final class TitleSimilarity {
  /// What words count for against character n-grams.
  private static final double WORD_SHARE = 0.35;
  /// What a concept's second-best label adds.
  static final double SECOND_LABEL = 0.1;
  /// What the best concept directly above adds: an occupation is likelier if its group fits, too.
  static final double ABOVE = 0.2;
  /// What the best concept directly below adds.
  static final double BELOW = 0.05;
  /// What a label of another language than the title's is worth.
  static final double OTHER_LANGUAGE = 0.8;

  private TitleSimilarity() {}

  /// How alike a title and a label are: the cosines of their binary TF-IDF vectors, of words and of
  /// n-grams, each as the geometric mean of the shares of weight that one has of the other.
  ///
  /// @param title share of the title's words, by weight, that the label has
  /// @param label share of the label's words that the title has
  /// @return 0 to 1
  static double of(double title, double label, double titleGrams, double labelGrams) {
    return WORD_SHARE * StrictMath.sqrt(title * label)
        + (1 - WORD_SHARE) * StrictMath.sqrt(titleGrams * labelGrams);
  }

  /// The chance that an occupation is the one that a title means.
  ///
  /// At equal score and margin more coverage makes it less likely: a title all of whose words are in a
  /// label is then a short and general one.
  ///
  /// @param score of the occupation, 0 to 1
  /// @param margin by which it leads the best other occupation; negative behind the first
  /// @param coverage share of the title's word weight that its best label has
  static double confidence(double score, double margin, double coverage) {
    double logit = -4.36 + 7.6 * score + 7.4 * margin - 2.28 * coverage;
    return 1 / (1 + StrictMath.exp(-logit));
  }
}
