package org.metier.benchmarks.titles;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.metier.benchmarks.Consumption;
import org.metier.home.Home;
import org.metier.json.Json;
import org.metier.link.internal.TitleSet;
import org.metier.taxonomy.Taxonomy;
import org.metier.taxonomy.TaxonomyImport;
import org.metier.text.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

  @Option(names = "--json", description = "print one JSON object, for machines")
  private boolean json;

  @Spec
  private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    Language known = language("--language", language);
    Language labels = corpusLanguage.isEmpty()
        ? known
        : language("--corpus-language", corpusLanguage);
    TitleSet titles = TitleSet.read(queries, corpus);
    TitleReport report = new TitleEvaluation(titles, Consumption::cpuNanos,
        Consumption::heapBytes)
        .run(open(taxonomy), known, labels);
    PrintWriter out = command.commandLine().getOut();
    if (json) {
      out.println(Json.write(report));
    } else {
      print(report, out);
    }
    out.flush();
    return 0;
  }

  private static Language language(String option, String code) {
    return Language.of(code)
        .orElseThrow(() -> new IllegalArgumentException(
            option + " is \"" + code + "\"; expected en, fr, nl, pl or de"));
  }

  private static Taxonomy open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(folder
          + " is no folder; expected a home folder, or a folder with ESCO's CSV files");
    }
    return holdsCsv(folder)
        ? TaxonomyImport.of(List.of(folder)).readWithEncoder().taxonomy()
        : Taxonomy.of(Home.open(folder));
  }

  private static boolean holdsCsv(Path folder) {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files.anyMatch(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    }
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
