package org.metier.profiling.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The order in which a person reads the fragments of a page: columns one after the other, tables row by
/// row, and what spans the page where it stands.
///
/// Most files hold their text in reading order already, and any geometry errs now and then; so the file's
/// own order stands wherever it reads one column after the other, or one row after the other, by itself.
/// Columns are found by recursive cuts along whitespace (Nagy and Seth, "Hierarchical representation of
/// optically scanned documents", ICPR 1984): a vertical gutter that no fragment crosses, over the longest
/// run of lines that has at least [#LEAST_LINES] on both sides. Time O(w f log f) for each cut, of a page
/// w points wide with f fragments.
final class ReadingOrder {
  private static final int LEAST_LINES = 3;
  private static final int DEEPEST = 8;
  /// A file that goes from one column to the other this often does not hold one after the other.
  private static final int LEAST_SWITCHES = 3;
  /// Narrower whitespace parts words, not columns.
  private static final double HALF_GUTTER_POINTS = 4.5;
  private static final double STEP_POINTS = 3;
  /// Enough for a page 100 cm wide.
  private static final int MOST_STEPS = 1_000;
  /// A page of more fragments is no page of a CV, and keeps its order.
  private static final int MOST_FRAGMENTS = 3_000;
  /// Lines that end a run on one side only and belong to what follows, such as its heading.
  private static final int LONGEST_TAIL = 3;

  private static final Comparator<Fragment> DOWN = Comparator.comparingDouble(Fragment::baseline)
      .thenComparingDouble(Fragment::left);

  private final List<List<Fragment>> blocks;
  private final boolean isMoved;

  /// @param isMoved whether the blocks come in another order than the file's
  private ReadingOrder(List<List<Fragment>> blocks, boolean isMoved) {
    this.blocks = blocks;
    this.isMoved = isMoved;
  }

  /// The blocks of a page in the order to read them; one block with all fragments in the file's own order
  /// when that is right.
  static List<List<Fragment>> of(List<Fragment> page) {
    if (page.size() < 2 || page.size() > MOST_FRAGMENTS) {
      return List.of(page);
    }
    ReadingOrder order = cut(page, 0);
    return order.isMoved ? order.blocks : List.of(page);
  }

  private static ReadingOrder cut(List<Fragment> region, int depth) {
    Gutter gutter = depth >= DEEPEST ? null : Gutter.find(region);
    if (gutter == null) {
      return flow(region);
    }
    ReadingOrder above = cut(gutter.above(), depth + 1);
    ReadingOrder beside = PageTable.isTable(gutter.left(), gutter.right())
        ? rows(gutter.left(), gutter.right())
        : columns(gutter.left(), gutter.right(), depth);
    return join(join(above, beside), cut(gutter.below(), depth + 1));
  }

  private static ReadingOrder join(ReadingOrder first, ReadingOrder second) {
    List<List<Fragment>> blocks = new ArrayList<>(first.blocks);
    blocks.addAll(second.blocks);
    return new ReadingOrder(blocks, first.isMoved || second.isMoved);
  }

  private static ReadingOrder columns(List<Fragment> left, List<Fragment> right, int depth) {
    ReadingOrder apart = join(cut(left, depth + 1), cut(right, depth + 1));
    int lines = Math.min(PageTable.lines(left), PageTable.lines(right));
    boolean isMixed = switches(left, right) >= Math.max(LEAST_SWITCHES, lines);
    return isMixed || apart.isMoved
        ? new ReadingOrder(apart.blocks, true)
        : new ReadingOrder(List.of(inFileOrder(left, right)), false);
  }

  /// A table stays as it is when the file holds it row by row, cell by cell.
  private static ReadingOrder rows(List<Fragment> left, List<Fragment> right) {
    List<Fragment> all = inFileOrder(left, right);
    int rows = Math.min(PageTable.lines(left), PageTable.lines(right));
    if (switches(left, right) + 1 >= rows) {
      return new ReadingOrder(List.of(all), false);
    }
    return new ReadingOrder(List.of(lines(all).stream().flatMap(List::stream).toList()), true);
  }

  private static List<Fragment> inFileOrder(List<Fragment> left, List<Fragment> right) {
    List<Fragment> all = new ArrayList<>(left);
    all.addAll(right);
    all.sort(Comparator.comparingInt(Fragment::order));
    return all;
  }

  /// Text in one column: passages that the file holds out of place, such as a heading drawn last, go where
  /// they stand.
  private static ReadingOrder flow(List<Fragment> region) {
    List<List<Fragment>> passages = new ArrayList<>();
    for (Fragment fragment : inFileOrder(region, List.of())) {
      if (passages.isEmpty() || fragment.baseline() < passages.getLast().getLast().baseline()
          - fragment.size()) {
        passages.add(new ArrayList<>());
      }
      passages.getLast().add(fragment);
    }
    List<List<Fragment>> placed = new ArrayList<>();
    boolean isMoved = false;
    for (List<Fragment> passage : passages) {
      int at = placed.size();
      while (at > 0 && isAbove(passage, placed.get(at - 1))) {
        at--;
      }
      isMoved |= at < placed.size();
      placed.add(at, passage);
    }
    return new ReadingOrder(placed, isMoved);
  }

  private static boolean isAbove(List<Fragment> a, List<Fragment> b) {
    double bottom = a.stream().mapToDouble(Fragment::baseline).max().orElse(0);
    return b.stream().allMatch(f -> bottom < f.baseline() - f.size() / 2);
  }

