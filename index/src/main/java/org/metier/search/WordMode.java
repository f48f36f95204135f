package org.metier.search;

/// How many of the plain words of a query an advertisement must have. Phrases and words with a plus are
/// needed always; when there are any, [#MOST] and [#ANY] let the plain words only improve the order.
public enum WordMode {
  /// One or two words: all of them. Three or four: all but one. More: seven of ten, rounded up.
  MOST,
  ALL,
  /// One is enough; more are better.
  ANY;

  /// @param words how many plain words there are
  /// @param isAnythingNeeded whether phrases or words with a plus are there besides
  int least(int words, boolean isAnythingNeeded) {
    return switch (this) {
      case ALL -> words;
      case ANY -> words == 0 || isAnythingNeeded ? 0 : 1;
      case MOST -> isAnythingNeeded
          ? 0
          : words <= 2 ? words : words <= 4 ? words - 1 : (7 * words + 9) / 10;
    };
  }
}
