package org.metier.examples.report;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The browser that the machine has, if it has one, with axe to judge pages. Nothing is downloaded.
final class Chromium implements AutoCloseable {
  private static final List<String> PLACES = List.of("/usr/bin/chromium",
      "/usr/bin/chromium-browser",
      "/usr/bin/google-chrome");

  /// All of WCAG 2.2 to level AA, and what axe holds for good practice.
  private static final String RUN = """
      axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
          'best-practice']})
        .then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | ')))
      """;

  private final Playwright playwright;
  private final Browser browser;
  private final String axe;

  private Chromium(Path program) throws IOException {
    try (InputStream script = Chromium.class.getResourceAsStream("/axe.min.js")) {
      if (script == null) {
        throw new IllegalStateException("axe is not on the class path");
      }
      axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
    playwright = Playwright.create(new Playwright.CreateOptions()
        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium()
        .launch(new BrowserType.LaunchOptions().setExecutablePath(program)
            .setArgs(List.of("--no-sandbox")));
  }

  /// Where it is; empty when the machine has none.
  static Optional<Path> program() {
    return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
  }

  static Chromium start() throws IOException {
    return new Chromium(program().orElseThrow());
  }

  /// Shows a page in a window.
  <T> T show(Path page, int width, ColorScheme colours, Media media, Function<Page, T> look) {
    try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
        .setViewportSize(width, 800)
        .setColorScheme(colours)
        .setBypassCSP(true))) {
      Page shown = context.newPage();
      shown.emulateMedia(new Page.EmulateMediaOptions().setMedia(media));
      shown.navigate(page.toUri().toString());
      return look.apply(shown);
    }
  }

  /// What is wrong with a shown page, with the elements; empty when nothing is.
  List<?> violations(Page shown) {
    shown.evaluate(axe);
    return (List<?>) shown.evaluate(RUN);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
