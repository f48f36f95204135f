package org.metier.training.potential;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.potential.internal.PersonTable;

/// Forecasts of people whom the model did not see, beside their outcomes: what capacity curves, fairness reports and
/// monitors are made of. Holds no feature and no protected value; rows are told by the line in the data. As a file, a CSV
/// table with the columns `line`, `chance`, `outcome` (1, 0, or empty where not known) and `weight`.
///
/// @param lines ascending
/// @param chances 0 to 1
/// @param outcomes null where not known
/// @param weights inverse chances of being seen, 0 where the outcome is not known
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Predictions(int[] lines, double[] chances, @Nullable Boolean[] outcomes,
    double[] weights) {
  public Predictions {
    if (lines.length != chances.length || lines.length != outcomes.length
        || lines.length != weights.length) {
      throw new IllegalArgumentException("expected as many lines, chances, outcomes and weights");
    }
    for (int i = 0; i < lines.length; i++) {
      if (lines[i] < 1 || (i > 0 && lines[i] <= lines[i - 1])) {
        throw new IllegalArgumentException("lines must ascend from 1 or more, was " + lines[i]
            + (i == 0 ? " at first" : " after " + lines[i - 1]));
      }
    }
  }

  /// Writes the table.
  public void write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("line,chance,outcome,weight\n");
      for (int i = 0; i < lines.length; i++) {
        Boolean outcome = outcomes[i];
        out.write(lines[i] + "," + chances[i] + ","
            + (outcome == null ? "" : outcome ? "1" : "0") + "," + weights[i] + "\n");
      }
    }
  }

  /// @throws IllegalArgumentException if the file is no such table; the message names the line
  public static Predictions read(Path file) throws IOException {
    List<double[]> numbers = new ArrayList<>();
    List<@Nullable Boolean> outcomes = new ArrayList<>();
    try (PersonTable table = PersonTable.open(file)) {
      int line = table.column("line");
      int chance = table.column("chance");
      int outcome = table.column("outcome");
      int weight = table.column("weight");
      while (table.next()) {
        try {
          double[] row = {Integer.parseInt(table.cell(line)),
            Double.parseDouble(table.cell(chance)), Double.parseDouble(table.cell(weight))};
          if (!(row[1] >= 0 && row[1] <= 1) || !(row[2] >= 0) || !(row[2] < 1e9)
              || !(row[0] > (numbers.isEmpty() ? 0 : numbers.getLast()[0]))) {
            throw new NumberFormatException("out of range");
          }
          numbers.add(row);
          outcomes.add(switch (table.cell(outcome)) {
            case "" -> null;
            case "1" -> true;
            case "0" -> false;
            default -> throw new NumberFormatException("no outcome");
          });
        } catch (NumberFormatException e) {
          throw new IllegalArgumentException(file + ":" + table.line()
              + ": expected a line number above the one before, a chance of 0 to 1, an outcome of 1,"
              + " 0 or nothing and a weight of 0 or more, such as 2,0.61,1,1.3; write the file anew"
              + " with train potential --predictions", e);
        }
      }
    }
    return new Predictions(numbers.stream().mapToInt(r -> (int) r[0]).toArray(),
        numbers.stream().mapToDouble(r -> r[1]).toArray(),
        outcomes.toArray(new @Nullable Boolean[0]),
        numbers.stream().mapToDouble(r -> r[2]).toArray());
  }
}
