package org.metier.examples.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.coding.Correction;
import org.metier.duplicate.Ruling;
import org.metier.feed.FeedProblem;
import org.metier.index.Ledger;
import org.metier.index.VacancyIndex;
import org.metier.ledger.Decision;
import org.metier.ledger.LedgerEntry;
import org.metier.ledger.Run;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "ledger", mixinStandardHelpOptions = true, description = "The account of every record that partners delivered.", subcommands = {
  LedgerCommand.Runs.class, LedgerCommand.Show.class, LedgerCommand.Rejected.class,
  LedgerCommand.Quarantined.class, LedgerCommand.Review.class, LedgerCommand.Release.class,
  LedgerCommand.Apart.class, LedgerCommand.Together.class, LedgerCommand.Correct.class})
final class LedgerCommand implements Callable<Integer> {
  @Mixin
  private HomeOption home = new HomeOption();
  @Mixin
  private Output output = new Output();

  /// What the ledger comes to.
  ///
  /// @param isBalanced whether each source's received records are just the sum of their ends
  record Balances(boolean isBalanced, List<Ledger.Balance> sources) {}

  @Override
  public Integer call() {
    try (VacancyIndex index = VacancyIndex.open(home.open())) {
      List<Ledger.Balance> balances = index.ledger().balances();
      boolean isBalanced = balances.stream().allMatch(b -> b.difference() == 0);
      if (output.isJson()) {
        output.json(new Balances(isBalanced, balances));
      } else {
        balances.forEach(balance -> print(balance, output.out()));
        output.out()
            .println(isBalanced
                ? "Every received record has one end."
                : "SOME RECORDS HAVE NO END; run metier check");
      }
      return isBalanced ? 0 : 2;
    }
  }

  private static void print(Ledger.Balance balance, PrintWriter out) {
    out.printf("%s: %d runs received %,d = %s; difference %d%n", balance.source(), balance.runs(),
        balance.received(), RunPrinter.sum(balance.ends()), balance.difference());
    out.printf("  now: %s%n", RunPrinter.sum(balance.stock()));
    Run last = balance.lastRun();
    out.printf("  last run %d, %s, %s: %s%s%n", last.number(), last.feed(), last.startedAt(),
        RunPrinter.words(last.state().name()),
        last.message() == null ? "" : " (" + last.message() + ")");
    out.printf("  reasons: %s%n", RunPrinter.sum(last.reasons()));
    if (last.accepted() > 0) {
      StringBuilder coverage = new StringBuilder();
      for (Map.Entry<String, Integer> field : last.coverage().entrySet()) {
        coverage.append(coverage.isEmpty() ? "" : ", ")
            .append(field.getKey())
            .append(' ')
            .append(Math.round(100.0 * field.getValue() / last.accepted()))
            .append(" %");
      }
      out.println("  fields filled: " + coverage);
    }
    last.alarms()
        .forEach(a -> out.printf("  ALARM: %s fell silent (%.0f %% before, %.0f %% now)%n",
            a.field(), 100 * a.shareBefore(), 100 * a.shareNow()));
  }

  /// A command that reads or changes the ledger of a home.
  abstract static class Part implements Callable<Integer> {
    @Mixin
    private HomeOption home = new HomeOption();
    @Mixin
    final Output output = new Output();

    @Override
    public Integer call() {
      try (VacancyIndex index = VacancyIndex.open(home.open())) {
        run(index);
      }
      return 0;
    }

    abstract void run(VacancyIndex index);
  }

  @Command(name = "runs", mixinStandardHelpOptions = true, description = "The runs of a source, oldest first.")
  static final class Runs extends Part {
    @Parameters(paramLabel = "SOURCE", description = "identifier of the partner")
    private String source = "";

    @Override
    void run(VacancyIndex index) {
      List<Run> runs = index.ledger().runs(source);
      if (output.isJson()) {
        output.json(runs);
      } else {
        for (Run run : runs) {
          output.out()
              .printf("run %d, %s, %s: ", run.number(), run.startedAt(),
                  RunPrinter.words(run.state().name()));
          new RunPrinter(output.out()).print(run, 0);
        }
      }
    }
  }

  @Command(name = "show", mixinStandardHelpOptions = true, description = "The account of one record, and why it is shown with others.")
  static final class Show extends Part {
    @Parameters(paramLabel = "SOURCE:KEY", description = "the record")
    private String id = "";

    @Override
    void run(VacancyIndex index) {
      VacancyId asked = VacancyId.parse(id);
      LedgerEntry entry = index.ledger()
          .entry(asked)
          .orElseThrow(() -> new IllegalArgumentException(
              "there is no record " + id + "; expected source:key as the source delivers it"));
      if (output.isJson()) {
        output.json(entry);
        return;
      }
      PrintWriter out = output.out();
      out.printf("%s is %s: %s in run %d%s, because of %s%n", entry.id(),
          RunPrinter.words(entry.state().name()), RunPrinter.words(entry.end().name()),
          entry.run(), entry.place().isEmpty() ? "" : " at " + entry.place(),
          RunPrinter.words(entry.reason().name()));
      out.printf("  first seen %s, changed %s, deadline %s%n", entry.firstSeenAt(),
          entry.changedAt(), entry.deadline() == null ? "none" : entry.deadline());
      index.ledger().cluster(asked).ifPresent(cluster -> {
        out.printf("  shown as %s for %d records%n", cluster.representative(),
            cluster.members().size());
        cluster.links()
            .forEach(link -> out.printf("    %s and %s: %s%n", link.first(), link.second(),
                link.decision().sentence()));
      });
    }
  }

