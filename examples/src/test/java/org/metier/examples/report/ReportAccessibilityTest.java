package org.metier.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metier.evaluation.DataSheet;
import org.metier.evaluation.EvaluationRun;
import org.metier.evaluation.ModelFacts;
import org.metier.evaluation.Purpose;
import org.metier.evaluation.Quality;
import org.metier.evaluation.Selection;
import org.metier.evaluation.TechnicalFile;
import org.metier.evaluation.TechnicalPage;
import org.metier.evaluation.Wording;
import org.metier.fairness.Cases;
import org.metier.fairness.FairnessPage;
import org.metier.fairness.FairnessReport;
import org.metier.fairness.Meaning;
import org.metier.index.LedgerPage;
import org.metier.match.model.ModelCard;
import org.metier.monitoring.Baseline;
import org.metier.monitoring.FieldProfile;
import org.metier.report.Report;
import org.metier.text.Language;

/// Looks at reports in a real browser. Left out where the machine has none, as structural tests of core hold
/// there too; `.ci/run` installs one.
@NullUnmarked // the browser is there once it was started
class ReportAccessibilityTest {
  @TempDir
  private static Path folder = Path.of("");
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(Chromium.program().isPresent(), "there is no Chromium on this machine");
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private static Report fairness(Language language) {
    Random random = new Random(1);
    int n = 600;
    boolean[] selected = new boolean[n];
    boolean[] outcomes = new boolean[n];
    double[] chances = new double[n];
    double[] weights = new double[n];
    String[] sex = new String[n];
    String[] age = new String[n];
    for (int i = 0; i < n; i++) {
      chances[i] = random.nextDouble();
      selected[i] = chances[i] > 0.6;
      outcomes[i] = random.nextDouble() < chances[i];
      weights[i] = 1;
      sex[i] = random.nextBoolean() ? "f" : "m";
      age[i] = i < 12 ? "65 and older" : random.nextBoolean() ? "15 to 34" : "35 to 64";
    }
    return FairnessPage.of(FairnessReport
        .builder(new Meaning("is offered extra help", "is still without work after 26 weeks",
            Meaning.Effect.HELP))
        .draws(40)
        .measure(Cases.of(selected)
            .chances(chances)
            .outcomes(outcomes, weights)
            .attribute("sex", sex)
            .attribute("age", age)
            .build()),
        language);
  }

  /// A technical file with every part, whose analyst wrote in English.
  private static Report potential(Language language) {
    Random random = new Random(1);
    List<EvaluationRun.RunCase> cases = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      double need = random.nextDouble();
      cases.add(new EvaluationRun.RunCase("p" + i, need, Math.sqrt(need), need > 0.7,
          random.nextDouble() < need, null,
          Map.of("sex", i % 2 == 0 ? "f" : "m", "region", i % 3 == 0 ? "north" : "south")));
    }
    String hash = "ab".repeat(32);
    Instant at = Instant.parse("2026-11-20T09:00:00Z");
    EvaluationRun run = new EvaluationRun(EvaluationRun.FORMAT,
        new ModelFacts("potential", hash, "logistic", "back in work", List.of("tenure"), at),
        new Purpose("help early", "a counsellor decides", List.of("counsellors"), "registered",
            Wording.coded("horizon.weeks", "26"), List.of("sanctions"),
            List.of(Wording.coded("limit.fate", ""), "one year only")),
        new DataSheet(Map.of("s.csv", hash), null, null, 600, 600, 600, Map.of(),
            List.of(new DataSheet.Field("tenure", "number", "years", "intake", "law", "P2Y",
                "feature", 7))),
        Map.of("folds", "10"), 1,
        List.of(new Quality("metier", "auc", 0.8, 0.7, 0.9),
            new Quality("constant", "auc", 0.5, null, null)),
        new Selection(new Meaning(Wording.coded("selected.help", ""),
            Wording.coded("outcome.not", "back in work"), Meaning.Effect.HELP),
            Wording.coded("rule.share", "0.3"), "head of unit", at, "budget"),
        Map.of(), Set.of("region"), new Baseline(Baseline.FORMAT, hash, at,
            List.of(FieldProfile.ofNumbers("need", random.doubles(200).toArray(), 20))),
        cases);
    return TechnicalPage.of(run.technicalFile(20), language);
  }

  private static Path write(Report report) throws IOException {
    return Files.write(folder.resolve("report.html"), report.toHtml());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void axe_finds_nothing_wrong_in_any_language(Language language) throws IOException {
    List<Report> reports = List.of(fairness(language), potential(language),
        TechnicalPage.of(TechnicalFile.ofRanker(ModelCard.standard(), language), language),
        LedgerPage.of(List.of(), language));
    for (Report report : reports) {
      Path page = write(report);
      for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        assertEquals(List.of(),
            chromium.show(page, 1280, colours, Media.SCREEN, chromium::violations),
            report.title() + " " + colours);
      }
    }
  }

  @Test
  void axe_sees_what_is_wrong() throws IOException {
    Path page = Files.writeString(folder.resolve("wrong.html"),
        "<!DOCTYPE html><html><title>x</title><p style='color:#ccc;background:#fff'>pale");
    String found = chromium.show(page, 320, ColorScheme.LIGHT, Media.SCREEN, chromium::violations)
        .toString();
    assertTrue(found.contains("html-has-lang") && found.contains("color-contrast"), found);
  }

  @Test
  void the_page_needs_no_sideways_scrolling_on_a_telephone() throws IOException {
    for (Report report : List.of(fairness(Language.DE), potential(Language.DE))) {
      Path page = write(report);
      Object width = chromium.show(page, 320, ColorScheme.LIGHT, Media.SCREEN,
          shown -> shown.evaluate("document.documentElement.scrollWidth"));
      assertEquals(320, ((Number) width).intValue(), report.title());
      assertEquals(List.of(),
          chromium.show(page, 320, ColorScheme.LIGHT, Media.SCREEN, chromium::violations));
    }
  }

  /// 210 mm less two margins of 15 mm are 680 pixels of 1/96 inch.
  @Test
  void nothing_is_cut_off_when_printed() throws IOException {
    for (Report report : List.of(fairness(Language.EN), potential(Language.PL))) {
      assertEquals(List.of(), cut(write(report)), report.title());
    }
  }

  private static List<Object> cut(Path page) throws IOException {
    List<Object> cut = new ArrayList<>();
    chromium.show(page, 680, ColorScheme.DARK, Media.PRINT, shown -> {
      cut.addAll((List<?>) shown.evaluate(
          "[...document.querySelectorAll('table, svg, p')].filter(e => e.getBoundingClientRect()"
              + ".right > 680).map(e => e.outerHTML.slice(0, 80))"));
      cut.addAll((List<?>) shown.evaluate(
          "getComputedStyle(document.documentElement).backgroundColor == 'rgb(255, 255, 255)'"
              + " ? [] : ['dark ground on paper']"));
      return true;
    });
    return cut;
  }
}
