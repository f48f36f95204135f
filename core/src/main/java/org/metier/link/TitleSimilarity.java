package org.metier.link;

/// How alike a title and a label are in writing. The share of words was fitted on titles of five languages
/// whose ESCO concept is known, by mean reciprocal rank; a neighbour is as good within .005.
final class TitleSimilarity {
  /// What words count for against character n-grams.
  private static final double WORD_SHARE = 0.35;
  /// What a label of another language than the title's is worth.
  static final double OTHER_LANGUAGE = 0.8;

  private TitleSimilarity() {}

  /// The mean of two cosines of binary TF-IDF vectors, each of which is the geometric mean of the shares of
  /// weight that title and label have of each other.
  ///
  /// @param words cosine of the words
  /// @param grams cosine of the n-grams
  /// @return 0 to 1
  static double of(double words, double grams) {
    return WORD_SHARE * words + (1 - WORD_SHARE) * grams;
  }
}
