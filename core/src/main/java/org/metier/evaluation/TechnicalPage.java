package org.metier.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.metier.fairness.CalibrationCurve;
import org.metier.fairness.FairnessPage;
import org.metier.fairness.FairnessReport;
import org.metier.fairness.RankingPage;
import org.metier.fairness.RankingReport;
import org.metier.measure.PairedTest;
import org.metier.monitoring.Baseline;
import org.metier.monitoring.SideBySide;
import org.metier.report.Block;
import org.metier.report.Block.Axis;
import org.metier.report.Block.Fact;
import org.metier.report.Report;
import org.metier.text.Language;

/// Makes a page of a technical file, what a reader must know first: what the model is for and not for, how groups fare,
/// who is invited and who is missed, how good it is; then every figure; then data, features, baseline and settings.
/// Not thread-safe: one for each page.
public final class TechnicalPage {
  private final TechnicalFile said;
  private final TechnicalFile file;
  private final PageWords words;

  private TechnicalPage(TechnicalFile said, Language language, Language written) {
    this.said = said;
    file = Wording.of(said, language, written);
    words = PageWords.in(language, written);
  }

  /// A page of a file whose analyst wrote in English, as Metier's examples are.
  public static Report of(TechnicalFile file, Language language) {
    return of(file, null, language, Language.EN);
  }

  /// A page.
  ///
  /// @param ranking how a ranker treats groups; null when that was not measured
  /// @param written language in which the analyst wrote purpose, population and the like: they stay as written, and are
  ///     marked as of that language
  public static Report of(TechnicalFile file, @Nullable RankingReport ranking, Language language,
      Language written) {
    TechnicalPage page = new TechnicalPage(file, language, written);
    return new Report(language, page.words.of("title", page.file.model().name()), page.lead(),
        page.sections(ranking));
  }

  private List<Block> lead() {
    List<Fact> facts = new ArrayList<>();
    words.add(facts, "fact.purpose", said.purpose().purpose(), file.purpose().purpose());
    Selection selection = file.selection();
    Selection saidSelection = said.selection();
    if (selection != null && saidSelection != null) {
      words.add(facts, "fact.selected", saidSelection.meaning().selected(),
          selection.meaning().selected());
      words.add(facts, "fact.outcome", saidSelection.meaning().outcome(),
          selection.meaning().outcome());
    }
    words.add(facts, "fact.task", said.model().task(), file.model().task());
    if (selection != null && saidSelection != null) {
      words.add(facts, "fact.rule", saidSelection.rule(), selection.rule());
      words.add(facts, "fact.setBy",
          selection.setBy().isEmpty() ? words.of("notSet") : selection.setBy());
      words.add(facts, "fact.setAt", words.moment(selection.setAt()));
      String reason = selection.reason() == null ? "" : selection.reason();
      words.add(facts, "fact.reason", reason, reason);
    }
    first("auc").ifPresent(q -> words.add(facts, "fact.auc", words.withInterval(q)));
    first("calibration error")
        .ifPresent(q -> words.add(facts, "fact.calibrationError", words.withInterval(q)));
    return List.of(new Block.Facts(facts));
  }

  /// The model's own figure of a measure.
  private Optional<Quality> first(String measure) {
    return said.quality().stream().filter(q -> q.measure().equals(measure)).findFirst();
  }

  private List<Report.Section> sections(@Nullable RankingReport ranking) {
    List<Report.Section> sections = new ArrayList<>();
    add(sections, "section.use", use());
    FairnessReport fairness = file.fairness();
    List<Report.Section> ofGroups = fairness == null
        ? List.of()
        : FairnessPage.sections(fairness, words.language());
    sections.addAll(ofGroups.stream().limit(1).toList());
    CapacityTable capacity = file.capacity();
    if (capacity != null && fairness != null) {
      add(sections, "section.capacity",
          new CapacityBlocks(capacity, fairness.least(), words).all());
    }
    if (!file.quality().isEmpty()) {
      add(sections, "section.quality",
          new QualityBlocks(said.quality(), file.quality(), words).all());
    }
    if (fairness != null) {
      fairness.calibration()
          .stream()
          .filter(curve -> curve.attribute().isEmpty())
          .findFirst()
          .ifPresent(
              curve -> add(sections, "section.calibration", List.of(calibration(curve))));
    }
    sections.addAll(ofGroups.stream().skip(1).toList());
    if (ranking != null) {
      sections.addAll(RankingPage.sections(ranking, words.language()));
    }
    SideBySide challenger = file.challenger();
    if (challenger != null) {
      add(sections, "section.challenger", challenger(challenger));
    }
    appendix(sections);
    if (fairness == null && ranking == null) {
      add(sections, "section.missing",
          List.of(new Block.Notice(Block.Level.NOTE, words.of("text.noFairness"))));
    }
    return sections;
  }

