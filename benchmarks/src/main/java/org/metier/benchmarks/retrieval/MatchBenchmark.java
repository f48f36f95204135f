package org.metier.benchmarks.retrieval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;
import org.metier.benchmarks.Consumption;
import org.metier.index.Matcher;
import org.metier.index.internal.columns.SegmentRows;
import org.metier.match.Match;
import org.metier.match.Ranker;
import org.metier.match.model.RankerModel;
import org.metier.rank.Forest;
import org.metier.rank.Tree;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;
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

/// From a profile to its best matches with reasons: retrieval, features, scores, and of the best the whole
/// vacancy, its evidence and exact Shapley values; beside bare Lucene's search (`bareSearch`) for the
/// same weighted clauses and filter, ready made, its best by score as Lucene numbers them; `bareDisjunction` leaves
/// the filter out, and finds what is not open as well.
///
/// A score is the time for one profile, of 50 that each invocation takes in turn; the CPU time of each
/// iteration is printed beside, for machines that are shared. Indexes are made once by [GeneratedHome], as
/// for [RetrievalBenchmark]. Bytes allocated: `-prof gc`; two threads: `-t 2`; growth: other parameters, such
/// as `-p candidates=100,500,2000 -p forests=1,3,9`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = {"-Xms2g", "-Xmx2g", "--add-modules", "jdk.incubator.vector"})
public class MatchBenchmark {
  private static final int PROFILES = 50;
  private static final int CHECKED = 5;

  @Param({"200000", "1000000"})
  int vacancies = 200_000;

  @Param("500")
  int candidates = 500;

  @Param("20")
  int top = 20;

  /// How many times the trees of the model that ships.
  @Param("1")
  int forests = 1;

  private @Nullable Race race;

  private record Race(Matcher matcher, BareLucene lucene, List<Question> questions) {}

  /// CPU time of one thread.
  @State(Scope.Thread)
  public static class Cpu {
    private long nanos;
    private int runs;

    @Setup(Level.Iteration)
    public void reset() {
      nanos = 0;
      runs = 0;
    }

    @TearDown(Level.Iteration)
    public void print() {
      System.out.printf(Locale.ROOT, "(CPU %.0f us/op) ", nanos / 1e3 / runs / PROFILES);
    }
  }

  @Setup
  public void open() throws IOException {
    Path folder = Path.of(System.getProperty("metier.benchmarks",
        Objects.requireNonNull(System.getProperty("java.io.tmpdir"))));
    GeneratedHome made = GeneratedHome.in(folder, 42, vacancies);
    TextAnalyzer analyzer = TextAnalyzer.create();
    Ranker ranker = Ranker.of(model(), made.market().taxonomy(), analyzer);
    Race opened = new Race(made.matcher(analyzer, candidates, ranker), BareLucene.over(made),
        Question.placed(made, PROFILES, Reach.OPEN, analyzer));
    race = opened;
    describeRows(opened.lucene);
    requireSameAsReadingAll(opened, ranker);
    requireSameCandidates(opened);
  }

  /// What is compared must be two ways to nearly the same candidates.
  private static void requireSameCandidates(Race opened) throws IOException {
    double shared = 0;
    for (Question question : opened.questions) {
      shared += opened.lucene.shared(question,
          opened.matcher.candidateIds(question.profile(), question.filter())) / PROFILES;
    }
    System.out.printf(Locale.ROOT, "# %.1f %% of the candidates are those of bare Lucene%n",
        100 * shared);
    if (shared < 0.9) {
      throw new IllegalStateException("bare Lucene has other candidates");
    }
  }

  private RankerModel model() {
    Forest standard = RankerModel.standard().forest();
    List<Tree> trees = new ArrayList<>();
    Collections.nCopies(forests, standard.trees()).forEach(trees::addAll);
    return RankerModel.of(Forest.of(standard.featureCount(), standard.offset(), trees));
  }

  private static void describeRows(BareLucene lucene) throws IOException {
    long bytes = 0;
    int count = 0;
    for (LeafReaderContext leaf : lucene.searcher().getIndexReader().leaves()) {
      SegmentRows rows = SegmentRows.of(leaf.reader());
      bytes += rows.bytes();
      count += rows.count();
    }
    System.out.printf(Locale.ROOT, "# %,d rows in memory, %,d bytes, %.0f a vacancy%n", count,
        bytes, (double) bytes / count);
  }

  /// What is found by rows must be what is found when all candidates are read.
  private void requireSameAsReadingAll(Race opened, Ranker ranker) {
    for (Question question : opened.questions.subList(0, CHECKED)) {
      List<Vacancy> read = opened.matcher.candidates(question.profile(), question.filter());
      List<Match> expected = ranker.rank(question.profile(), read, top, GeneratedHome.NOW);
      List<Match> found = opened.matcher.match(question.profile(), question.filter(), top);
      if (expected.isEmpty() || !expected.equals(found)) {
        throw new IllegalStateException(
            "other matches for " + question.profile().id() + " than by reading all candidates");
      }
    }
  }

  @TearDown
  public void close() throws IOException {
    race().matcher.close();
    race().lucene.close();
  }

  private Race race() {
    return Objects.requireNonNull(race);
  }

  /// What is done for one question.
  private interface Task {
    int answer(Question question) throws IOException;
  }

  private int forAll(Cpu cpu, Task task) throws IOException {
    long start = Consumption.cpuNanos();
    int found = 0;
    for (Question question : race().questions) {
      found += task.answer(question);
    }
    cpu.nanos += Consumption.cpuNanos() - start;
    cpu.runs++;
    return found;
  }

  /// Lucene's search for the same candidates: the same clauses, and the same filter.
  @Benchmark
  @OperationsPerInvocation(PROFILES)
  public int bareSearch(Cpu cpu) throws IOException {
    return forAll(cpu, question -> race().lucene.best(question, candidates).length);
  }

  /// The same clauses over all entries, open or not.
  @Benchmark
  @OperationsPerInvocation(PROFILES)
  public int bareDisjunction(Cpu cpu) throws IOException {
    return forAll(cpu, question -> race().lucene.bestOfAll(question, candidates).length);
  }

  @Benchmark
  @OperationsPerInvocation(PROFILES)
  public int match(Cpu cpu) throws IOException {
    return forAll(cpu,
        question -> race().matcher.match(question.profile(), question.filter(), top).size());
  }
}
