package org.metier.fairness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metier.fairness.Breakdown.Kind;
import org.metier.fairness.Meaning.Effect;
import org.metier.report.Block;
import org.metier.report.Block.Column;
import org.metier.report.Block.Fact;
import org.metier.report.Report;
import org.metier.text.Language;

/// Makes a page of a fairness report: the meaning in words first, then what stands out, then every figure.
///
/// Not thread-safe: one for each page.
public final class FairnessPage {
  private final FairnessReport report;
  private final FairnessWords words;
  private final FairnessBlocks blocks;

  private FairnessPage(FairnessReport report, Language language) {
    this.report = report;
    words = new FairnessWords(language);
    blocks = new FairnessBlocks(report, words);
  }

  /// The report as a page of its own.
  public static Report of(FairnessReport report, Language language) {
    FairnessPage page = new FairnessPage(report, language);
    return new Report(language, page.words.of("title"), page.lead(), page.sections());
  }

  /// The report's sections, to stand in a page about more.
  public static List<Report.Section> sections(FairnessReport report, Language language) {
    FairnessPage page = new FairnessPage(report, language);
    List<Report.Section> sections = new ArrayList<>();
    List<Block> first = new ArrayList<>(page.lead());
    first.addAll(page.findings());
    sections.add(new Report.Section(page.words.of("title"), first));
    sections.addAll(page.sections().subList(1, page.sections().size()));
    return sections;
  }

  private List<Block> lead() {
    Meaning meaning = report.meaning();
    return List.of(
        new Block.Facts(List.of(new Fact(words.of("selected.means"), meaning.selected()),
            new Fact(words.of("outcome.is"), meaning.outcome()),
            new Fact(words.of("effect"), words.of("effect." + meaning.effect())))),
        new Block.Text(words.of(meaning.effect() == Effect.HELP ? "look.help" : "look.burden")));
  }

  private List<Report.Section> sections() {
    List<Report.Section> sections = new ArrayList<>();
    sections.add(new Report.Section(words.of("section.findings"), findings()));
    sections.add(new Report.Section(words.of("section.whole"), List.of(blocks.whole())));
    for (Breakdown breakdown : report.breakdowns()) {
      String heading = String.join(" × ", breakdown.attributes());
      switch (breakdown.kind()) {
        case PROTECTED ->
          sections.add(new Report.Section(words.of("section.attribute", heading),
              ofAttribute(breakdown)));
        case CONTROL -> sections.add(new Report.Section(words.of("section.control", heading),
            List.of(blocks.all(breakdown))));
        case INTERSECTION, WITHIN_CONTROL -> {
          // together, below
        }
      }
    }
    addTogether(sections, Kind.INTERSECTION, "section.intersections", "text.intersections");
    addTogether(sections, Kind.WITHIN_CONTROL, "section.within", "text.within");
    LastModel last = report.last();
    if (last != null) {
      sections.add(new Report.Section(words.of("section.last", last.name()), blocks.last(last)));
    }
    sections.add(new Report.Section(words.of("section.measured"), measured()));
    sections.add(new Report.Section(words.of("section.reading"), reading()));
    return sections;
  }

  private void addTogether(List<Report.Section> sections, Kind kind, String heading, String text) {
    List<Block> parts = new ArrayList<>();
    for (Breakdown breakdown : report.breakdowns()) {
      if (breakdown.kind() == kind) {
        parts.add(new Block.Part(String.join(" × ", breakdown.attributes()),
            List.of(blocks.key(breakdown))));
      }
    }
    if (!parts.isEmpty()) {
      parts.addFirst(new Block.Text(words.of(text)));
      sections.add(new Report.Section(words.of(heading), parts));
    }
  }

