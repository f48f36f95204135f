package org.metier.benchmarks.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.index.Coding;
import org.metier.index.VacancyIndex;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Taking in a delivery of made-up vacancies into an empty index, all of it: reading, cleaning, coding,
/// clustering, accounting, indexing and committing, beside Lucene that only gets ready texts to index and
/// store (see [RawLucene]).
///
/// A score is the wall-clock time for one vacancy, including its share of the commits. The texts are
/// made up of real sentences, labels of the taxonomy and rare words; each is about 2,500 characters. What
/// counts is the ratio of the three within one run. `bytesPerVacancy` is the size of the index on disk, and
/// `heapMegabytes` what is in use after a garbage collection while the index is open. `cpuMicros` is the
/// processor time of the calling thread for one vacancy, which other load on the machine disturbs less.
///
/// With `-Dmetier.benchmark.home=FOLDER` the taxonomy of that home is used in place of the sample.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 6)
@Fork(value = 1, jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC", "-XX:+AlwaysPreTouch"})
public class IngestBenchmark {
  private static final int VACANCIES = 5_000;

  @Param("42")
  long seed;

  private @Nullable State0 state;
  private @Nullable Path folder;

  /// What is made once.
  private record State0(Taxonomy taxonomy, TextAnalyzer analyzer, MadeFeed feed, RawLucene raw) {}

  /// What is reported beside the time, for the last run of a benchmark.
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Sizes {
    public double bytesPerVacancy;
    public double heapMegabytes;
    public double cpuMicros;

    private long startNanos;

    void begin() {
      startNanos = cpuNanos();
    }

    void end(Path folder) throws IOException {
      cpuMicros = (cpuNanos() - startNanos) / 1e3 / VACANCIES;
      try (Stream<Path> files = Files.walk(folder)) {
        bytesPerVacancy = (double) files.filter(Files::isRegularFile)
            .mapToLong(file -> file.toFile().length())
            .sum() / VACANCIES;
      }
    }

    void heap() {
      System.gc();
      heapMegabytes = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    private static long cpuNanos() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
  }

  @Setup
  public void make() throws IOException {
    String home = System.getProperty("metier.benchmark.home");
    Taxonomy taxonomy = home == null ? Taxonomy.sample() : Taxonomy.of(Home.open(Path.of(home)));
    MadeFeed feed = MadeFeed.seeded(seed, VACANCIES, taxonomy);
    state = new State0(taxonomy, TextAnalyzer.create(), feed, new RawLucene(feed.drafts()));
  }

  @Setup(Level.Iteration)
  public void empty() throws IOException {
    folder = Files.createTempDirectory("metier-ingest");
  }

  @TearDown(Level.Iteration)
  public void delete() throws IOException {
    try (Stream<Path> files = Files.walk(folder())) {
      files.sorted(Comparator.reverseOrder()).forEach(IngestBenchmark::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private State0 state() {
    return Objects.requireNonNull(state);
  }

  private Path folder() {
    return Objects.requireNonNull(folder);
  }

  @Benchmark
  @OperationsPerInvocation(VACANCIES)
  public int rawLucene(Sizes sizes) throws IOException {
    sizes.begin();
    int indexed = state().raw.index(folder());
    sizes.end(folder());
    requireAll(indexed);
    return indexed;
  }

  @Benchmark
  @OperationsPerInvocation(VACANCIES)
  public int ingestWithoutCoding(Sizes sizes) throws IOException {
    return ingest(sizes, Coding.LATER);
  }

  @Benchmark
  @OperationsPerInvocation(VACANCIES)
  public int ingestWithCoding(Sizes sizes) throws IOException {
    return ingest(sizes, Coding.AT_INGEST);
  }

  private int ingest(Sizes sizes, Coding coding) throws IOException {
    Home home = Home.open(folder());
    try (VacancyIndex index = VacancyIndex.builder(home)
        .taxonomy(state().taxonomy)
        .analyzer(state().analyzer)
        .coding(coding)
        .build()) {
      sizes.begin();
      int received = index.ingest(state().feed.feed()).received();
      sizes.end(home.vacancyIndex());
      requireAll(received);
      return received;
    }
  }

  private static void requireAll(int count) {
    if (count != VACANCIES) {
      throw new IllegalStateException("only " + count + " of " + VACANCIES + " came in");
    }
  }
}
