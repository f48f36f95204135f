package org.metier.link;

/// Whether a one-letter word stands in an enumeration of names, as C does in "Java, C, Python" but not
/// in "permis B, C, D" or "J. C. Smith".
final class Enumeration {
  private static final String SEPARATORS = ",;/|";
  /// Neighbours of fewer letters are letters of the same kind, such as driving licence categories.
  private static final int SHORTEST_NEIGHBOUR = 3;

  private Enumeration() {}

  static boolean holds(String text, int start, int end) {
    int before = skipSpaces(text, start - 1, -1);
    int after = skipSpaces(text, end, 1);
    return isSeparator(text, before) && isSeparator(text, after)
        && isName(text, skipSpaces(text, before - 1, -1), -1)
        && isName(text, skipSpaces(text, after + 1, 1), 1);
  }

  private static boolean isName(String text, int from, int step) {
    int letters = 0;
    for (int at = from; isInside(text, at); at += step) {
      char c = text.charAt(at);
      if (c == '+' || c == '#') {
        return true;
      }
      if (!Character.isLetterOrDigit(c) || ++letters == SHORTEST_NEIGHBOUR) {
        break;
      }
    }
    return letters >= SHORTEST_NEIGHBOUR;
  }

  private static int skipSpaces(String text, int from, int step) {
    int at = from;
    while (isInside(text, at) && text.charAt(at) == ' ') {
      at += step;
    }
    return at;
  }

  private static boolean isSeparator(String text, int at) {
    return isInside(text, at) && SEPARATORS.indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isInside(String text, int at) {
    return at >= 0 && at < text.length();
  }
}
