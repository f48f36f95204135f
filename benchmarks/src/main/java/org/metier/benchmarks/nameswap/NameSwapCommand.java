package org.metier.benchmarks.nameswap;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.benchmarks.command.DrawOptions;
import org.metier.benchmarks.command.ReportOutput;
import org.metier.benchmarks.command.TodayOption;
import org.metier.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `metier evaluate name-swap`.
@Command(name = "name-swap", mixinStandardHelpOptions = true, description = "Swap names, pronouns and gendered titles in real CVs: neither profile nor match scores may move.")
final class NameSwapCommand implements Callable<Integer> {
  /// Of many origins and both genders; some are words or jobs as well.
  static final List<String> NAMES = List.of("Emily Walsh", "Jamal Washington", "Lakisha Jefferson",
      "Zofia Wójcik", "Mehmet Yılmaz", "Fatima El Idrissi", "Nguyen Van Minh", "Siobhán O'Neill",
      "Jean-Pierre de la Tour", "Rose Baker", "Mark Cook", "Anneke van den Bosch");

  @Option(names = "--home", required = true, paramLabel = "FOLDER", description = "taxonomy, ranker and vacancies to match with")
  private Path home = Path.of("");
  @Option(names = "--cvs", required = true, paramLabel = "FOLDER", description = "CV files, at any depth; those in fields are left out")
  private Path cvs = Path.of("");
  @Option(names = "--names", paramLabel = "FILE", description = "names to put over the CVs, one a line; at least two (default: twelve of many origins)")
  private @Nullable Path names;
  @Mixin
  private DrawOptions draws = new DrawOptions();
  @Mixin
  private TodayOption today = new TodayOption();
  @Mixin
  private ReportOutput output = new ReportOutput();

  @Override
  public Integer call() throws IOException {
    Path file = names;
    List<String> people = file == null
        ? NAMES
        : Files.readAllLines(file).stream().map(String::strip).filter(n -> !n.isEmpty()).toList();
    if (people.size() < 2) {
      throw new IllegalArgumentException(
          file + " holds " + people.size() + " names; expected at least two, one a line");
    }
    NameSwapReport report = NameSwapEvaluation.run(Home.open(home), cvs, people, draws.limit(),
        draws.seed(),
        today.clock());
    output.print(report, (shown, out) -> print(shown, people.size(), out));
    return 0;
  }

  private static void print(NameSwapReport report, int names, PrintWriter out) {
    out.printf("%d CVs read, %d left out; %d names, %d gendered words swapped, %d pairs%n",
        report.cvs(), report.left(), names, report.swappedWords(), report.pairs());
    out.printf("names left in blind text %d%n", report.namesLeft());
    out.printf("profiles moved           %d%n", report.movedProfiles());
    out.printf("evidence moved alone     %d%n", report.movedPositions());
    out.printf("lists of matches moved   %d, largest difference of a score %s, %d scores%n",
        report.movedScores(), report.largestDifference(), report.scores());
    report.moved().forEach(moved -> out.println("  " + moved));
  }
}
