package org.metier.benchmarks.vacancies;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.metier.coding.CodedAds;
import org.metier.coding.crosswalk.Crosswalks;
import org.metier.home.Home;
import org.metier.json.Json;
import org.metier.match.Ranker;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `evaluate vacancies`.
@Command(name = "vacancies", mixinStandardHelpOptions = true, description = "Whether a profile of an occupation finds its advertisements among all: NDCG@10 of Metier and of BM25 with stemming.")
final class VacanciesCommand implements Callable<Integer> {
  @Option(names = "--file", required = true, paramLabel = "FILE", description = "CSV or TSV of coded advertisements, with a header")
  private Path file = Path.of("");

  @Option(names = "--home", required = true, paramLabel = "FOLDER", description = "taxonomy and ranker to measure")
  private Path home = Path.of("");

  @Option(names = "--language", defaultValue = "PL", description = "of the advertisements (default: ${DEFAULT-VALUE})")
  private Language language = Language.PL;

  @Option(names = "--columns", paramLabel = "OURS=THEIRS", split = ",", description = "columns called otherwise, such as title=job.title,code=kzis_code")
  private Map<String, String> columns = Map.of();

  @Option(names = "--scheme", paramLabel = "NAME", defaultValue = "", description = "classification of the codes, such as kzis (default: kzis for a column kzis_code, else isco08)")
  private String scheme = "";

  @Option(names = "--least", defaultValue = "5", description = "advertisements of a unit group that is measured, at least 1 (default: ${DEFAULT-VALUE})")
  private int least = 5;

  @Option(names = "--folds", defaultValue = "5", description = "parts of the cross-validation of the coder, 2 to 20 (default: ${DEFAULT-VALUE})")
  private int folds = 5;

  @Option(names = "--seed", defaultValue = "1", description = "of the split, of training and of intervals (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--json", description = "print one JSON value, for machines")
  private boolean json;

  @Spec
  private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (folds < 2 || folds > 20) {
      throw new IllegalArgumentException("--folds must be 2 to 20, was " + folds);
    }
    if (least < 1) {
      throw new IllegalArgumentException("--least must be at least 1, was " + least);
    }
    Home opened = Home.open(home);
    Taxonomy taxonomy = Taxonomy.of(opened);
    TextAnalyzer analyzer = TextAnalyzer.create();
    VacanciesReport report = new VacanciesEvaluation(taxonomy, analyzer,
        Ranker.open(opened, taxonomy, analyzer), language, folds, seed)
        .run(CodedAds.read(file, columns, scheme, Crosswalks.builtIn()).ads(), least,
            Clock.systemUTC().instant());
    PrintWriter out = command.commandLine().getOut();
    if (json) {
      out.println(Json.writePretty(report));
    } else {
      print(report, out);
    }
    out.flush();
    return 0;
  }

  private static void print(VacanciesReport report, PrintWriter out) {
    out.printf(Locale.ROOT,
        "%,d advertisements, ranked for a profile of each of %d unit groups with at"
            + " least %d of them%n",
        report.ads(), report.groups(), report.leastAds());
    out.printf("%n%-50s %8s%n", "", "NDCG@10");
    report.ndcgAt10().forEach((name, mean) -> out.printf(Locale.ROOT, "%-50s %8.3f%n", name, mean));
    out.printf(Locale.ROOT,
        "%nthe first less BM25: %+.3f (95 %% interval %+.3f to %+.3f, p = %.4f)%n",
        report.againstBm25().difference(), report.againstBm25().interval().low(),
        report.againstBm25().interval().high(), report.againstBm25().pValue());
    out.printf("%nworst groups%n");
    report.worst()
        .forEach(group -> out.printf(Locale.ROOT, "  %s %s, %d: %.3f (BM25 %.3f)%n", group.code(),
            group.label(), group.ads(), group.metier(), group.bm25()));
  }
}
