package org.metier.examples.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.metier.allocation.Allocation;
import org.metier.allocation.Allocator;
import org.metier.allocation.Convergence;
import org.metier.allocation.Examination;
import org.metier.allocation.Market;
import org.metier.allocation.Prices;
import org.metier.allocation.Spread;
import org.metier.home.Home;
import org.metier.index.Matcher;
import org.metier.match.HomePrices;
import org.metier.match.condition.Conditions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The nightly job of a portal: gathers who could be shown what, spreads it, and writes prices for the day.
@Command(name = "allocate", mixinStandardHelpOptions = true, description = "Work out what crowded vacancies lose, so that people are not all shown the same few, and put it into service.", footer = {
  "",
  "Run it each night, after the feeds: it matches every stored profile (metier profile --store) with"
      + " the open vacancies and replaces prices.json in the home."})
final class AllocateCommand implements Callable<Integer> {
  @Option(names = "--strength", paramLabel = "SHARE", description = "how much to spread, 0 (not at all) to 1 (strongly); default: ${DEFAULT-VALUE}", defaultValue = "0.3")
  private double strength;
  @Option(names = "--free-share", paramLabel = "SHARE", description = "share of a vacancy's room that may fill before it loses anything, 0 to 0.99: higher keeps more of the scores' order and evens out less; default: ${DEFAULT-VALUE}", defaultValue = "0")
  private double freeShare;
  @Option(names = "--shown", paramLabel = "N", description = "vacancies that a person looks at, 1 to 1000; default: ${DEFAULT-VALUE}", defaultValue = "10")
  private int shown;
  @Option(names = "--candidates", paramLabel = "N", description = "vacancies considered for each person, 1 to 10000; default: ${DEFAULT-VALUE}", defaultValue = "200")
  private int candidates;
  @Option(names = "--application-rate", paramLabel = "SHARE", description = "applications for each vacancy that was read, above 0 and at most 1: from the portal's own log; default: ${DEFAULT-VALUE}", defaultValue = "0.1")
  private double applicationRate;
  @Option(names = "--applications-per-place", paramLabel = "N", description = "wanted for each open position; default: ${DEFAULT-VALUE}", defaultValue = "3")
  private double applicationsPerPlace;
  @Option(names = "--dry-run", description = "print the report, and leave the prices in service as they are")
  private boolean isDryRun;
  @Mixin
  private HomeOption home = new HomeOption();
  @Mixin
  private Output output = new Output();

  /// What `--json` prints.
  ///
  /// @param prices id of the new prices
  /// @param priced vacancies that lose something
  /// @param byScore what people are shown by the scores alone
  /// @param lists what the allocation would show each of them, all at once
  /// @param byPrice what a portal shows them by score minus price, each for themselves
  private record Result(String prices, double fullPrice, int vacancies, int candidates, int priced,
      Spread byScore, Spread lists, Spread byPrice, Convergence convergence) {}

  @Override
  public Integer call() {
    Home opened = home.open();
    Clock clock = Clock.systemUTC();
    try (Matcher matcher = Matcher.builder(opened).candidates(candidates).clock(clock).build()) {
      Market market = matcher.market(Conditions.STANDARD, applicationsPerPlace);
      if (market.people().isEmpty()) {
        throw new IllegalArgumentException(opened.folder()
            + " holds no profile to allocate for; keep some with metier profile CV --store");
      }
      Allocation allocation = allocate(market, clock.instant());
      if (!isDryRun) {
        new HomePrices(matcher.ranker().model().sha256(), allocation.prices()).write(opened);
      }
      Result result = result(market, allocation);
      if (output.isJson()) {
        output.json(result);
      } else {
        print(result, opened);
      }
    }
    return 0;
  }

  private Allocation allocate(Market market, Instant now) {
    LocalDate night = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return Allocator.builder(examination())
        .strength(strength)
        .freeShare(freeShare)
        .seed(night.toEpochDay())
        .build()
        .allocate(market, night.toString(), now);
  }

  private Examination examination() {
    return Examination.logarithmic(shown, applicationRate);
  }

  private Result result(Market market, Allocation allocation) {
    Prices prices = allocation.prices();
    int priced = (int) prices.byVacancy().values().stream().filter(price -> price > 0).count();
    return new Result(prices.id(), prices.fullPrice(), market.vacancies().size(),
        market.candidateCount(), priced, Spread.of(market, market.ranked(shown), examination()),
        Spread.of(market, allocation.lists(), examination()),
        Spread.of(market, market.ranked(shown, prices), examination()), allocation.convergence());
  }

  private void print(Result result, Home opened) {
    PrintWriter out = output.out();
    out.printf(Locale.ROOT, "%,d profiles, %,d open vacancies, %,d candidates%n",
        result.byScore.people(), result.vacancies, result.candidates);
    out.printf("%-32s %10s %10s %10s%n", "", "before", "lists", "by price");
    row(result, "score kept", "%.3f", Spread::scoreKept);
    row(result, "Gini of applications", "%.3f", Spread::gini);
    row(result, "vacancies never shown", "%.0f", Spread::neverShown);
    row(result, "  of these nobody's candidate", "%.0f", Spread::neverCandidates);
    row(result, "vacancies beyond their room", "%.0f", Spread::overfull);
    row(result, "applications beyond room, share", "%.3f", Spread::beyondRoom);
    row(result, "applications a place, median", "%.2f", s -> s.perPlace().median());
    row(result, "applications a place, most", "%.2f", s -> s.perPlace().most());
    out.printf(Locale.ROOT, "%d sweeps, %s%n", result.convergence.sweeps(),
        result.convergence.isSettled() ? "settled" : "not settled");
    if (result.byPrice.beyondRoom() > result.byScore.beyondRoom()) {
      out.println("by price alone more goes beyond room than before: many people are too much alike"
          + " to be parted by prices; choose a lower --strength");
    }
    out.printf(Locale.ROOT, "%,d vacancies lose something; prices %s %s%n", result.priced,
        result.prices, isDryRun ? "not written" : "written to " + HomePrices.file(opened));
  }

  private void row(Result result, String name, String format, ToDoubleFunction<Spread> figure) {
    output.out()
        .printf("%-32s %10s %10s %10s%n", name, text(format, figure, result.byScore),
            text(format, figure, result.lists), text(format, figure, result.byPrice));
  }

  private static String text(String format, ToDoubleFunction<Spread> figure, Spread spread) {
    return String.format(Locale.ROOT, format, figure.applyAsDouble(spread));
  }
}
