package org.metier.training.potential;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metier.potential.Field;
import org.metier.potential.Outcome;
import org.metier.potential.Population;
import org.metier.potential.PotentialException;
import org.metier.potential.Refusal;
import org.metier.potential.Specification;
import org.metier.potential.internal.PersonTable;

/// Reads a CSV table of past spells into [Spells]. Only features and outcomes are looked at; protected columns may be in
/// the table, and are not read here.
///
/// @param spells of the accepted rows
/// @param lines where each of them stands in the file, from 1
/// @param report what became of all rows
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SpellTable(Spells spells, int[] lines, ReadReport report) {

  /// @throws IllegalArgumentException if the file cannot be read, or lacks a declared column
  /// @throws TrainingDataException if no row can be used
  public static SpellTable read(Path file, Specification specification) throws IOException {
    try (PersonTable table = PersonTable.open(file)) {
      return new Reading(table, specification).all();
    }
  }

  /// The same, where people may have several spells, which folds then keep together.
  ///
  /// @param idColumn of pseudonyms; a table without it, and a row without one, has spells of people of their own
  /// @throws IllegalArgumentException if the file cannot be read, or lacks a declared column
  /// @throws TrainingDataException if no row can be used
  public static SpellTable read(Path file, Specification specification, String idColumn)
      throws IOException {
    SpellTable table = read(file, specification);
    int[] owners = RowIds.owners(file, idColumn, table.lines);
    return new SpellTable(table.spells.ownedBy(owners), table.lines, table.report);
  }

  private static final class Reading {
    private static final int FIRST_ROOM = 4_096;

    private final PersonTable table;
    private final Specification specification;
    private final List<Field> features;
    private final int[] columnOf;
    private final Field duration;
    private final int durationColumn;
    private final int[] exits;
    private final int[] stillGoing;
    private final List<Population.Rule> rules;
    private final int[] ruled;

    /// Of the present row.
    private final double[] row;
    private float[][] values;
    private int[] units = new int[FIRST_ROOM];
    private boolean[] isExit = new boolean[FIRST_ROOM];
    private int[] lines = new int[FIRST_ROOM];
    private int size;
    private int rows;
    private int exited;
    private int unstated;
    private int outside;
    private int refused;
    private final List<String> problems = new ArrayList<>();

    Reading(PersonTable table, Specification specification) {
      this.table = table;
      this.specification = specification;
      features = specification.features();
      columnOf = features.stream().mapToInt(f -> table.column(f.name())).toArray();
      Outcome outcome = specification.outcome();
      duration = specification.field(outcome.duration()).orElseThrow();
      durationColumn = table.column(duration.name());
      exits = outcome.exits().stream().mapToInt(table::column).toArray();
      stillGoing = outcome.stillGoing().stream().mapToInt(table::column).toArray();
      rules = specification.population().rules();
      ruled = rules.stream().mapToInt(r -> specification.featureNumber(r.field())).toArray();
      row = new double[features.size()];
      values = new float[features.size()][FIRST_ROOM];
    }

    SpellTable all() throws IOException {
      while (table.next()) {
        rows++;
        grow();
        try {
          if (read()) {
            lines[size++] = (int) Math.min(table.line(), Integer.MAX_VALUE);
          } else {
            outside++;
          }
        } catch (PotentialException e) {
          refused++;
          if (problems.size() < ReadReport.MOST_PROBLEMS) {
            problems.add("line " + table.line() + ": " + e.getMessage());
          }
        }
      }
      float[][] columns = new float[values.length][];
      Arrays.setAll(columns, f -> Arrays.copyOf(values[f], size));
      Spells spells = new Spells(specification, columns, Arrays.copyOf(units, size),
          Arrays.copyOf(isExit, size));
      return new SpellTable(spells, Arrays.copyOf(lines, size), new ReadReport(rows, size, exited,
          size - exited - unstated, unstated, outside, refused, problems));
    }

    /// @return whether the person is not known to be outside the population
    private boolean read() {
      for (int f = 0; f < columnOf.length; f++) {
        row[f] = features.get(f).parsed(table.cell(columnOf[f]));
        values[f][size] = (float) row[f];
      }
      double length = duration.parsed(table.cell(durationColumn));
      if (!(length > 0)) {
        throw new PotentialException(new Refusal(
            Refusal.Kind.VALUE_OUT_OF_RANGE, duration.name(), "\""
                + duration.name() + "\" is missing or not above 0; expected the spell's length"));
      }
      boolean hasEnded = isAnySet(exits, specification.outcome().exits());
      boolean isGoingOn = isAnySet(stillGoing, specification.outcome().stillGoing());
      if (hasEnded && isGoingOn) {
        throw new PotentialException(new Refusal(
            Refusal.Kind.INCONSISTENT, duration.name(),
            "the spell both ended in the outcome and goes on; expected one flag"));
      }
      units[size] = (int) Math.ceil(length);
      isExit[size] = hasEnded;
      if (isOutside()) {
        return false;
      }
      exited += hasEnded ? 1 : 0;
      unstated += !hasEnded && !isGoingOn && (stillGoing.length > 0 || !isAnyStated()) ? 1 : 0;
      return true;
    }

    private boolean isOutside() {
      boolean isOutside = false;
      for (int r = 0; r < rules.size(); r++) {
        double value = row[ruled[r]];
        isOutside |= !Double.isNaN(value)
            && !rules.get(r).condition().holds(features.get(ruled[r]), value);
      }
      return isOutside;
    }

    /// Whether at least one flag says yes or no to an exit.
    private boolean isAnyStated() {
      boolean isAny = false;
      for (int column : exits) {
        isAny |= !table.cell(column).isBlank() && !table.cell(column).strip().equals("NA");
      }
      return isAny;
    }

    private boolean isAnySet(int[] columns, List<String> names) {
      boolean isAny = false;
      for (int i = 0; i < columns.length; i++) {
        Field flag = specification.field(names.get(i)).orElseThrow();
        isAny |= flag.parsed(table.cell(columns[i])) == 1;
      }
      return isAny;
    }

    private void grow() {
      if (size == units.length) {
        int room = size + size / 2;
        for (int f = 0; f < values.length; f++) {
          values[f] = Arrays.copyOf(values[f], room);
        }
        units = Arrays.copyOf(units, room);
        isExit = Arrays.copyOf(isExit, room);
        lines = Arrays.copyOf(lines, room);
      }
    }
  }
}
