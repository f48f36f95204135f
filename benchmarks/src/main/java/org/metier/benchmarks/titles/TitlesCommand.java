package org.metier.benchmarks.titles;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.metier.benchmarks.Consumption;
import org.metier.benchmarks.command.ReportOutput;
import org.metier.benchmarks.command.TaxonomyFolder;
import org.metier.link.internal.TitleSet;
import org.metier.text.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `evaluate titles`.
@Command(name = "titles", mixinStandardHelpOptions = true, description = "How well job titles are linked to concepts, beside BM25 and character n-grams.")
final class TitlesCommand implements Callable<Integer> {
  @Option(names = "--taxonomy", required = true, paramLabel = "FOLDER", description = "a home folder, or a folder with ESCO's CSV files")
  private Path taxonomy = Path.of("");

  @Option(names = "--queries", required = true, paramLabel = "FILE", description = "TSV with the columns id, title, goldConceptUris")
  private Path queries = Path.of("");

  @Option(names = "--corpus", required = true, paramLabel = "FILE", description = "TSV with the columns conceptUri, label")
  private Path corpus = Path.of("");

  @Option(names = "--language", required = true, paramLabel = "CODE", description = "of the titles: en, fr, nl, pl or de")
  private String language = "";

  @Option(names = "--corpus-language", paramLabel = "CODE", description = "of the labels, if another: the taxonomy's own labels are then the bridge")
  private String corpusLanguage = "";

  @Mixin
  private ReportOutput output = new ReportOutput();

  @Override
  public Integer call() {
    Language known = language("--language", language);
    Language labels = corpusLanguage.isEmpty()
        ? known
        : language("--corpus-language", corpusLanguage);
    TitleSet titles = TitleSet.read(queries, corpus);
    TitleReport report = new TitleEvaluation(titles, Consumption::cpuNanos,
        Consumption::heapBytes)
        .run(TaxonomyFolder.openWithEncoder(taxonomy), known, labels);
    output.print(report, TitlesCommand::print);
    return 0;
  }

  private static Language language(String option, String code) {
    return Language.of(code)
        .orElseThrow(() -> new IllegalArgumentException(
            option + " is \"" + code + "\"; expected en, fr, nl, pl or de"));
  }

  private static void print(TitleReport report, PrintWriter out) {
    out.printf(Locale.ROOT, "%,d titles in %s, %,d concepts with %,d labels%s%n",
        report.queries(), report.language(), report.concepts(), report.labels(),
        report.corpusLanguage().equals(report.language()) ? "" : " in " + report.corpusLanguage());
    if (report.unanswerable() > 0) {
      out.printf(Locale.ROOT,
          "%,d titles have no right answer in the corpus and count as failures%n",
          report.unanswerable());
    }
    out.printf("%-12s %6s %6s %6s %6s %10s %8s%n", "", "MRR", "acc@1", "acc@5", "acc@10",
        "median ms", "p95 ms");
    report.systems()
        .forEach(
            (name, f) -> out.printf(Locale.ROOT, "%-12s %6.3f %6.3f %6.3f %6.3f %10.2f %8.2f%n",
                name, f.mrr(), f.accuracyAt1(), f.accuracyAt5(), f.accuracyAt10(), f.medianMillis(),
                f.p95Millis()));
    out.printf(Locale.ROOT,
        "times are processor time; metier's linker fills %.0f MB of heap beside taxonomy and encoder%n",
        report.linkerMegabytes());
  }
}
