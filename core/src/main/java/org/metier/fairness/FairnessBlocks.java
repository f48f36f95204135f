package org.metier.fairness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.metier.fairness.Meaning.Effect;
import org.metier.measure.Interval;
import org.metier.report.Block;
import org.metier.report.Block.Axis;
import org.metier.report.Block.Column;
import org.metier.report.Block.Row;
import org.metier.report.Block.Unit;

/// Makes tables and plots of a fairness report. Immutable and thread-safe.
final class FairnessBlocks {
  private final FairnessReport report;
  private final FairnessWords words;

  FairnessBlocks(FairnessReport report, FairnessWords words) {
    this.report = report;
    this.words = words;
  }

  /// Those to look at first: selection, the error that does harm, and calibration.
  List<Figure> keyFigures() {
    return List.of(Figure.SELECTION_RATE, report.meaning().effect() == Effect.HELP
        ? Figure.MISS_RATE
        : Figure.FALSE_POSITIVE_RATE, Figure.CALIBRATION_GAP, Figure.EXPOSURE_RATIO);
  }

  Block whole() {
    return new Block.Table(words.of("table.whole"),
        List.of(Column.text(words.of("column.figure")), Column.number(words.of("column.value")),
            Column.number(words.of("column.interval")),
            Column.number(words.of("column.restsOn"))),
        report.whole()
            .entrySet()
            .stream()
            .map(e -> List.of(words.name(e.getKey()),
                words.value(e.getKey(), e.getValue().value()),
                words.interval(e.getKey(), e.getValue().interval()),
                words.numbers().count(e.getValue().people())))
            .toList());
  }

  /// Every figure of every group.
  Block.Table all(Breakdown breakdown) {
    List<List<String>> rows = new ArrayList<>();
    for (Figure figure : report.whole().keySet()) {
      for (GroupCell cell : breakdown.cells()) {
        Finding finding = cell.figures().get(figure);
        rows.add(finding == null
            ? absent(figure, cell)
            : List.of(words.name(figure), group(cell),
                withInterval(words.value(figure, finding.value()),
                    words.interval(figure, finding.interval())),
                words.numbers().count(finding.people()),
                withInterval(words.difference(figure, finding.toReference()),
                    words.differenceInterval(figure, finding.toReference())),
                words.ratio(finding.toReference()), words.difference(figure, finding.toWhole()),
                words.ratio(finding.toWhole())));
      }
    }
    return new Block.Table(words.of("table.all", breakdown.attributes().getFirst()),
        List.of(Column.text(words.of("column.figure")), Column.text(words.of("column.group")),
            Column.number(withInterval(words.of("column.value"), words.of("column.interval"))),
            Column.number(words.of("column.restsOn")),
            Column.number(
                withInterval(words.of("column.toReference"), words.of("column.interval"))),
            Column.number(words.of("column.ratioToReference")),
            Column.number(words.of("column.toWhole")),
            Column.number(words.of("column.ratioToWhole"))),
        rows);
  }

  private String withInterval(String value, String interval) {
    return interval.equals(words.numbers().none()) ? value : words.of("gap", value, interval);
  }

  private List<String> absent(Figure figure, GroupCell cell) {
    String none = words.numbers().none();
    return Stream.concat(Stream.of(words.name(figure), group(cell), missing(figure, cell)),
        Stream.generate(() -> none).limit(5)).toList();
  }

  private String missing(Figure figure, GroupCell cell) {
    return cell.hidden().contains(figure.basis()) ? words.of("hidden") : words.of("undefined");
  }

  private String group(GroupCell cell) {
    String name = words.group(cell.values());
    return cell.isReference() ? words.of("reference", name) : name;
  }