  @Command(name = "rejected", mixinStandardHelpOptions = true, description = "The rejected records of a source's last run, with their place in its feed.")
  static final class Rejected extends Part {
    @Parameters(paramLabel = "SOURCE", description = "identifier of the partner")
    private String source = "";

    @Override
    void run(VacancyIndex index) {
      List<FeedProblem> problems = index.ledger().rejections(source);
      if (output.isJson()) {
        output.json(problems);
      } else {
        problems.forEach(output.out()::println);
      }
    }
  }

  @Command(name = "quarantined", mixinStandardHelpOptions = true, description = "Records that wait for a person to release them.")
  static final class Quarantined extends Part {
    @Override
    void run(VacancyIndex index) {
      List<LedgerEntry> entries = index.ledger().quarantined(1_000);
      if (output.isJson()) {
        output.json(entries);
      } else {
        entries.forEach(e -> output.out()
            .printf("%s  since %s, %s%n", e.id(), e.changedAt(),
                RunPrinter.words(e.reason().name())));
      }
    }
  }

  @Command(name = "review", mixinStandardHelpOptions = true, description = "Vacancies whose occupation is not sure, for a person to look at.")
  static final class Review extends Part {
    @Option(names = "--limit", paramLabel = "N", description = "how many at most (default: ${DEFAULT-VALUE})", defaultValue = "20")
    private int limit = 20;

    @Override
    void run(VacancyIndex index) {
      List<Vacancy> vacancies = index.ledger().forReview(limit);
      if (output.isJson()) {
        output.json(vacancies);
      } else {
        vacancies.forEach(v -> print(v, output.out()));
        output.out().printf("%,d in all%n", index.ledger().countForReview());
      }
    }
  }

  private static void print(Vacancy vacancy, PrintWriter out) {
    out.printf("%s  %s%n", vacancy.id(), vacancy.title());
    if (vacancy.review() != null) {
      vacancy.review()
          .proposals()
          .forEach(p -> out.printf(Locale.ROOT, "    %.2f %s%n", p.confidence(), p.uri()));
    }
  }

  /// A command by which a person decides.
  abstract static class Deciding extends Part {
    @Option(names = "--by", required = true, paramLabel = "ROLE", description = "role or pseudonym of the person who decides")
    private String by = "";

    @Override
    void run(VacancyIndex index) {
      index.decide(decision(by, Instant.now()));
      output.out().println("Decided; it stands against every later feed.");
    }

    abstract Decision decision(String by, Instant at);
  }

  @Command(name = "release", mixinStandardHelpOptions = true, description = "Let a quarantined record be shown.")
  static final class Release extends Deciding {
    @Parameters(paramLabel = "SOURCE:KEY", description = "the record")
    private String id = "";

    @Override
    Decision decision(String by, Instant at) {
      return new Decision.Released(VacancyId.parse(id), by, at);
    }
  }

  @Command(name = "apart", mixinStandardHelpOptions = true, description = "Keep two records apart that were merged.")
  static final class Apart extends Deciding {
    @Parameters(index = "0", paramLabel = "SOURCE:KEY", description = "one record")
    private String first = "";
    @Parameters(index = "1", paramLabel = "SOURCE:KEY", description = "the other")
    private String second = "";

    @Override
    Decision decision(String by, Instant at) {
      return new Decision.Ruled(new Ruling(VacancyId.parse(first), VacancyId.parse(second),
          Ruling.Verdict.KEEP_APART), by, at);
    }
  }

  @Command(name = "together", mixinStandardHelpOptions = true, description = "Merge two records that stand for one job.")
  static final class Together extends Deciding {
    @Parameters(index = "0", paramLabel = "SOURCE:KEY", description = "one record")
    private String first = "";
    @Parameters(index = "1", paramLabel = "SOURCE:KEY", description = "the other")
    private String second = "";

    @Override
    Decision decision(String by, Instant at) {
      return new Decision.Ruled(new Ruling(VacancyId.parse(first), VacancyId.parse(second),
          Ruling.Verdict.BELONG_TOGETHER), by, at);
    }
  }

  @Command(name = "correct", mixinStandardHelpOptions = true, description = "Set the occupation of a record; no later coding overrules it.")
  static final class Correct extends Deciding {
    @Parameters(paramLabel = "SOURCE:KEY", description = "the record")
    private String id = "";
    @Option(names = "--occupation", paramLabel = "URI", description = "URI of an occupation or ISCO group; left out: none of the taxonomy")
    private @Nullable String occupation;

    @Override
    Decision decision(String by, Instant at) {
      return new Decision.Corrected(new Correction(VacancyId.parse(id), occupation, by, at));
    }
  }
}
