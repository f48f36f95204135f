package org.metier.alert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Alerts in flat arrays, numbered in the order of their ids, and the lists in which they are filed.
/// Immutable and thread-safe.
final class AlertSegment {
  private final String[] ids;
  private final int[] starts;
  private final int[] programs;
  private final double[] numbers;
  private final PostingTable table;
  /// One bit for each term that alerts are filed under, so that most terms of a vacancy cost one look.
  private final long[] anchored;
  private final int levels;

  private AlertSegment(String[] ids, int[] starts, int[] programs, double[] numbers,
      PostingTable table, long[] anchored, int levels) {
    this.ids = ids;
    this.starts = starts;
    this.programs = programs;
    this.numbers = numbers;
    this.table = table;
    this.anchored = anchored;
    this.levels = levels;
  }

  /// @param alerts each id once, in any order
  static AlertSegment of(List<CompiledAlert> alerts, TermNumbers terms) {
    List<CompiledAlert> sorted = new ArrayList<>(alerts);
    sorted.sort(Comparator.comparing(CompiledAlert::id));
    Anchors anchors = new Anchors(terms);
    sorted.forEach(alert -> anchors.count(alert.program()));
    String[] ids = new String[sorted.size()];
    int[] starts = new int[sorted.size() + 1];
    IntList programs = new IntList();
    double[] numbers = new double[sorted.size() * CompiledAlert.NUMBERS];
    PostingTable.Builder table = new PostingTable.Builder();
    IntList filed = new IntList();
    int levels = 0;
    for (int i = 0; i < ids.length; i++) {
      CompiledAlert alert = sorted.get(i);
      ids[i] = alert.id();
      programs.addAll(alert.program(), 0, alert.program().length);
      starts[i + 1] = programs.size();
      System.arraycopy(alert.numbers(), 0, numbers, i * CompiledAlert.NUMBERS,
          CompiledAlert.NUMBERS);
      int[] cells = cells(alert);
      for (int term : anchors.of(alert.program())) {
        filed.add(term);
        for (int cell : cells) {
          table.add(term, cell, i);
        }
      }
      for (int cell : cells) {
        levels |= 1 << Grid.level(cell);
      }
    }
    return new AlertSegment(ids, starts, programs.toArray(), numbers, table.build(), bits(filed),
        levels);
  }

  private static long[] bits(IntList terms) {
    terms.sortUnique();
    int last = terms.size() == 0 ? 0 : terms.get(terms.size() - 1);
    long[] bits = new long[last / Long.SIZE + 1];
    for (int i = 0; i < terms.size(); i++) {
      bits[terms.get(i) / Long.SIZE] |= 1L << terms.get(i);
    }
    return bits;
  }

  private static int[] cells(CompiledAlert alert) {
    int flags = alert.program()[CompiledAlert.FLAGS];
    Area near = CompiledAlert.near(flags, alert.numbers(), 0);
    if (near == null) {
      return new int[]{Grid.ANYWHERE};
    }
    int[] cover = Grid.cover(near);
    if (cover[0] == Grid.ANYWHERE) {
      return cover;
    }
    boolean mayBeUnknown = (flags & 1 << Condition.NEAR.ordinal()) != 0;
    int[] cells = Arrays.copyOf(cover, cover.length + (mayBeUnknown ? 2 : 1));
    cells[cover.length] = Grid.REMOTE;
    if (mayBeUnknown) {
      cells[cover.length + 1] = Grid.UNKNOWN;
    }
    return cells;
  }

  int size() {
    return ids.length;
  }

  String id(int alert) {
    return ids[alert];
  }

  /// The alert's number, or a negative one.
  int find(String id) {
    return Arrays.binarySearch(ids, id);
  }

  /// Levels of the grid's cells that a vacancy must be looked for in, one bit each.
  int levels() {
    return levels;
  }

  CompiledAlert alert(int alert) {
    return new CompiledAlert(ids[alert],
        Arrays.copyOfRange(programs, starts[alert], starts[alert + 1]),
        Arrays.copyOfRange(numbers, alert * CompiledAlert.NUMBERS,
            (alert + 1) * CompiledAlert.NUMBERS));
  }

  /// The numbers of the alerts that a vacancy meets, in order.
  ///
  /// @param removed one bit for each alert that is not to be found
  IntList match(VacancyTerms vacancy, long[] removed) {
    Verification check = new Verification(vacancy, programs, numbers);
    IntList found = new IntList();
    for (int t = 0; t < vacancy.terms.size(); t++) {
      int term = vacancy.terms.get(t);
      if (term < anchored.length * Long.SIZE && (anchored[term / Long.SIZE] & 1L << term) != 0) {
        for (int c = 0; c < vacancy.cells.size(); c++) {
          int row = table.row(term, vacancy.cells.get(c));
          for (int posting = table.from(row); posting < table.to(row); posting++) {
            int alert = table.alert(posting);
            if ((removed[alert / Long.SIZE] & 1L << alert) == 0
                && check.isMet(alert, starts[alert], starts[alert + 1])) {
              found.add(alert);
            }
          }
        }
      }
    }
    found.sortUnique();
    return found;
  }
}
