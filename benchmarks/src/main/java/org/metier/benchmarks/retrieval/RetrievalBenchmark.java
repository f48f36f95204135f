package org.metier.benchmarks.retrieval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.metier.benchmarks.Consumption;
import org.metier.index.Matcher;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.VacancyId;
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

/// Finding a profile's 500 candidates among 1,000,000 vacancies: ours, from the profile to ids in a
/// reproducible order, filtered; and bare Lucene's search for the same weighted clauses and filter, ready made, its
/// best 500 by score as Lucene numbers them; `bareDisjunction` leaves the filter out and finds others.
///
/// A score is the time for one profile, of 50 that each invocation takes in turn; the CPU time of each
/// iteration is printed beside, for machines that are shared. `read` reads and parses the candidates for
/// the ranker as well. The index is made once by [GeneratedHome] and kept in the folder that the system
/// property `metier.benchmarks` names, else in the system's folder for temporary files: some 2 GB, which
/// should fit into memory, or the disk is measured. The market is made up: the ratio is what counts.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
public class RetrievalBenchmark {
  private static final int PROFILES = 50;
  private static final int VACANCIES = 1_000_000;
  private static final int CHECKED = 5;
  private static final int CANDIDATES = 500;

  @Param
  Reach reach = Reach.OPEN;

  private @Nullable Race race;
  private long cpuNanos;
  private int runs;

  /// Both sides and what they are asked.
  private record Race(Matcher matcher, BareLucene lucene, List<Question> questions) {}

  @Setup
  public void open() throws IOException {
    Path folder = Path.of(
        System.getProperty("metier.benchmarks",
            Objects.requireNonNull(System.getProperty("java.io.tmpdir"))));
    GeneratedHome made = GeneratedHome.in(folder, 42, VACANCIES);
    TextAnalyzer analyzer = TextAnalyzer.create();
    List<Question> questions = Question.placed(made, PROFILES, reach, analyzer);
    race = new Race(made.matcher(analyzer, CANDIDATES), BareLucene.over(made), questions);
    requireSameCandidates();
  }

  /// Ours must be what is found when every vacancy is looked at, and all are sorted by score and id.
  private void requireSameCandidates() throws IOException {
    int sum = 0;
    for (Question question : race().questions.subList(0, CHECKED)) {
      List<VacancyId> found = race().matcher.candidateIds(question.profile(), question.filter());
      List<VacancyId> expected = race().lucene.exactly(question, CANDIDATES);
      if (!found.equals(expected)) {
        throw new IllegalStateException("other candidates for " + question.profile().id()
            + " than by sorting all: " + found.size() + " and " + expected.size());
      }
      sum += found.size();
    }
    System.out.printf(Locale.ROOT, "# %.1f candidates a profile, %.1f clauses%n",
        (double) sum / CHECKED,
        race().questions.stream().mapToInt(Question::clauses).average().orElseThrow());
  }

  private Race race() {
    return Objects.requireNonNull(race);
  }

  @Setup(Level.Iteration)
  public void resetCpu() {
    cpuNanos = 0;
    runs = 0;
  }

  @TearDown(Level.Iteration)
  public void printCpu() {
    System.out.printf(Locale.ROOT, "(CPU %.0f us/op) ", cpuNanos / 1e3 / runs / PROFILES);
  }

  @TearDown
  public void close() throws IOException {
    race().matcher.close();
    race().lucene.close();
  }

  /// What is done for one question.
  private interface Task {
    int answer(Question question) throws IOException;
  }

  private int forAll(Task task) throws IOException {
    long start = Consumption.cpuNanos();
    int found = 0;
    for (Question question : race().questions) {
      found += task.answer(question);
    }
    cpuNanos += Consumption.cpuNanos() - start;
    runs++;
    return found;
  }

  @Benchmark
  @OperationsPerInvocation(PROFILES)
  public int bareDisjunction() throws IOException {
    return forAll(question -> race().lucene.bestOfAll(question, CANDIDATES).length);
  }

  @Benchmark
  @OperationsPerInvocation(PROFILES)
  public int bareSearch() throws IOException {
    return forAll(question -> race().lucene.best(question, CANDIDATES).length);
  }

  @Benchmark
  @OperationsPerInvocation(PROFILES)
  public int find() throws IOException {
    return forAll(question -> race().matcher
        .candidateIds(question.profile(), question.filter())
        .size());
  }

  @Benchmark
  @OperationsPerInvocation(PROFILES)
  public int read() throws IOException {
    return forAll(question -> race().matcher
        .candidates(question.profile(), question.filter())
        .size());
  }
}
