package org.metier.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.metier.evaluation.CapacityTable.Line;
import org.metier.report.Block;
import org.metier.report.Block.Axis;
import org.metier.report.Block.Column;

/// Draws who is invited and who is missed at each capacity. Immutable and thread-safe.
///
/// @param least people that a shown figure rests on
record CapacityBlocks(CapacityTable table, int least, PageWords words) {
  List<Block> all() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Text(words.of("capacity.text")));
    Line everybody = table.lines().getFirst();
    int chosen = table.shares().indexOf(table.chosen());
    if (chosen >= 0) {
      String share = words.numbers().share(table.chosen());
      blocks.add(new Block.Notice(Block.Level.NOTE, everybody.missed().isEmpty()
          ? words.of("capacity.chosenAlone", share)
          : words.of("capacity.chosen", share,
              words.numbers().share(everybody.missed().get(chosen)))));
    }
    List<Block.CurvePlot> plots = new ArrayList<>();
    List<Block.Table> tables = new ArrayList<>();
    if (table.byAttribute().isEmpty()) {
      add(words.of("capacity.everybody"), List.of(everybody), plots, tables);
    }
    table.byAttribute().forEach((attribute, lines) -> {
      List<Line> all = new ArrayList<>(List.of(everybody));
      all.addAll(lines);
      add(attribute, all, plots, tables);
    });
    blocks.add(new Block.Panel(List.of(), plots, tables));
    blocks.add(new Block.Text(words.of("capacity.hidden", words.numbers().count(least))));
    return blocks;
  }

  /// The plot has as many groups as can be told apart, the table all.
  private void add(String attribute, List<Line> lines, List<Block.CurvePlot> plots,
      List<Block.Table> tables) {
    List<Line> drawn = lines.stream()
        .filter(line -> !line.missed().isEmpty())
        .limit(Block.CurvePlot.MAX_CURVES)
        .toList();
    if (!drawn.isEmpty()) {
      plots.add(missed(attribute, drawn));
    }
    tables.add(table(attribute, lines));
  }

  private Block.CurvePlot missed(String attribute, List<Line> lines) {
    return new Block.CurvePlot(words.of("capacity.missed", attribute),
        words.of("capacity.description"), Axis.ofShares(words.of("capacity.x")),
        Axis.ofShares(words.of("capacity.y")), new Block.Guide.Chosen(table.chosen()),
        lines.stream().map(this::curve).toList());
  }

  private Block.Curve curve(Line line) {
    return new Block.Curve(name(line), IntStream.range(0, table.shares().size())
        .mapToObj(i -> new Block.Point(table.shares().get(i), line.missed().get(i), null, null))
        .toList());
  }

  private String name(Line line) {
    return line.attribute().isEmpty()
        ? words.of("capacity.everybody")
        : line.value().isEmpty() ? words.of("capacity.unknown") : line.value();
  }

  /// At each capacity, who is invited and, where that may be shown, who is missed.
  private Block.Table table(String attribute, List<Line> lines) {
    List<Column> columns = new ArrayList<>(List.of(Column.text(words.of("capacity.x"))));
    for (Line line : lines) {
      columns.add(Column.number(words.of("capacity.invitedOf", name(line))));
      if (!line.missed().isEmpty()) {
        columns.add(Column.number(words.of("capacity.missedOf", name(line))));
      }
    }
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < table.shares().size(); i++) {
      List<String> row = new ArrayList<>(List.of(words.numbers().share(table.shares().get(i))));
      for (Line line : lines) {
        row.add(words.numbers().share(line.invited().get(i)));
        if (!line.missed().isEmpty()) {
          row.add(words.numbers().share(line.missed().get(i)));
        }
      }
      rows.add(row);
    }
    return new Block.Table(words.of("capacity.invited", attribute), columns, rows);
  }
}