  /// The lines of fragments in any order, from top to bottom, each from left to right.
  static List<List<Fragment>> lines(List<Fragment> fragments) {
    List<Fragment> down = new ArrayList<>(fragments);
    down.sort(DOWN);
    List<List<Fragment>> lines = new ArrayList<>();
    for (Fragment fragment : down) {
      if (lines.isEmpty() || !fragment.isOnLineOf(lines.getLast().getFirst())) {
        lines.add(new ArrayList<>());
      }
      lines.getLast().add(fragment);
    }
    lines.forEach(line -> line.sort(Comparator.comparingDouble(Fragment::left)));
    return lines;
  }

  /// How often the file's order changes from one side to the other.
  private static int switches(List<Fragment> left, List<Fragment> right) {
    Set<Integer> lefts = new HashSet<>();
    left.forEach(f -> lefts.add(f.order()));
    List<Fragment> all = inFileOrder(left, right);
    int switches = 0;
    for (int i = 1; i < all.size(); i++) {
      if (lefts.contains(all.get(i).order()) != lefts.contains(all.get(i - 1).order())) {
        switches++;
      }
    }
    return switches;
  }

  /// Whitespace that parts the lines of a region between `above` and `below`.
  private record Gutter(List<Fragment> above, List<Fragment> left, List<Fragment> right,
      List<Fragment> below) {

    static @org.jspecify.annotations.Nullable Gutter find(List<Fragment> region) {
      List<Fragment> down = new ArrayList<>(region);
      down.sort(DOWN);
      double from = down.stream().mapToDouble(Fragment::left).min().orElse(0);
      double to = down.stream().mapToDouble(Fragment::right).max().orElse(0);
      int best = 0;
      double first = 0;
      double last = 0;
      double step = Math.max(STEP_POINTS, (to - from) / MOST_STEPS);
      for (double x = from + step; x < to; x += step) {
        int lines = Run.longest(down, x).lines();
        if (lines > best) {
          best = lines;
          first = x;
        }
        if (lines == best) {
          last = x;
        }
      }
      if (best == 0) {
        return null;
      }
      double middle = (first + last) / 2;
      Run run = Run.longest(down, middle);
      return run.lines() == best
          ? run.gutter(down, middle)
          : Run.longest(down, first).gutter(down, first);
    }
  }

  /// Lines from one index of a region, read downwards, to before another that nothing crosses.
  ///
  /// @param lines on both sides together; 0 when they are too few to be columns
  private record Run(int from, int to, int lines) {
    static Run longest(List<Fragment> down, double x) {
      Run best = new Run(0, 0, 0);
      int from = 0;
      int lefts = 0;
      for (int i = 0; i <= down.size(); i++) {
        if (i == down.size() || crosses(down.get(i), x)) {
          // Counting first spares nearly all places the costlier look.
          if (lefts >= LEAST_LINES && i - from - lefts >= LEAST_LINES && i - from > best.lines) {
            int lines = lines(down.subList(from, i), x);
            best = lines > best.lines ? new Run(from, i, lines) : best;
          }
          from = i + 1;
          lefts = 0;
        } else if (down.get(i).right() < x) {
          lefts++;
        }
      }
      return best;
    }

    private static boolean crosses(Fragment fragment, double x) {
      return fragment.left() < x + HALF_GUTTER_POINTS && fragment.right() > x - HALF_GUTTER_POINTS;
    }

    private static int lines(List<Fragment> run, double x) {
      List<Fragment> left = run.stream().filter(f -> f.right() < x).toList();
      List<Fragment> right = run.stream().filter(f -> f.left() > x).toList();
      int beside = Math.min(beside(left, right), beside(right, left));
      return beside < LEAST_LINES ? 0 : PageTable.lines(left) + PageTable.lines(right);
    }

    /// How many lines stand between the first and the last of the other side.
    private static int beside(List<Fragment> lines, List<Fragment> others) {
      if (others.isEmpty()) {
        return 0;
      }
      double top = others.getFirst().baseline() - others.getFirst().size();
      double bottom = others.getLast().baseline() + others.getLast().size();
      return PageTable.lines(
          lines.stream().filter(f -> f.baseline() >= top && f.baseline() <= bottom).toList());
    }

    Gutter gutter(List<Fragment> down, double x) {
      int end = to < down.size() ? to - tail(down.subList(from, to), x) : to;
      List<Fragment> run = down.subList(from, end);
      return new Gutter(down.subList(0, from), run.stream().filter(f -> f.right() < x).toList(),
          run.stream().filter(f -> f.left() > x).toList(), down.subList(end, down.size()));
    }

    /// How many of the last lines stand on one side alone: the heading of what spans the page below.
    private static int tail(List<Fragment> run, double x) {
      Fragment last = run.getLast();
      boolean isLeft = last.right() < x;
      int tail = 0;
      while (tail < run.size() && run.get(run.size() - 1 - tail).right() < x == isLeft) {
        tail++;
      }
      if (tail <= LONGEST_TAIL) {
        return tail;
      }
      double usual = run.get(run.size() - 2).baseline() - run.get(run.size() - 3).baseline();
      double lastGap = last.baseline() - run.get(run.size() - 2).baseline();
      return lastGap > 1.35 * usual ? 1 : 0;
    }
  }
}