  /// The key figures of groups that two attributes part.
  Block key(Breakdown breakdown) {
    List<Column> columns = new ArrayList<>(List.of(Column.text(words.of("column.group")),
        Column.number(words.of("column.people"))));
    List<Figure> figures = keyFigures().stream().filter(report.whole()::containsKey).toList();
    for (Figure figure : figures) {
      columns.add(Column.number(words.name(figure)));
      columns.add(Column.number(words.of("column.gapOf", words.name(figure))));
    }
    List<List<String>> rows = new ArrayList<>();
    for (GroupCell cell : breakdown.cells()) {
      Integer people = cell.people();
      List<String> row = new ArrayList<>(List.of(group(cell),
          people == null ? words.of("hidden") : words.numbers().count(people)));
      for (Figure figure : figures) {
        Finding finding = cell.figures().get(figure);
        row.add(finding == null
            ? missing(figure, cell)
            : words.value(figure, finding.value()));
        row.add(finding == null || finding.toReference() == null
            ? words.numbers().none()
            : words.of("gap", words.difference(figure, finding.toReference()),
                words.differenceInterval(figure, finding.toReference())));
      }
      rows.add(row);
    }
    return new Block.Table(
        words.of("table.key", String.join(" × ", breakdown.attributes())), columns, rows);
  }

  Block.RowPlot plot(Breakdown breakdown, Figure figure) {
    List<Row> rows = new ArrayList<>();
    double least = 0;
    double most = 0;
    for (GroupCell cell : breakdown.cells()) {
      Finding finding = cell.figures().get(figure);
      Interval interval = finding == null ? null : finding.interval();
      if (finding != null) {
        least = Math.min(least, interval == null ? finding.value() : interval.low());
        most = Math.max(most, interval == null ? finding.value() : interval.high());
      }
      rows.add(new Row(group(cell), finding == null ? null : finding.value(),
          interval == null ? null : interval.low(), interval == null ? null : interval.high(),
          finding == null
              ? missing(figure, cell)
              : words.value(figure, finding.value())));
    }
    Finding whole = report.whole().get(figure);
    Double line = whole == null ? null : whole.value();
    Unit unit = figure == Figure.EXPOSURE_RATIO ? Unit.NUMBER : Unit.SHARE;
    return new Block.RowPlot(
        words.of("plot.title", words.name(figure), breakdown.attributes().getFirst()),
        words.of("plot.description", words.name(figure), words.meaning(figure),
            whole == null
                ? words.of("hidden")
                : words.value(figure, whole.value())),
        words.of("column.group"), axis(words.name(figure), least,
            Math.max(most, line == null ? 0 : line), unit),
        Block.Mark.DOT, line, rows);
  }

  /// From 0, or below it, to a round number beyond the largest value.
  private static Axis axis(String label, double least, double most, Unit unit) {
    double step = 0.05;
    while (most - least > step * 8) {
      step *= 2;
    }
    double low = Math.floor(least / step) * step;
    double high = Math.max(low + step, Math.ceil(most / step) * step);
    return new Axis(label, low, high, unit);
  }

  Block calibration(List<CalibrationCurve> curves, String title) {
    List<Block.Curve> drawn = curves.stream()
        .map(curve -> new Block.Curve(words.value(curve.value()), curve.points()
            .stream()
            .map(p -> new Block.Point(p.forecast(), p.observed(), p.interval().low(),
                p.interval().high()))
            .toList()))
        .toList();
    return new Block.CurvePlot(title, words.of("calibration.description"),
        Axis.ofShares(words.of("calibration.x")), Axis.ofShares(words.of("calibration.y")),
        new Block.Guide.Diagonal(),
        drawn);
  }

  List<Block> last(LastModel last) {
    List<List<String>> rows = last.changes()
        .stream()
        .filter(LastModel.Change::isBeyondChance)
        .map(change -> List.of(words.group(change.attributes(), change.values()),
            words.name(change.figure()), words.value(change.figure(), change.before()),
            words.value(change.figure(), change.now()),
            words.difference(change.figure(), change.now() - change.before()),
            gap(change.figure(), change.gapBefore()), gap(change.figure(), change.gapNow())))
        .toList();
    List<Block> parts = new ArrayList<>();
    parts.add(new Block.Text(words.of("last.text", words.numbers().count(last.changes().size()),
        words.numbers().count(rows.size()))));
    if (!rows.isEmpty()) {
      parts.add(new Block.Table(words.of("table.last"),
          List.of(Column.text(words.of("column.group")), Column.text(words.of("column.figure")),
              Column.number(words.of("column.before")), Column.number(words.of("column.now")),
              Column.number(words.of("column.change")),
              Column.number(words.of("column.gapBefore")),
              Column.number(words.of("column.gapNow"))),
          rows));
    }
    return parts;
  }

  private String gap(Figure figure, @Nullable Double gap) {
    return gap == null ? words.numbers().none() : words.difference(figure, gap);
  }
}
