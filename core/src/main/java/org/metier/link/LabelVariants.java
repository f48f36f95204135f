package org.metier.link;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Takes labels apart that say two things at once.
final class LabelVariants {
  /// Word forms share at least this many letters, and half of the shorter word.
  private static final int SHARED_STEM = 3;
  private static final Set<String> SHORT_ENDINGS = Set.of("in", "innen");

  private LabelVariants() {}

  /// The label in each gender: `vendeur/vendeuse en magasin` is `vendeur en magasin` and `vendeuse en
  /// magasin`. A label whose slash parts other things (`CAD/CAM`) stays as it is.
  static List<String> of(String label) {
    String[] sides = label.split("\\s*/\\s*");
    if (sides.length != 2 || sides[0].isBlank() || sides[1].isBlank()) {
      return List.of(label);
    }
    List<String> left = words(sides[0]);
    List<String> right = words(sides[1]);
    String ending = right.getFirst().replaceFirst("^[-\u2011]", "");
    if (right.getFirst().length() > ending.length() || SHORT_ENDINGS.contains(ending)) {
      return shortened(left, right, ending);
    }
    if (left.size() > 1 && areForms(left.getFirst(), right.getFirst())) {
      List<String> rest = right.size() > 1 ? List.of() : left.subList(1, left.size());
      return List.of(sides[0].strip(), join(right, rest));
    }
    if (areForms(left.getLast(), right.getFirst())) {
      return List.of(join(left, right.subList(1, right.size())),
          join(left.subList(0, left.size() - 1), right));
    }
    return List.of(label);
  }

  /// The label without the bracketed words that end it; the label itself when there are none.
  static String withoutQualifier(String label) {
    int open = label.indexOf(" (");
    boolean ends = open > 0 && label.endsWith(")") && label.indexOf(')') == label.length() - 1;
    return ends ? label.substring(0, open).strip() : label;
  }

  private static List<String> shortened(List<String> left, List<String> right, String ending) {
    List<String> rest = right.subList(1, right.size());
    String masculine = join(left, rest);
    if (!SHORT_ENDINGS.contains(ending)) {
      return List.of(masculine);
    }
    List<String> feminine = new ArrayList<>(left);
    feminine.set(left.size() - 1, left.getLast() + ending);
    return List.of(masculine, join(feminine, rest));
  }

  private static boolean areForms(String one, String other) {
    String a = letters(one);
    String b = letters(other);
    int shorter = Math.min(a.length(), b.length());
    int shared = 0;
    while (shared < shorter && a.charAt(shared) == b.charAt(shared)) {
      shared++;
    }
    return shared >= SHARED_STEM && shared * 2 >= shorter;
  }

  private static String letters(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  private static String join(List<String> head, List<String> tail) {
    List<String> all = new ArrayList<>(head);
    all.addAll(tail);
    return String.join(" ", all);
  }
}
