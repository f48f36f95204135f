package org.metier.fairness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metier.measure.Interval;
import org.metier.report.Block;
import org.metier.report.Block.Axis;
import org.metier.report.Block.Column;
import org.metier.report.Block.Fact;
import org.metier.report.Block.Row;
import org.metier.report.Numbers;
import org.metier.report.Report;
import org.metier.text.Language;

/// Makes sections of a page of how a ranker treats groups. Not thread-safe: one for each page.
public final class RankingPage {
  private final RankingReport report;
  private final FairnessWords words;
  private final Numbers numbers;

  private RankingPage(RankingReport report, Language language) {
    this.report = report;
    words = new FairnessWords(language);
    numbers = words.numbers();
  }

  /// The sections, to stand in a page about the ranker.
  public static List<Report.Section> sections(RankingReport report, Language language) {
    return new RankingPage(report, language).sections();
  }

  private List<Report.Section> sections() {
    List<Report.Section> sections = new ArrayList<>();
    List<Block> first = new ArrayList<>();
    List<Fact> facts = new ArrayList<>(List.of(new Fact(words.of("first.means"), report.shown()),
        new Fact(words.of("fact.lists"), numbers.count(report.lists())),
        new Fact(words.of("fact.graded"), numbers.count(report.graded())),
        new Fact(words.of("fact.ranks"), numbers.count(report.ranks())),
        new Fact(words.of("fact.least"), numbers.count(report.least())),
        new Fact(words.of("fact.draws"), words.of("fact.draws.value",
            numbers.count(report.draws()), String.valueOf(report.seed())))));
    Join join = report.join();
    if (join != null) {
      facts.add(new Fact(words.of("fact.joined"), numbers.count(join.joined())));
      facts.add(new Fact(words.of("fact.withoutGroups"), numbers.count(join.withoutGroups())));
    }
    first.add(new Block.Facts(facts));
    first.add(new Block.Text(words.of("text.interval")));
    sections.add(new Report.Section(words.of("ranking.title"), first));
    add(sections, report.people(), "ranking.people", "ranking.people.text");
    add(sections, report.items(), "ranking.items", "ranking.items.text");
    return sections;
  }

  private void add(List<Report.Section> sections, List<RankingReport.Group> groups, String heading,
      String text) {
    Map<String, List<RankingReport.Group>> byAttribute = new LinkedHashMap<>();
    groups.forEach(
        group -> byAttribute.computeIfAbsent(group.attribute(), a -> new ArrayList<>())
            .add(group));
    if (byAttribute.isEmpty()) {
      return;
    }
    String measure = words.of(heading + ".measure", numbers.count(report.ranks()));
    List<Block> blocks = new ArrayList<>(List.of(new Block.Text(words.of(text))));
    byAttribute.forEach((attribute, values) -> blocks.add(new Block.Part(
        words.of("plot.title", measure, attribute), List.of(plot(measure, attribute, values),
            table(measure, attribute, values)))));
    sections.add(new Report.Section(words.of(heading), blocks));
  }

  private Block plot(String measure, String attribute, List<RankingReport.Group> groups) {
    double most = 1;
    List<Row> rows = new ArrayList<>();
    for (RankingReport.Group group : groups) {
      RankingReport.Quality quality = group.quality();
      Interval interval = quality == null ? null : quality.interval();
      most = Math.max(most, interval == null
          ? (quality == null ? 0 : quality.value())
          : interval.high());
      rows.add(new Row(name(group), quality == null ? null : quality.value(),
          interval == null ? null : interval.low(), interval == null ? null : interval.high(),
          quality == null ? words.of("hidden") : numbers.decimal(quality.value(), 3)));
    }
    return new Block.RowPlot(words.of("plot.title", measure, attribute),
        words.of("ranking.description", measure), words.of("column.group"),
        new Axis(measure, 0, Math.ceil(most * 4) / 4, Block.Unit.NUMBER), Block.Mark.DOT, null,
        rows);
  }

  private String name(RankingReport.Group group) {
    String value = words.value(group.value());
    return group.isReference() ? words.of("reference", value) : value;
  }

  private Block table(String measure, String attribute, List<RankingReport.Group> groups) {
    return new Block.Table(words.of("table.key", attribute),
        List.of(Column.text(words.of("column.group")), Column.number(words.of("column.number")),
            Column.number(measure), Column.number(words.of("column.interval")),
            Column.number(words.of("column.toReference")),
            Column.number(words.of("column.interval")),
            Column.number(words.of("column.ratioToReference"))),
        groups.stream().map(this::cells).toList());
  }

  private List<String> cells(RankingReport.Group group) {
    Integer number = group.number();
    RankingReport.Quality quality = group.quality();
    Gap gap = group.toReference();
    Interval interval = gap == null ? null : gap.differenceInterval();
    return List.of(name(group), number == null ? words.of("hidden") : numbers.count(number),
        quality == null ? words.of("hidden") : numbers.decimal(quality.value(), 3),
        numbers.decimals(quality == null ? null : quality.interval(), 3),
        gap == null ? numbers.none() : numbers.signed(gap.difference(), 3),
        interval == null
            ? numbers.none()
            : words.of("interval", numbers.signed(interval.low(), 3),
                numbers.signed(interval.high(), 3)),
        words.ratio(gap));
  }
}
