package org.metier.allocation;

/// A vacancy in a person's list.
///
/// @param vacancy its id
/// @param score of the model, whatever others are shown
/// @param price points of score that the vacancy loses because others are shown it too, at least 0; a
///     reason of its own, whose contribution is `-price`
public record Shown(String vacancy, double score, double price) {
  public Shown {
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException(
          "the score of vacancy \"" + vacancy + "\" must be finite, was " + score);
    }
    if (!(price >= 0 && price < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the price of vacancy \"" + vacancy
          + "\" must be at least 0 and finite, was " + price);
    }
  }

  /// Score minus price.
  public double adjusted() {
    return score - price;
  }
}
