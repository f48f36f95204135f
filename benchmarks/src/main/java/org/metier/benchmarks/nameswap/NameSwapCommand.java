package org.metier.benchmarks.nameswap;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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
  @Option(names = "--limit", paramLabel = "N", description = "how many CVs, drawn with the seed (default: ${DEFAULT-VALUE})", defaultValue = "1000000")
  private int limit = 1_000_000;
  @Option(names = "--seed", paramLabel = "N", description = "decides which CVs are drawn (default: ${DEFAULT-VALUE})", defaultValue = "1")
  private long seed = 1;
  @Option(names = "--today", paramLabel = "INSTANT", description = "what time the profiles and matches are made for (default: now)")
  private @Nullable Instant today;
  @Option(names = "--json", description = "print one JSON value, for machines")
  private boolean json;
  @Spec
  private CommandSpec command = CommandSpec.create();

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
    Instant now = today;
    Clock clock = Clock.fixed(now == null ? Clock.systemUTC().instant() : now, ZoneOffset.UTC);
    NameSwapReport report = NameSwapEvaluation.run(Home.open(home), cvs, people, limit, seed,
        clock);
    PrintWriter out = command.commandLine().getOut();
    if (json) {
      out.println(Json.writePretty(report));
    } else {
      print(report, people.size(), out);
    }
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