  private void appendix(List<Report.Section> sections) {
    DataSheet data = file.data();
    if (data != null) {
      add(sections, "section.data", new DataBlocks(words).sheet(data));
    }
    add(sections, "section.model", model());
    Baseline baseline = file.baseline();
    if (baseline != null) {
      add(sections, "section.baseline", new DataBlocks(words).baseline(baseline));
    }
    List<Fact> settings = new ArrayList<>();
    file.settings().forEach((name, value) -> settings.add(new Fact(name, value)));
    add(sections, "section.settings", List.of(new Block.Facts(settings)));
  }

  private void add(List<Report.Section> sections, String heading, List<Block> blocks) {
    sections.add(new Report.Section(words.of(heading), blocks));
  }

  private List<Block> use() {
    List<Fact> facts = new ArrayList<>();
    Purpose purpose = file.purpose();
    words.add(facts, "fact.use", said.purpose().intendedUse(), purpose.intendedUse());
    String users = String.join(", ", purpose.users());
    words.add(facts, "fact.users", users, users);
    words.add(facts, "fact.population", said.purpose().population(), purpose.population());
    words.add(facts, "fact.horizon", said.purpose().horizon(), purpose.horizon());
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Facts(facts));
    list(blocks, "part.notFor", said.purpose().notFor(), purpose.notFor());
    list(blocks, "part.limits", said.purpose().limits(), purpose.limits());
    return blocks;
  }

  private void list(List<Block> blocks, String heading, List<String> said, List<String> worded) {
    if (!worded.isEmpty()) {
      blocks.add(new Block.Part(words.of(heading), words.bullets(said, worded)));
    }
  }

  private List<Block> model() {
    List<Fact> facts = new ArrayList<>();
    words.add(facts, "fact.family", file.model().family());
    words.add(facts, "fact.hash", file.model().sha256());
    words.add(facts, "fact.trainedAt",
        file.model().trainedAt() == null
            ? words.of("notKnown")
            : words.moment(file.model().trainedAt()));
    words.add(facts, "fact.seed", Long.toString(file.seed()));
    facts.add(new Fact(words.of("part.features",
        words.numbers().count(file.model().features().size())),
        String.join(", ", file.model().features())));
    return List.of(new Block.Facts(facts));
  }

  private Block calibration(CalibrationCurve curve) {
    return new Block.CurvePlot(words.of("calibration.title"),
        words.of("calibration.description"), Axis.ofShares(words.of("calibration.x")),
        Axis.ofShares(words.of("calibration.y")), new Block.Guide.Diagonal(),
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
    blocks.add(new Block.Notice(Block.Level.NOTE, words.of(key)));
    List<Fact> facts = new ArrayList<>();
    words.add(facts, "fact.cases", words.numbers().count(side.cases()));
    words.add(facts, "fact.championBrier", words.numbers().decimal(side.championBrier(), 4));
    words.add(facts, "fact.challengerBrier", words.numbers().decimal(side.challengerBrier(), 4));
    words.add(facts, "fact.brierDifference", difference(test));
    words.add(facts, "fact.lossDifference", difference(side.logLoss()));
    words.add(facts, "fact.changed", words.numbers().count(side.changed()));
    blocks.add(new Block.Facts(facts));
    return blocks;
  }

  private String difference(PairedTest test) {
    return words.of("difference", words.numbers().signed(test.difference(), 4),
        words.numbers().signed(test.interval().low(), 4),
        words.numbers().signed(test.interval().high(), 4),
        words.numbers().decimal(test.pValue(), 4));
  }
}
