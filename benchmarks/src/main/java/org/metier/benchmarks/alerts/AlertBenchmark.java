package org.metier.benchmarks.alerts;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.metier.alert.Alert;
import org.metier.alert.AlertMatcher;
import org.metier.benchmarks.market.SyntheticMarket;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Finding which of 100,000 saved profiles a new vacancy meets: our matcher, and lucene-monitor with the
/// same alerts as Lucene queries. About 41 are met.
///
/// A score is the time for one vacancy, conversion from [Vacancy] included. Ours takes all of 1,000 new
/// vacancies in turn, so that no branch is learnt by heart; lucene-monitor, being slow, takes the first 25 of
/// them one by one, and the same 25 as one batch, which it is made for. Profiles ask for no words, so no text
/// is analysed by either. The market is made up: the ratio is what counts.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(value = 1, jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
public class AlertBenchmark {
  private static final int ALERTS = 100_000;
  private static final int VACANCIES = 1_000;
  private static final int SAMPLE = 25;
  /// Vacancies that nothing was tuned on.
  private static final int FIRST = 1_000_000;

  private @Nullable Market market;

  /// The two matchers over the same alerts, and what they are asked.
  private record Market(AlertMatcher matcher, MonitoredAlerts monitored, List<Vacancy> vacancies) {
    static Market seeded(long seed) throws IOException {
      SyntheticMarket made = SyntheticMarket.seeded(seed);
      List<Alert> alerts = IntStream.range(0, ALERTS)
          .mapToObj(i -> Alert
              .ofProfile("alert" + i, "owner" + i, made.profile(i), 1, made.taxonomy())
              .build())
          .toList();
      AlertMatcher matcher = AlertMatcher.over(made.taxonomy(), TextAnalyzer.create());
      matcher.add(alerts);
      return new Market(matcher, new MonitoredAlerts(made.taxonomy(), alerts),
          IntStream.range(FIRST, FIRST + VACANCIES).mapToObj(made::vacancy).toList());
    }

    void requireSameMatches() throws IOException {
      int met = 0;
      for (Vacancy vacancy : vacancies.subList(0, SAMPLE)) {
        List<String> expected = monitored.match(List.of(vacancy)).getFirst();
        List<String> found = matcher.match(vacancy);
        if (!found.equals(expected)) {
          throw new IllegalStateException("the matchers disagree about " + vacancy.id() + ": "
              + found + " and " + expected);
        }
        met += found.size();
      }
      if (met < 10 * SAMPLE) {
        throw new IllegalStateException("only " + met + " matches of " + SAMPLE + " vacancies");
      }
    }
  }

  @Setup
  public void build() throws IOException {
    market = Market.seeded(42);
    market.requireSameMatches();
  }

  @TearDown
  public void close() throws IOException {
    market().monitored.close();
  }

  private Market market() {
    return Objects.requireNonNull(market);
  }

  @Benchmark
  @OperationsPerInvocation(VACANCIES)
  public int metier() {
    int met = 0;
    for (Vacancy vacancy : market().vacancies) {
      met += market().matcher.match(vacancy).size();
    }
    return met;
  }

  @Benchmark
  @OperationsPerInvocation(SAMPLE)
  public int luceneMonitorOneByOne() throws IOException {
    int met = 0;
    for (Vacancy vacancy : market().vacancies.subList(0, SAMPLE)) {
      met += market().monitored.match(List.of(vacancy)).getFirst().size();
    }
    return met;
  }

  @Benchmark
  @OperationsPerInvocation(SAMPLE)
  public int luceneMonitorInOneBatch() throws IOException {
    List<List<String>> matches = market().monitored.match(market().vacancies.subList(0, SAMPLE));
    return matches.stream().mapToInt(List::size).sum();
  }
}
