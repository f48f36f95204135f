package org.metier.coding.learned;

/// A kind of features. Each kind has its own vector of length 1, which its weight then scales.
/// The order is part of the model's schema.
enum Block {
  /// Character n-grams within the title's words.
  TITLE_GRAM(1f),
  /// The title's words, and its pairs of neighbours.
  TITLE_WORD(0.7f),
  /// The beginnings of the description's words, and their pairs of neighbours.
  TEXT_STEM(0.7f),
  /// The employer's words.
  EMPLOYER(0.3f);

  private final float weight;

  Block(float weight) {
    this.weight = weight;
  }

  float weight() {
    return weight;
  }
}
