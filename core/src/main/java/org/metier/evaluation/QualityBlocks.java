package org.metier.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.metier.report.Block;
import org.metier.report.Block.Axis;
import org.metier.report.Block.Column;
import org.metier.report.Block.Row;

/// Shows how good a model was beside others, on people that it did not see. Immutable and thread-safe.
///
/// @param said as the run says it, from which what a measure means is looked up
/// @param worded the same in words
record QualityBlocks(List<Quality> said, List<Quality> worded, PageWords words) {

  /// A plot for each measure of several models and one table of them all, and a table for those of the model alone.
  List<Block> all() {
    Map<String, List<Quality>> byMeasure = new LinkedHashMap<>();
    worded.forEach(q -> byMeasure.computeIfAbsent(q.measure(), m -> new ArrayList<>()).add(q));
    List<Block.RowPlot> plots = new ArrayList<>();
    List<Quality> alone = new ArrayList<>();
    byMeasure.forEach((measure, values) -> {
      if (values.size() > 1) {
        plots.add(plot(measure, values));
      } else {
        alone.addAll(values);
      }
    });
    List<Block> blocks = new ArrayList<>();
    if (!plots.isEmpty()) {
      byMeasure.values().removeIf(values -> values.size() == 1);
      blocks.add(new Block.Panel(plots, List.of(), List.of(compared(byMeasure))));
      List<String> readings = readings();
      if (!readings.isEmpty()) {
        blocks.add(new Block.Bullets(readings));
      }
    }
    if (!alone.isEmpty()) {
      blocks.add(new Block.Table(words.of("table.quality"),
          List.of(Column.text(words.of("column.measure")), Column.number(words.of("column.value")),
              Column.number(words.of("column.low")), Column.number(words.of("column.high"))),
          alone.stream()
              .map(q -> List.of(q.measure(), words.decimal(q.value()), words.decimal(q.low()),
                  words.decimal(q.high())))
              .toList()));
    }
    return blocks;
  }

  private Block.Table compared(Map<String, List<Quality>> byMeasure) {
    List<Column> columns = new ArrayList<>(List.of(Column.text(words.of("column.model"))));
    byMeasure.keySet().forEach(measure -> columns.add(Column.number(measure)));
    Set<String> models = new LinkedHashSet<>();
    byMeasure.values().forEach(values -> values.forEach(q -> models.add(q.of())));
    List<List<String>> rows = new ArrayList<>();
    for (String model : models) {
      List<String> row = new ArrayList<>(List.of(model));
      byMeasure.values()
          .forEach(values -> row.add(values.stream()
              .filter(q -> q.of().equals(model))
              .findFirst()
              .map(words::withInterval)
              .orElse(words.numbers().none())));
      rows.add(row);
    }
    return new Block.Table(words.of("table.quality.all"), columns, rows);
  }

  private Block.RowPlot plot(String measure, List<Quality> values) {
    double least = values.stream()
        .mapToDouble(q -> q.low() == null ? q.value() : q.low())
        .min()
        .orElse(0);
    double most = values.stream()
        .mapToDouble(q -> q.high() == null ? q.value() : q.high())
        .max()
        .orElse(1);
    double margin = Math.max(1e-6, (most - least) / 10);
    return new Block.RowPlot(measure, words.of("quality.description", measure),
        words.of("column.model"),
        new Axis(measure, least - margin, most + margin, Block.Unit.NUMBER), Block.Mark.DOT, null,
        values.stream()
            .map(q -> new Row(q.of(), q.value(), q.low(), q.high(),
                words.numbers().decimal(q.value(), 3)))
            .toList());
  }

  /// What Metier's own measures mean.
  private List<String> readings() {
    Set<String> found = new LinkedHashSet<>();
    Wording wording = Wording.in(words.language());
    for (int i = 0; i < said.size(); i++) {
      String reading = wording.term("reading", said.get(i).measure());
      if (!reading.equals(said.get(i).measure())) {
        found.add(worded.get(i).measure() + ": " + reading);
      }
    }
    return List.copyOf(found);
  }
}
