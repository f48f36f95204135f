package org.metier.profiling.extraction;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells a table, which is read row by row, from columns of running text.
final class PageTable {
  private static final int LONGEST_LABEL = 40;
  private static final int LONGEST_CELL = 30;
  private static final double MOST = 0.8;
  private static final double HALF = 0.5;
  /// Lines further apart than so many times their size do not belong to one paragraph.
  private static final double PARAGRAPH = 1.7;

  private PageTable() {}

  /// Whether what stands left and right of a gutter, each from top to bottom, is one table: dates beside
  /// what was done then, labels beside their values, cells in three columns, or cells that repeat.
  static boolean isTable(List<Fragment> left, List<Fragment> right) {
    boolean isLeftFewer = lines(left) <= lines(right);
    List<Fragment> few = isLeftFewer ? left : right;
    List<Fragment> many = isLeftFewer ? right : left;
    int lines = lines(few);
    int aligned = 0;
    int dated = 0;
    int threefold = 0;
    for (Fragment cell : few) {
      List<Fragment> row = many.stream().filter(cell::isOnLineOf).toList();
      if (!row.isEmpty()) {
        aligned++;
        dated += cell.isDate() || row.stream().anyMatch(Fragment::isDate) ? 1 : 0;
        threefold += row.size() > 1 || few.stream().filter(cell::isOnLineOf).count() > 1 ? 1 : 0;
      }
    }
    return dated >= HALF * lines || (aligned >= MOST * few.size()
        && (isLabels(few, isLeftFewer, lines(many)) || isCells(few, many, threefold)));
  }

  private static boolean isLabels(List<Fragment> few, boolean isLeft, int others) {
    int close = 0;
    for (int i = 1; i < few.size(); i++) {
      Fragment above = few.get(i - 1);
      close += few.get(i).baseline() - above.baseline() < PARAGRAPH * above.size() ? 1 : 0;
    }
    return isLeft && lines(few) <= 0.6 * others && close < HALF * few.size()
        && few.stream().allMatch(f -> f.text().length() <= LONGEST_LABEL);
  }

  private static boolean isCells(List<Fragment> few, List<Fragment> many, int threefold) {
    boolean isShort = few.stream()
        .mapToInt(f -> f.text().length())
        .average()
        .orElse(0) <= LONGEST_CELL
        && many.stream().mapToInt(f -> f.text().length()).average().orElse(0) <= LONGEST_CELL;
    return isShort && (threefold >= HALF * few.size() || repeats(few) || repeats(many));
  }

  private static boolean repeats(List<Fragment> cells) {
    Set<String> distinct = new HashSet<>();
    cells.forEach(f -> distinct.add(f.text()));
    return distinct.size() <= 0.7 * cells.size();
  }

  /// How many lines fragments stand on that go from top to bottom.
  static int lines(List<Fragment> fragments) {
    int lines = 0;
    Fragment last = null;
    for (Fragment fragment : fragments) {
      if (last == null || !fragment.isOnLineOf(last)) {
        lines++;
        last = fragment;
      }
    }
    return lines;
  }
}
