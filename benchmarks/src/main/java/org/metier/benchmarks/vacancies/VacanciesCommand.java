package org.metier.benchmarks.vacancies;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.metier.benchmarks.command.CodedAdsOptions;
import org.metier.benchmarks.command.ReportOutput;
import org.metier.home.Home;
import org.metier.match.Ranker;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `evaluate vacancies`.
@Command(name = "vacancies", mixinStandardHelpOptions = true, description = "Whether a profile of an occupation finds its advertisements among all: NDCG@10 of Metier and of BM25 with stemming.")
final class VacanciesCommand implements Callable<Integer> {
  @Mixin
  private CodedAdsOptions ads = new CodedAdsOptions();

  @Option(names = "--home", required = true, paramLabel = "FOLDER", description = "taxonomy and ranker to measure")
  private Path home = Path.of("");

  @Option(names = "--language", defaultValue = "PL", description = "of the advertisements (default: ${DEFAULT-VALUE})")
  private Language language = Language.PL;

  @Option(names = "--least", defaultValue = "5", description = "advertisements of a unit group that is measured, at least 1 (default: ${DEFAULT-VALUE})")
  private int least = 5;

  @Option(names = "--seed", defaultValue = "1", description = "of the split, of training and of intervals (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Mixin
  private ReportOutput output = new ReportOutput();

  @Override
  public Integer call() throws IOException {
    int folds = ads.folds();
    if (least < 1) {
      throw new IllegalArgumentException("--least must be at least 1, was " + least);
    }
    Home opened = Home.open(home);
    Taxonomy taxonomy = Taxonomy.of(opened);
    TextAnalyzer analyzer = TextAnalyzer.create();
    VacanciesReport report = new VacanciesEvaluation(taxonomy, analyzer,
        Ranker.open(opened, taxonomy, analyzer), language, folds, seed)
        .run(ads.read().ads(), least,
            Clock.systemUTC().instant());
    output.print(report, VacanciesCommand::print);
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
