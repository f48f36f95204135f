package org.metier.fairness;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.metier.fairness.Breakdown.Kind;
import org.metier.fairness.Figure.Basis;

/// The groups of one attribute, or of two, and which of their figures are hidden.
final class GroupTable {
  private final Attribute rows;
  private final @Nullable GroupTable columns;
  private final Cell[][] cells;

  /// A group.
  ///
  /// @param hidden bases of which nothing may be shown
  record Cell(List<String> values, CellFigures figures, Set<Basis> hidden) {}

  private GroupTable(Attribute rows, @Nullable GroupTable columns, Cell[][] cells) {
    this.rows = rows;
    this.columns = columns;
    this.cells = cells;
  }

  Attribute rows() {
    return rows;
  }

  boolean isLine() {
    return columns == null;
  }

  Kind kind() {
    if (columns == null) {
      return rows.isProtected() ? Kind.PROTECTED : Kind.CONTROL;
    }
    return columns.rows.isProtected() ? Kind.INTERSECTION : Kind.WITHIN_CONTROL;
  }

  List<String> attributes() {
    return columns == null ? List.of(rows.name()) : List.of(rows.name(), columns.rows.name());
  }

  /// Row by row.
  List<Cell> cells() {
    return Arrays.stream(cells).flatMap(Arrays::stream).toList();
  }

  /// @return null when there is no such group
  @Nullable
  Cell cell(List<String> values) {
    return cells().stream().filter(cell -> cell.values.equals(values)).findFirst().orElse(null);
  }

  /// The people of a cell's column, whatever their row.
  @Nullable
  Cell stratum(Cell cell) {
    return columns == null ? null : columns.cell(List.of(cell.values.getLast()));
  }

  private boolean[] hidden(Basis basis) {
    boolean[] hidden = new boolean[cells.length];
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = cells[i][0].hidden.contains(basis);
    }
    return hidden;
  }

  /// Makes tables of the same cases. Not thread-safe.
  static final class Maker {
    private final int cases;
    private final Function<int[], CellFigures> figures;
    private final Suppression suppression;

    /// @param cases how many there are
    /// @param figures of the cases with these numbers, which ascend
    Maker(int cases, Function<int[], CellFigures> figures, int least) {
      this.cases = cases;
      this.figures = figures;
      suppression = new Suppression(least);
    }

    GroupTable of(Attribute attribute) {
      int[][] members = members(attribute.values().size(), attribute::code);
      CellFigures[] made = Arrays.stream(members).map(figures).toArray(CellFigures[]::new);
      Map<Basis, boolean[]> hidden = new EnumMap<>(Basis.class);
      for (Basis basis : Basis.values()) {
        hidden.put(basis, suppression.ofGroups(
            Arrays.stream(made).map(cell -> cell.counts(basis)).toArray(int[][]::new)));
      }
      spread(hidden);
      Cell[][] cells = new Cell[made.length][1];
      for (int i = 0; i < made.length; i++) {
        int row = i;
        cells[i][0] = new Cell(List.of(attribute.values().get(i)), made[i],
            bases(basis -> at(hidden, basis)[row]));
      }
      return new GroupTable(attribute, null, cells);
    }

    /// A group whose number is hidden shows nothing at all.
    private static void spread(Map<Basis, boolean[]> hidden) {
      boolean[] people = at(hidden, Basis.PEOPLE);
      for (boolean[] ofBasis : hidden.values()) {
        for (int i = 0; i < people.length; i++) {
          ofBasis[i] |= people[i];
        }
      }
    }

    private static <T> T at(Map<Basis, T> map, Basis basis) {
      T value = map.get(basis);
      if (value == null) {
        throw new IllegalStateException("nothing was said of " + basis);
      }
      return value;
    }

    private static Set<Basis> bases(Predicate<Basis> wanted) {
      Set<Basis> bases = EnumSet.noneOf(Basis.class);
      for (Basis basis : Basis.values()) {
        if (wanted.test(basis)) {
          bases.add(basis);
        }
      }
      return bases;
    }

    /// @param first whose groups are the rows
    /// @param second whose groups are the columns
    GroupTable of(GroupTable first, GroupTable second) {
      int width = second.rows.values().size();
      int height = first.rows.values().size();
      int[][] members = members(height * width,
          item -> first.rows.code(item) * width + second.rows.code(item));
      CellFigures[] made = Arrays.stream(members).map(figures).toArray(CellFigures[]::new);
      Map<Basis, boolean[][]> hidden = new EnumMap<>(Basis.class);
      for (Basis basis : Basis.values()) {
        int[][][] counts = new int[height][width][];
        for (int i = 0; i < made.length; i++) {
          counts[i / width][i % width] = made[i].counts(basis);
        }
        hidden.put(basis,
            suppression.ofTable(counts, first.hidden(basis), second.hidden(basis)));
      }
      Cell[][] cells = new Cell[height][width];
      for (int i = 0; i < made.length; i++) {
        int row = i / width;
        int column = i % width;
        boolean isHidden = at(hidden, Basis.PEOPLE)[row][column];
        cells[row][column] = new Cell(
            List.of(first.rows.values().get(row), second.rows.values().get(column)), made[i],
            bases(basis -> isHidden || at(hidden, basis)[row][column]));
      }
      return new GroupTable(first.rows, second, cells);
    }

    private int[][] members(int groups, IntUnaryOperator groupOf) {
      int[] sizes = new int[groups];
      for (int item = 0; item < cases; item++) {
        sizes[groupOf.applyAsInt(item)]++;
      }
      int[][] members = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
      Arrays.fill(sizes, 0);
      for (int item = 0; item < cases; item++) {
        int group = groupOf.applyAsInt(item);
        members[group][sizes[group]++] = item;
      }
      return members;
    }
  }
}