  /// The gaps to the reference group that chance hardly explains.
  private List<Block> findings() {
    List<String> sentences = new ArrayList<>();
    List<Figure> shown = blocks.keyFigures();
    int gaps = 0;
    int beyond = 0;
    int hidden = 0;
    for (Breakdown breakdown : report.breakdowns()) {
      if (breakdown.kind() == Kind.CONTROL) {
        continue;
      }
      for (GroupCell cell : breakdown.cells()) {
        hidden += cell.people() == null ? 1 : 0;
        for (Map.Entry<Figure, Finding> entry : cell.figures().entrySet()) {
          Gap gap = entry.getValue().toReference();
          if (gap != null && gap.differenceInterval() != null) {
            gaps++;
            beyond += gap.isBeyondChance() ? 1 : 0;
            if (gap.isBeyondChance() && breakdown.kind() == Kind.PROTECTED
                && shown.contains(entry.getKey())) {
              sentences.add(finding(breakdown, cell, entry.getKey(), entry.getValue(), gap));
            }
          }
        }
      }
    }
    List<Block> found = new ArrayList<>();
    if (sentences.isEmpty()) {
      found.add(new Block.Notice(Block.Level.NOTE, words.of("findings.none")));
    } else {
      found.add(new Block.Notice(Block.Level.WARNING,
          words.of("findings.some", words.numbers().count(sentences.size()))));
      found.add(new Block.Bullets(sentences));
    }
    found.add(new Block.Text(words.of("findings.chance", words.numbers().count(gaps),
        words.numbers().count(beyond), words.numbers().count(Math.round(gaps / 20.0)))));
    if (hidden > 0) {
      found.add(new Block.Text(words.of("findings.hidden", words.numbers().count(hidden),
          words.numbers().count(report.least()))));
    }
    return found;
  }

  private String finding(Breakdown breakdown, GroupCell cell, Figure figure, Finding finding,
      Gap gap) {
    String reference = report.references().getOrDefault(breakdown.attributes().getFirst(), "");
    return words.of("finding", words.group(breakdown.attributes(), cell.values()),
        words.name(figure), words.value(figure, finding.value()), words.difference(figure, gap),
        words.value(reference), words.differenceInterval(figure, gap));
  }

  private List<Block> ofAttribute(Breakdown breakdown) {
    List<Block.RowPlot> plots = new ArrayList<>();
    for (Figure figure : blocks.keyFigures()) {
      if (breakdown.cells().stream().anyMatch(cell -> cell.figures().containsKey(figure))) {
        plots.add(blocks.plot(breakdown, figure));
      }
    }
    List<Block> parts = new ArrayList<>();
    parts.add(plots.isEmpty()
        ? blocks.all(breakdown)
        : new Block.Panel(plots, List.of(), List.of(blocks.all(breakdown))));
    String attribute = breakdown.attributes().getFirst();
    List<CalibrationCurve> curves = report.calibration()
        .stream()
        .filter(curve -> curve.attribute().equals(attribute))
        .limit(Block.CurvePlot.MAX_CURVES)
        .toList();
    if (!curves.isEmpty()) {
      parts.add(blocks.calibration(curves, words.of("calibration.title", attribute)));
    }
    return parts;
  }

  private List<Block> measured() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(words.of("fact.cases"), words.numbers().count(report.cases()));
    facts.put(words.of("fact.known"), words.numbers().count(report.known()));
    report.references()
        .forEach((attribute, value) -> facts.put(words.of("fact.reference", attribute),
            words.value(value)));
    facts.put(words.of("fact.least"), words.numbers().count(report.least()));
    facts.put(words.of("fact.ranks"), words.numbers().count(report.exposureRanks()));
    facts.put(words.of("fact.draws"), words.of("fact.draws.value",
        words.numbers().count(report.draws()), String.valueOf(report.seed())));
    Join join = report.join();
    if (join != null) {
      facts.put(words.of("fact.joined"), words.numbers().count(join.joined()));
      facts.put(words.of("fact.withoutGroups"), words.numbers().count(join.withoutGroups()));
      facts.put(words.of("fact.groupsWithoutScore"),
          words.numbers().count(join.groupsWithoutScore()));
      facts.put(words.of("fact.rejected"), words.numbers()
          .count(join.rejected().values().stream().mapToInt(Integer::intValue).sum()));
    }
    List<Block> parts = new ArrayList<>();
    parts.add(new Block.Facts(
        facts.entrySet().stream().map(e -> new Fact(e.getKey(), e.getValue())).toList()));
    if (join != null) {
      parts.add(new Block.Text(words.of("text.join")));
      if (!join.rejected().isEmpty()) {
        parts.add(new Block.Table(words.of("table.rejected"),
            List.of(Column.text(words.of("column.reason")),
                Column.number(words.of("column.rows"))),
            join.rejected()
                .entrySet()
                .stream()
                .map(e -> List.of(e.getKey(), words.numbers().count(e.getValue())))
                .toList()));
      }
    }
    return parts;
  }

  private List<Block> reading() {
    return List.of(
        new Block.Bullets(report.whole()
            .keySet()
            .stream()
            .map(figure -> words.of("definition", words.name(figure), words.meaning(figure)))
            .toList()),
        new Block.Text(words.of("text.interval")), new Block.Text(words.of("text.hidden",
            words.numbers().count(report.least()))),
        new Block.Text(words.of("text.limits")));
  }
}
