package org.metier.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metier.evaluation.TechnicalFile;
import org.metier.evaluation.TechnicalPage;
import org.metier.fairness.Cases;
import org.metier.fairness.FairnessPage;
import org.metier.fairness.FairnessReport;
import org.metier.fairness.Meaning;
import org.metier.index.LedgerPage;
import org.metier.match.model.ModelCard;
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

  private static Path write(Report report) throws IOException {
    return Files.write(folder.resolve("report.html"), report.toHtml());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void axe_finds_nothing_wrong_in_any_language(Language language) throws IOException {
    List<Report> reports = List.of(fairness(language),
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
    Path page = write(fairness(Language.DE));
    Object width = chromium.show(page, 320, ColorScheme.LIGHT, Media.SCREEN,
        shown -> shown.evaluate("document.documentElement.scrollWidth"));
    assertEquals(320, ((Number) width).intValue());
    assertEquals(List.of(),
        chromium.show(page, 320, ColorScheme.LIGHT, Media.SCREEN, chromium::violations));
  }

  /// 210 mm less two margins of 15 mm are 680 pixels of 1/96 inch.
  @Test
  void nothing_is_cut_off_when_printed() throws IOException {
    Path page = write(fairness(Language.EN));
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
    assertEquals(List.of(), cut);
  }
}
