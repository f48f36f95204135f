package org.metier.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.metier.report.Report;
import org.metier.text.Language;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where a report goes, in which form and language.
final class ReportOutput {
  @Option(names = "--out", paramLabel = "FILE", description = "the page to write, such as report.html")
  private @Nullable Path out;
  @Mixin
  private Output output = new Output();
  @Mixin
  private LanguageOption language = new LanguageOption();

  /// Writes the page, prints the JSON, or both.
  ///
  /// @param data what `--json` prints; a text is JSON already
  void write(Object data, Supplier<Report> page) throws IOException {
    Path file = out;
    if (file == null && !output.isJson()) {
      throw new IllegalArgumentException(
          "name the page to write with --out FILE.html, or ask for figures with --json");
    }
    if (file != null) {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.write(file, page.get().toHtml());
    }
    if (output.isJson() && data instanceof String json) {
      output.out().println(json);
    } else if (output.isJson()) {
      output.json(data);
    } else {
      output.out().println("written: " + file);
    }
  }

  PrintWriter err() {
    return output.err();
  }

  Language language() {
    return language.language();
  }
}
