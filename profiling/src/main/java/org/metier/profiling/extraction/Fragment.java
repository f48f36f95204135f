package org.metier.profiling.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Letters of one line of a page that follow one another without a gap that could part columns. Points
/// (1/72 inch), from the top left corner of the page.
///
/// @param order place in the file's own order, from 0
/// @param size of the letters
/// @param letters which letters of the page, in the file's order
record Fragment(int order, double left, double right, double baseline, double size, String text,
    List<Integer> letters) {
  /// Letters further apart than this many times their size may be in two columns.
  private static final double WIDEST_GAP = 1.2;
  /// Letters move back by as much within a word, for kerning and accents.
  private static final double BACK = 0.5;
  private static final double SAME_LINE = 0.4;

  /// Numbers of a day, a month and a year, with up to two words such as "since" or "June".
  private static final Pattern DATE = Pattern.compile(
      "(?U)(?:\\p{L}+\\.? ?){0,2}(?:\\d{1,2}[./-])?(?:\\d{1,2}[./-])?(?:\\p{L}+\\.? )?"
          + "(?:19|20)\\d\\d(?:[./-]\\d{1,2}){0,2}(?:[^\\p{L}\\d]+[\\p{L}\\d .,/-]{0,24})?");
  private static final int LONGEST_DATE = 42;

  Fragment {
    letters = List.copyOf(letters);
  }

  /// A letter, or several drawn as one.
  record Ink(double left, double right, double baseline, double size, String text) {}

  /// Cuts the letters of a page, blanks included, into fragments, in the file's order. A blank goes with
  /// what stands before it and widens nothing.
  static List<Fragment> of(List<Ink> letters) {
    List<Fragment> fragments = new ArrayList<>();
    List<Integer> run = new ArrayList<>();
    Ink box = new Ink(0, 0, 0, 0, "");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < letters.size(); i++) {
      Ink letter = letters.get(i);
      boolean isBlank = letter.text().isBlank();
      if (isBlank || text.isEmpty() || continues(box, letter)) {
        if (!isBlank) {
          box = text.isEmpty() ? letter : join(box, letter);
        }
      } else {
        add(fragments, run, box, text);
        box = letter;
      }
      run.add(i);
      text.append(isBlank ? text.isEmpty() ? "" : " " : letter.text());
    }
    if (!text.isEmpty()) {
      add(fragments, run, box, text);
    }
    return fragments;
  }

  private static void add(List<Fragment> fragments, List<Integer> run, Ink box,
      StringBuilder text) {
    fragments.add(new Fragment(fragments.size(), box.left(), box.right(), box.baseline(),
        box.size(), text.toString().strip(), run));
    run.clear();
    text.setLength(0);
  }

  private static boolean continues(Ink box, Ink letter) {
    double size = Math.max(box.size(), letter.size());
    double gap = letter.left() - box.right();
    return Math.abs(letter.baseline() - box.baseline()) <= SAME_LINE * size
        && gap <= WIDEST_GAP * size && gap >= -BACK * size;
  }

  private static Ink join(Ink box, Ink letter) {
    return new Ink(Math.min(box.left(), letter.left()), Math.max(box.right(), letter.right()),
        box.baseline(), Math.max(box.size(), letter.size()), "");
  }

  boolean isOnLineOf(Fragment other) {
    return Math.abs(baseline - other.baseline) <= SAME_LINE * Math.max(size, other.size);
  }

  /// Whether it is a date or a period and hardly more.
  boolean isDate() {
    return text.length() <= LONGEST_DATE && DATE.matcher(text).matches();
  }
}
