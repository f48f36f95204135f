package org.metier.text.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes titles and labels apart that say two things at once. Stateless.
public final class TitleReadings {
  private static final Pattern SLASH = Pattern.compile("\\s*/\\s*");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");

  private TitleReadings() {}

  /// The readings of a title that names two genders or two jobs, the likeliest first: `vendeur /
  /// vendeuse en boulangerie` reads `vendeur en boulangerie` and `vendeuse en boulangerie`.
  ///
  /// @param title without gender marks such as `(m/w/d)`, or a label
  /// @return at least one
  public static List<String> of(String title) {
    String[] parts = SLASH.split(title);
    if (parts.length < 2 || parts.length > 4) {
      return List.of(title);
    }
    Set<String> readings = new LinkedHashSet<>();
    if (parts.length == 2) {
      genders(words(parts[0]), words(parts[1]), readings);
    }
    if (readings.isEmpty()) {
      readings.add(String.join(" ", parts));
      for (String part : parts) {
        if (part.length() >= 4) {
          readings.add(part);
        }
      }
    }
    return List.copyOf(readings);
  }

  /// Finds the word on the left whose other gender opens the right side, and completes each side with
  /// what only the other one has.
  private static void genders(List<String> left, List<String> right, Set<String> readings) {
    for (int p = left.size() - 1; p >= 0 && !right.isEmpty(); p--) {
      if (isSameWord(left.get(p), right.getFirst())) {
        int shared = Math.min(left.size() - p, right.size());
        List<String> first = new ArrayList<>(left);
        first.addAll(right.subList(shared, right.size()));
        List<String> second = new ArrayList<>(left.subList(0, p));
        second.addAll(right);
        readings.add(String.join(" ", first));
        readings.add(String.join(" ", second));
        return;
      }
    }
  }

  private static List<String> words(String text) {
    return List.of(SPACE.split(text.strip()));
  }

  /// Whether two words are forms of one: at least three letters and half of the shorter one open both.
  private static boolean isSameWord(String a, String b) {
    String x = Folding.plain(a);
    String y = Folding.plain(b);
    int shorter = Math.min(x.length(), y.length());
    int shared = 0;
    while (shared < shorter && x.charAt(shared) == y.charAt(shared)) {
      shared++;
    }
    return shared >= 3 && 2 * shared >= shorter;
  }
}
