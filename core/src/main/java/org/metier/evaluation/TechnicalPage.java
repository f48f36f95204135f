package org.metier.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.fairness.CalibrationCurve;
import org.metier.fairness.FairnessPage;
import org.metier.fairness.FairnessReport;
import org.metier.fairness.RankingPage;
import org.metier.fairness.RankingReport;
import org.metier.measure.PairedTest;
import org.metier.monitoring.Baseline;
import org.metier.monitoring.FieldProfile;
import org.metier.monitoring.SideBySide;
import org.metier.report.Block;
import org.metier.report.Block.Axis;
import org.metier.report.Block.Column;
import org.metier.report.Block.Fact;
import org.metier.report.Block.Row;
import org.metier.report.Numbers;
import org.metier.report.Report;
import org.metier.text.Language;
import org.metier.text.internal.Phrases;

/// Makes a page of a technical file: what the model is for and not for, its data, settings, quality, fairness,
/// challenger, baseline and limits. Not thread-safe: one for each page.
public final class TechnicalPage {
  private final TechnicalFile file;
  private final Language language;
  private final Phrases phrases;
  private final Numbers numbers;

  private TechnicalPage(TechnicalFile file, Language language) {
    this.file = file;
    this.language = language;
    phrases = Phrases.of(TechnicalPage.class, "technical", language);
    numbers = Numbers.in(language);
  }

  public static Report of(TechnicalFile file, Language language) {
    return of(file, null, language);
  }

  /// A page of a ranker.
  ///
  /// @param ranking how it treats groups; null when that was not measured
  public static Report of(TechnicalFile file, @Nullable RankingReport ranking, Language language) {
    TechnicalPage page = new TechnicalPage(file, language);
    return new Report(language, page.phrases.of("title", file.model().name()), page.lead(),
        page.sections(ranking));
  }

  private List<Block> lead() {
    Map<String, String> facts = new LinkedHashMap<>();
    put(facts, "fact.purpose", file.purpose().purpose());
    Selection selection = file.selection();
    if (selection != null) {
      put(facts, "fact.selected", selection.meaning().selected());
      put(facts, "fact.outcome", selection.meaning().outcome());
    }
    put(facts, "fact.task", file.model().task());
    return List.of(facts(facts));
  }

  private void put(Map<String, String> facts, String key, String value) {
    if (!value.isBlank()) {
      facts.put(phrases.of(key), value);
    }
  }

  private static Block facts(Map<String, String> facts) {
    return new Block.Facts(
        facts.entrySet().stream().map(e -> new Fact(e.getKey(), e.getValue())).toList());
  }

  private List<Report.Section> sections(@Nullable RankingReport ranking) {
    List<Report.Section> sections = new ArrayList<>();
    sections.add(new Report.Section(phrases.of("section.use"), use()));
    sections.add(new Report.Section(phrases.of("section.model"), model()));
    DataSheet data = file.data();
    if (data != null) {
      sections.add(new Report.Section(phrases.of("section.data"), data(data)));
    }
    if (!file.quality().isEmpty()) {
      sections.add(new Report.Section(phrases.of("section.quality"), quality()));
    }
    FairnessReport fairness = file.fairness();
    if (fairness != null) {
      calibration(fairness, sections);
      sections.addAll(FairnessPage.sections(fairness, language));
    }
    if (ranking != null) {
      sections.addAll(RankingPage.sections(ranking, language));
    }
    SideBySide challenger = file.challenger();
    if (challenger != null) {
      sections.add(new Report.Section(phrases.of("section.challenger"), challenger(challenger)));
    }
    Baseline baseline = file.baseline();
    if (baseline != null) {
      sections.add(new Report.Section(phrases.of("section.baseline"), baseline(baseline)));
    }
    sections.add(new Report.Section(phrases.of("section.settings"), List.of(settings())));
    if (fairness == null && ranking == null) {
      sections.add(new Report.Section(phrases.of("section.missing"),
          List.of(new Block.Notice(Block.Level.NOTE, phrases.of("text.noFairness")))));
    }
    return sections;
  }

