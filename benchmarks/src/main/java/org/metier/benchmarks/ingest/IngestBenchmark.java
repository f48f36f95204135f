package org.metier.benchmarks.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.metier.benchmarks.Consumption;
import org.metier.home.Home;
import org.metier.index.Coding;
import org.metier.index.VacancyIndex;
import org.metier.index.internal.Generations;
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
/// clustering, accounting, indexing and committing, beside Lucene that only gets ready texts to index, and
/// the same texts to store (see [RawLucene]).
///
/// A score is the wall-clock time for one vacancy, including its share of the commits. The texts are
/// made up of real sentences, labels of the taxonomy and rare words; each is about 2,500 characters. What
/// counts is the ratio of the three within one run. `bytesPerVacancy` is the size of the index on disk, and
/// what is in use of the heap after a garbage collection is printed behind each run. `cpuMicros` is the
/// processor time of the calling thread for one vacancy, which other load on the machine disturbs less. JMH adds both up over the iterations in
/// its last table; the lines of the iterations have them one by one.
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
  /// Enough to have some in each language.
  private static final int FIRST = 60;

  @Param("42")
  long seed;

  private @Nullable Made made;

  /// What is made once.
  record Made(Taxonomy taxonomy, TextAnalyzer analyzer, MadeFeed first, MadeFeed feed,
      RawLucene raw) {}

  /// What is reported beside the time, for the last run of a benchmark.
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Sizes {
    public double bytesPerVacancy;
    public double cpuMicros;

    private long startNanos;

    void begin() {
      startNanos = Consumption.cpuNanos();
    }

    void end(Path folder) throws IOException {
      cpuMicros = (Consumption.cpuNanos() - startNanos) / 1e3 / VACANCIES;
      try (Stream<Path> files = Files.walk(folder)) {
        bytesPerVacancy = (double) files.filter(Files::isRegularFile)
            .mapToLong(file -> file.toFile().length())
            .sum() / VACANCIES;
      }
    }
  }

  private Made made() {
    return Objects.requireNonNull(made);
  }

  @Setup
  public void make() throws IOException {
    String home = System.getProperty("metier.benchmark.home");
    Taxonomy taxonomy = home == null ? Taxonomy.sample() : Taxonomy.of(Home.open(Path.of(home)));
    MadeFeed feed = MadeFeed.seeded(seed, VACANCIES, taxonomy);
    TextAnalyzer analyzer = TextAnalyzer.create();
    made = new Made(taxonomy, analyzer, MadeFeed.seeded(~seed, FIRST, taxonomy), feed,
        raw(feed, taxonomy, analyzer));
  }

  /// What Lucene is to store is what an ingest stores.
  private static RawLucene raw(MadeFeed feed, Taxonomy taxonomy, TextAnalyzer analyzer)
      throws IOException {
    Path folder = Files.createTempDirectory("metier-raw");
    Home home = Home.open(folder);
    try (VacancyIndex index = VacancyIndex.builder(home)
        .taxonomy(taxonomy)
        .analyzer(analyzer)
        .coding(Coding.LATER)
        .build()) {
      index.ingest(feed.feed());
      RawLucene raw = RawLucene.of(new Generations(home.vacancyIndex()).current());
      requireAll(raw.ads().size());
      return raw;
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  /// An empty folder for one run, and the index in it if the run needs one.
  public abstract static class Place {
    private @Nullable Path folder;
    private @Nullable VacancyIndex index;

    Path folder() {
      return Objects.requireNonNull(folder);
    }

    VacancyIndex index() {
      return Objects.requireNonNull(index);
    }

    void create() throws IOException {
      folder = Files.createTempDirectory("metier-ingest");
    }

    /// The vocabulary of a coder is built when it is first needed, as in a portal that runs for days: ahead
    /// of what is measured, by a few vacancies that are not counted.
    void open(Made made, Coding coding) throws IOException {
      create();
      index = VacancyIndex.builder(Home.open(folder()))
          .taxonomy(made.taxonomy)
          .analyzer(made.analyzer)
          .coding(coding)
          .build();
      index.ingest(made.first.feed());
    }

    @TearDown(Level.Iteration)
    public void close() throws IOException {
      System.gc();
      System.out.printf("%n%.1f MB of heap in use with the index open, the feed included%n",
          Consumption.usedHeapBytes() / 1e6);
      if (index != null) {
        index.close();
        index = null;
      }
      delete(folder());
    }
  }

  /// For Lucene alone.
  @State(Scope.Thread)
  public static class Raw extends Place {
    @Setup(Level.Iteration)
    public void open() throws IOException {
      create();
    }
  }

  /// An index that leaves coding for later.
  @State(Scope.Thread)
  public static class Uncoded extends Place {
    @Setup(Level.Iteration)
    public void open(IngestBenchmark benchmark) throws IOException {
      open(benchmark.made(), Coding.LATER);
    }
  }

  /// An index that codes what it takes in.
  @State(Scope.Thread)
  public static class Coded extends Place {
    @Setup(Level.Iteration)
    public void open(IngestBenchmark benchmark) throws IOException {
      open(benchmark.made(), Coding.AT_INGEST);
    }
  }

  @Benchmark
  @OperationsPerInvocation(VACANCIES)
  public int rawLucene(Raw place, Sizes sizes) throws IOException {
    sizes.begin();
    int indexed = made().raw.index(place.folder());
    sizes.end(place.folder());
    requireAll(indexed);
    return indexed;
  }

  @Benchmark
  @OperationsPerInvocation(VACANCIES)
  public int ingestWithoutCoding(Uncoded place, Sizes sizes) throws IOException {
    return ingest(place, sizes);
  }

  @Benchmark
  @OperationsPerInvocation(VACANCIES)
  public int ingestWithCoding(Coded place, Sizes sizes) throws IOException {
    return ingest(place, sizes);
  }

  private int ingest(Place place, Sizes sizes) throws IOException {
    sizes.begin();
    int received = place.index().ingest(made().feed.feed()).received();
    sizes.end(place.folder());
    requireAll(received);
    return received;
  }

  private static void requireAll(int count) {
    if (count != VACANCIES) {
      throw new IllegalStateException("only " + count + " of " + VACANCIES + " came in");
    }
  }
}
