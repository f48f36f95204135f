package org.metier.benchmarks.cvs;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.benchmarks.command.DrawOptions;
import org.metier.benchmarks.command.ReportOutput;
import org.metier.benchmarks.command.TodayOption;
import org.metier.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `metier evaluate cvs`.
@Command(name = "cvs", mixinStandardHelpOptions = true, description = "Profile a folder of CVs: jobs, education, and whether the main occupation lies in the CV's category.")
final class CvsCommand implements Callable<Integer> {
  @Option(names = "--home", required = true, paramLabel = "FOLDER", description = "whose taxonomy titles are linked to")
  private Path home = Path.of("");
  @Option(names = "--cvs", required = true, paramLabel = "FOLDER", description = "CV files in folders named for their category")
  private Path cvs = Path.of("");
  @Option(names = "--categories", paramLabel = "FILE", description = "category, tab, beginnings of ISCO codes (default: for 24 common names of categories)")
  private @Nullable Path categories;
  @Mixin
  private DrawOptions draws = new DrawOptions();
  @Option(names = "--page", paramLabel = "FILE", description = "write an HTML page with CVs drawn with the seed: blind text beside the profile's claims")
  private @Nullable Path page;
  @Option(names = "--draw", paramLabel = "N", description = "how many CVs the page shows (default: ${DEFAULT-VALUE})", defaultValue = "20")
  private int draw = 20;
  @Mixin
  private TodayOption today = new TodayOption();
  @Mixin
  private ReportOutput output = new ReportOutput();

  @Override
  public Integer call() throws IOException {
    Path mapping = categories;
    Home opened = Home.open(home);
    CvsEvaluation evaluation = new CvsEvaluation(opened,
        mapping == null ? Categories.standard() : Categories.read(mapping), today.clock());
    List<Path> files = CvsEvaluation.files(cvs);
    Path target = page;
    Set<Path> shown = target == null
        ? Set.of()
        : new HashSet<>(CvsEvaluation.drawn(files, draw, draws.seed()));
    List<CvsEvaluation.Read> drawn = new ArrayList<>();
    List<Path> chosen = draws.limit() < files.size()
        ? CvsEvaluation.drawn(files, draws.limit(), draws.seed())
        : files;
    CvsReport report = evaluation.run(opened, chosen, read -> {
      if (shown.contains(read.file())) {
        drawn.add(read);
      }
    });
    if (target != null) {
      Files.writeString(target,
          new ReadingPage(evaluation.taxonomy(), evaluation::verdict).of(drawn));
    }
    output.print(report, CvsCommand::print);
    return 0;
  }

  private static void print(CvsReport report, PrintWriter out) {
    out.printf("%d CVs, %d read (%s)%n", report.files(), report.read(),
        percent(report.files() == 0 ? 0 : (double) report.read() / report.files()));
    report.refused().forEach((why, count) -> out.printf("  %d refused: %s%n", count, why));
    out.printf("with a dated job             %s (%d jobs)%n", percent(report.withDatedJob()),
        report.jobs());
    out.printf("with one that has an occupation %s%n", percent(report.withLinkedDatedJob()));
    out.printf("with education               %s, with a level %s%n",
        percent(report.withEducation()), percent(report.withLevel()));
    out.printf("main occupation, of %d CVs in %d categories: told for %s, in the category by%n",
        report.mapped(), report.categories().size(), percent(report.withMain()));
    for (String way : List.of(CvsEvaluation.CAREER, CvsEvaluation.LATEST, CvsEvaluation.LABELS)) {
      out.printf("  %-26s %s%n", way, percent(report.inCategory().getOrDefault(way, 0.0)));
    }
    out.printf(Locale.ROOT, "median a CV: %.1f ms extraction, %.1f ms analysis%n",
        report.extractionMillis(), report.analysisMillis());
    report.categories()
        .forEach(category -> out.printf("  %-24s %3d of %3d%n", category.name(), category.in(),
            category.read()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%5.1f %%", 100 * share);
  }
}