  private List<Block> use() {
    Map<String, String> facts = new LinkedHashMap<>();
    put(facts, "fact.use", file.purpose().intendedUse());
    put(facts, "fact.users", String.join(", ", file.purpose().users()));
    put(facts, "fact.population", file.purpose().population());
    put(facts, "fact.horizon", file.purpose().horizon());
    Selection selection = file.selection();
    if (selection != null) {
      put(facts, "fact.rule", selection.rule());
      put(facts, "fact.setBy",
          selection.setBy().isEmpty() ? phrases.of("notSet") : selection.setBy());
      if (selection.setAt() != null) {
        put(facts, "fact.setAt", selection.setAt().toString());
      }
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(facts(facts));
    list(blocks, "part.notFor", file.purpose().notFor());
    list(blocks, "part.limits", file.purpose().limits());
    return blocks;
  }

  private void list(List<Block> blocks, String heading, List<String> items) {
    if (!items.isEmpty()) {
      blocks.add(new Block.Part(phrases.of(heading), List.of(new Block.Bullets(items))));
    }
  }

  private List<Block> model() {
    Map<String, String> facts = new LinkedHashMap<>();
    put(facts, "fact.family", file.model().family());
    put(facts, "fact.hash", file.model().sha256());
    put(facts, "fact.trainedAt",
        file.model().trainedAt() == null
            ? phrases.of("notKnown")
            : file.model().trainedAt().toString());
    put(facts, "fact.seed", Long.toString(file.seed()));
    return List.of(facts(facts), new Block.Part(phrases.of("part.features",
        numbers.count(file.model().features().size())),
        List.of(new Block.Bullets(file.model().features()))));
  }

  private List<Block> data(DataSheet data) {
    Map<String, String> facts = new LinkedHashMap<>();
    data.sha256().forEach((name, hash) -> facts.put(phrases.of("fact.file", name), hash));
    if (data.from() != null && data.until() != null) {
      put(facts, "fact.period",
          phrases.of("period", data.from().toString(), data.until().toString()));
    } else {
      put(facts, "fact.period", phrases.of("notKnown"));
    }
    put(facts, "fact.rows", numbers.count(data.rows()));
    put(facts, "fact.used", numbers.count(data.used()));
    put(facts, "fact.known", numbers.count(data.known()));
    List<Block> blocks = new ArrayList<>();
    blocks.add(facts(facts));
    if (!data.exclusions().isEmpty()) {
      blocks.add(new Block.Table(phrases.of("table.exclusions"),
          List.of(Column.text(phrases.of("column.reason")),
              Column.number(phrases.of("column.rows"))),
          data.exclusions()
              .entrySet()
              .stream()
              .map(e -> List.of(e.getKey(), numbers.count(e.getValue())))
              .toList()));
    }
    if (!data.fields().isEmpty()) {
      blocks.add(fields(data));
    }
    return blocks;
  }

  private Block fields(DataSheet data) {
    return new Block.Table(phrases.of("table.fields"),
        List.of(Column.text(phrases.of("column.field")), Column.text(phrases.of("column.use")),
            Column.text(phrases.of("column.type")), Column.text(phrases.of("column.source")),
            Column.text(phrases.of("column.basis")), Column.text(phrases.of("column.retention")),
            Column.number(phrases.of("column.unknown"))),
        data.fields()
            .stream()
            .map(field -> List.of(field.name(), field.use(),
                field.unit().isEmpty()
                    ? field.type()
                    : phrases.of("typeInUnit", field.type(), field.unit()),
                field.source(), field.legalBasis(), field.retention(),
                numbers.share(data.used() == 0 ? 0 : (double) field.unknown() / data.used())))
            .toList());
  }

  /// A plot for each measure of several models, and one table for those of the model alone.
  private List<Block> quality() {
    Map<String, List<Quality>> byMeasure = new LinkedHashMap<>();
    file.quality()
        .forEach(q -> byMeasure.computeIfAbsent(q.measure(), m -> new ArrayList<>()).add(q));
    List<Block> blocks = new ArrayList<>();
    List<Quality> alone = new ArrayList<>();
    byMeasure.forEach((measure, values) -> {
      if (values.size() > 1) {
        blocks.add(compared(measure, values));
      } else {
        alone.addAll(values);
      }
    });
    if (!alone.isEmpty()) {
      blocks.add(new Block.Table(phrases.of("table.quality"),
          List.of(Column.text(phrases.of("column.measure")),
              Column.number(phrases.of("column.value")),
              Column.number(phrases.of("column.low")), Column.number(phrases.of("column.high"))),
          alone.stream()
              .map(q -> List.of(q.measure(), numbers.decimal(q.value(), 4), bound(q.low()),
                  bound(q.high())))
              .toList()));
    }
    return blocks;
  }

  private String bound(@Nullable Double bound) {
    return bound == null ? numbers.none() : numbers.decimal(bound, 4);
  }

  private Block compared(String measure, List<Quality> values) {
    double least = values.stream()
        .mapToDouble(q -> q.low() == null ? q.value() : q.low())
        .min()
        .orElse(0);
    double most = values.stream()
        .mapToDouble(q -> q.high() == null ? q.value() : q.high())
        .max()
        .orElse(1);
    double margin = Math.max(1e-6, (most - least) / 10);
    return new Block.RowPlot(measure, phrases.of("quality.description", measure),
        phrases.of("column.model"),
        new Axis(measure, least - margin, most + margin, Block.Unit.NUMBER), Block.Mark.DOT, null,
        values.stream()
            .map(q -> new Row(q.of(), q.value(), q.low(), q.high(),
                numbers.decimal(q.value(), 3)))
            .toList());
  }

  private void calibration(FairnessReport fairness, List<Report.Section> sections) {
    fairness.calibration()
        .stream()
        .filter(curve -> curve.attribute().isEmpty())
        .findFirst()
        .ifPresent(curve -> sections.add(new Report.Section(phrases.of("section.calibration"),
            List.of(calibration(curve)))));
  }

  private Block calibration(CalibrationCurve curve) {
    return new Block.CurvePlot(phrases.of("calibration.title"),
        phrases.of("calibration.description"), Axis.ofShares(phrases.of("calibration.x")),
        Axis.ofShares(phrases.of("calibration.y")), true,
        List.of(new Block.Curve(file.model().name(), curve.points()
            .stream()
            .map(p -> new Block.Point(p.forecast(), p.observed(), p.interval().low(),
                p.interval().high()))
            .toList())));
  }

  private List<Block> challenger(SideBySide side) {
    List<Block> blocks = new ArrayList<>();
    PairedTest test = side.brier();
    String key = test.interval().low() > 0
        ? "challenger.better"
        : test.interval().high() < 0 ? "challenger.worse" : "challenger.alike";
    blocks.add(new Block.Notice(Block.Level.NOTE, phrases.of(key)));
    Map<String, String> facts = new LinkedHashMap<>();
    put(facts, "fact.cases", numbers.count(side.cases()));
    put(facts, "fact.championBrier", numbers.decimal(side.championBrier(), 4));
    put(facts, "fact.challengerBrier", numbers.decimal(side.challengerBrier(), 4));
    put(facts, "fact.brierDifference", difference(test));
    put(facts, "fact.lossDifference", difference(side.logLoss()));
    put(facts, "fact.changed", numbers.count(side.changed()));
    blocks.add(facts(facts));
    return blocks;
  }

  private String difference(PairedTest test) {
    return phrases.of("difference", numbers.signed(test.difference(), 4),
        numbers.signed(test.interval().low(), 4), numbers.signed(test.interval().high(), 4),
        numbers.decimal(test.pValue(), 4));
  }

  private List<Block> baseline(Baseline baseline) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Text(phrases.of("baseline.text", baseline.madeAt().toString())));
    blocks.add(new Block.Table(phrases.of("table.baseline"),
        List.of(Column.text(phrases.of("column.field")), Column.text(phrases.of("column.bins")),
            Column.number(phrases.of("column.people")),
            Column.number(phrases.of("column.unknown"))),
        baseline.fields()
            .stream()
            .map(field -> List.of(field.name(), bins(field),
                numbers.count(field.known() + field.unknown()),
                numbers.share(field.unknownShare())))
            .toList()));
    return blocks;
  }

  private String bins(FieldProfile field) {
    List<String> bins = new ArrayList<>();
    for (int b = 0; b < field.counts().size(); b++) {
      String name = !field.categories().isEmpty()
          ? field.categories().get(b)
          : b == 0
              ? (field.edges().isEmpty()
                  ? phrases.of("bin.all")
                  : phrases.of("bin.below", edge(field.edges().getFirst())))
              : phrases.of("bin.from", edge(field.edges().get(b - 1)));
      bins.add(phrases.of("bin", name, numbers.share(
          field.known() == 0 ? 0 : (double) field.counts().get(b) / field.known())));
    }
    return String.join("; ", bins);
  }

  private String edge(double edge) {
    return phrases.number(edge);
  }

  private Block settings() {
    return facts(new TreeMap<>(file.settings()));
  }
}
