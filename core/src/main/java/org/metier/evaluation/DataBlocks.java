package org.metier.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metier.monitoring.Baseline;
import org.metier.monitoring.FieldProfile;
import org.metier.report.Block;
import org.metier.report.Block.Column;
import org.metier.report.Block.Fact;

/// Shows the data that a model was made of, and how their values were spread. Immutable and thread-safe.
record DataBlocks(PageWords words) {

  List<Block> sheet(DataSheet data) {
    List<Fact> facts = new ArrayList<>();
    data.sha256().forEach((name, hash) -> facts.add(new Fact(words.of("fact.file", name), hash)));
    words.add(facts, "fact.period", data.from() == null || data.until() == null
        ? words.of("notKnown")
        : words.of("period", data.from().toString(), data.until().toString()));
    words.add(facts, "fact.rows", words.numbers().count(data.rows()));
    words.add(facts, "fact.used", words.numbers().count(data.used()));
    words.add(facts, "fact.known", words.numbers().count(data.known()));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Facts(facts));
    if (!data.exclusions().isEmpty()) {
      blocks.add(new Block.Table(words.of("table.exclusions"),
          List.of(Column.text(words.of("column.reason")),
              Column.number(words.of("column.rows"))),
          data.exclusions()
              .entrySet()
              .stream()
              .map(e -> List.of(e.getKey(), words.numbers().count(e.getValue())))
              .toList()));
    }
    if (!data.fields().isEmpty()) {
      blocks.add(fields(data));
    }
    return blocks;
  }

  /// What fields may be declared alike in.
  private record Declared(String use, String source, String legalBasis, String retention) {}

  private Block fields(DataSheet data) {
    Map<Declared, List<String>> alike = new LinkedHashMap<>();
    for (DataSheet.Field field : data.fields()) {
      alike.computeIfAbsent(new Declared(field.use(), field.source(), field.legalBasis(),
          field.retention()), d -> new ArrayList<>())
          .add(name(field, data.used()));
    }
    return new Block.Table(words.of("table.fields.alike"),
        List.of(Column.text(words.of("column.use")), Column.text(words.of("column.fields")),
            Column.text(words.of("column.source")).in(words.written()),
            Column.text(words.of("column.basis")).in(words.written()),
            Column.text(words.of("column.retention"))),
        alike.entrySet()
            .stream()
            .map(e -> List.of(e.getKey().use(), String.join("; ", e.getValue()),
                e.getKey().source(), e.getKey().legalBasis(), e.getKey().retention()))
            .toList());
  }

  /// With type and unit, and how many are unknown where any is.
  private String name(DataSheet.Field field, long used) {
    String type = field.unit().isEmpty()
        ? field.type()
        : words.of("typeInUnit", field.type(), field.unit());
    return field.unknown() == 0 || used == 0
        ? words.of("fieldWithType", field.name(), type)
        : words.of("fieldWithUnknown", field.name(), type,
            words.numbers().share((double) field.unknown() / used));
  }

  List<Block> baseline(Baseline baseline) {
    return List.of(new Block.Text(words.of("baseline.text", words.moment(baseline.madeAt()))),
        new Block.Table(words.of("table.baseline"),
            List.of(Column.text(words.of("column.field")), Column.text(words.of("column.bins")),
                Column.number(words.of("column.people")),
                Column.number(words.of("column.unknown"))),
            baseline.fields()
                .stream()
                .map(field -> List.of(field.name(), bins(field),
                    words.numbers().count(field.known() + field.unknown()),
                    words.numbers().share(field.unknownShare())))
                .toList()));
  }

  private String bins(FieldProfile field) {
    List<String> bins = new ArrayList<>();
    for (int b = 0; b < field.counts().size(); b++) {
      String name = !field.categories().isEmpty()
          ? field.categories().get(b)
          : b == 0
              ? (field.edges().isEmpty()
                  ? words.of("bin.all")
                  : words.of("bin.below", edge(field.edges().getFirst())))
              : words.of("bin.from", edge(field.edges().get(b - 1)));
      bins.add(words.of("bin", name, words.numbers()
          .share(
              field.known() == 0 ? 0 : (double) field.counts().get(b) / field.known())));
    }
    return String.join("; ", bins);
  }

  private String edge(double edge) {
    return words.phrases().number(edge);
  }
}
