package org.metier.benchmarks.relevance;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.metier.benchmarks.command.ReportOutput;
import org.metier.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `metier evaluate cv-relevance`.
@Command(name = "cv-relevance", mixinStandardHelpOptions = true, description = "Rank CVs that people graded for a job: NDCG of Metier and of BM25 over the same texts.")
final class RelevanceCommand implements Callable<Integer> {
  @Option(names = "--home", required = true, paramLabel = "FOLDER", description = "taxonomy and ranker to measure")
  private Path home = Path.of("");
  @Option(names = "--judgments", required = true, paramLabel = "FILE", description = "CSV: vacancyId, cvId, grade1to7")
  private Path judgments = Path.of("");
  @Option(names = "--vacancies", required = true, paramLabel = "FILE", description = "JSON Lines: id, skillTerms")
  private Path vacancies = Path.of("");
  @Option(names = "--cvs", required = true, paramLabel = "FOLDER", description = "CV files, named after cvId, at any depth")
  private Path cvs = Path.of("");
  @Mixin
  private ReportOutput output = new ReportOutput();

  @Override
  public Integer call() throws IOException {
    RelevanceReport report = RelevanceEvaluation.run(Home.open(home),
        GradedJobs.read(judgments, vacancies), cvs, Clock.systemUTC());
    output.print(report, RelevanceCommand::print);
    return 0;
  }

  private static void print(RelevanceReport report, PrintWriter out) {
    out.printf("%d jobs, %d CVs read, %d not readable%n", report.jobs(), report.cvs(),
        report.unreadableCvs());
    out.printf("%-14s %8s %8s%n", "", "NDCG@5", "NDCG@10");
    print("Metier", report.metier(), out);
    print("BM25", report.bm25(), out);
    print("random order", report.random(), out);
    out.printf(Locale.ROOT,
        "NDCG@10, Metier less BM25: %+.3f (95 %% interval %+.3f to %+.3f, p = %.4f)%n",
        report.difference(),
        report.differenceLow(), report.differenceHigh(), report.pValue());
  }

  private static void print(String name, RelevanceReport.Measures measures, PrintWriter out) {
    out.printf(Locale.ROOT, "%-14s %8.3f %8.3f%n", name, measures.ndcgAt5(), measures.ndcgAt10());
  }
}
