package org.metier.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.profile.CompetenceProfile;
import org.metier.profiling.Profiler;
import org.metier.taxonomy.Taxonomy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;

/// Making profiles of the text of CVs in five languages, by one profiler that all threads share, from one and
/// from two threads. The CVs are plain text, which needs no extraction by a child process.
///
/// A score is profiles a second; beside it stand the profiles by a second of each thread's processor time,
/// which other programs on the machine hardly change: as many with two threads as with one means that the
/// threads do not hinder each other. The taxonomy is that of the home that the system property `metier.home`
/// names, else the sample; titles are linked with its encoder if it has one. The CVs are made up: 500
/// different ones, so that the titles that a linker remembers are a small part.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
public class CvAnalysisBenchmark {
  private static final int CVS = 500;

  private List<byte[]> cvs = List.of();
  private @Nullable Profiler profiler;

  @Setup
  public void open() throws IOException {
    String home = System.getProperty("metier.home", "");
    Taxonomy taxonomy = home.isBlank()
        ? Taxonomy.sample()
        : Taxonomy.of(Home.open(Path.of(home)));
    cvs = WrittenCvs.seeded(42, CVS, taxonomy)
        .stream()
        .map(cv -> cv.getBytes(StandardCharsets.UTF_8))
        .toList();
    profiler = Profiler.builder(taxonomy).build();
    requireWholeProfiles();
  }

  /// Jobs and skills must be found, or the work was not done.
  private void requireWholeProfiles() throws IOException {
    int jobs = 0;
    int skills = 0;
    int checked = 50;
    for (int i = 0; i < checked; i++) {
      CompetenceProfile profile = profile(i);
      jobs += profile.occupations().size();
      skills += profile.competences().size();
    }
    double characters = cvs.stream().mapToInt(cv -> cv.length).average().orElseThrow();
    System.out.printf(Locale.ROOT, "# %.0f bytes, %.1f jobs and %.1f skills a CV%n", characters,
        (double) jobs / checked, (double) skills / checked);
    if (jobs < checked || skills < 5 * checked) {
      throw new IllegalStateException("profiles lack jobs or skills");
    }
  }

  private CompetenceProfile profile(int number) throws IOException {
    return Objects.requireNonNull(profiler)
        .profile(new ByteArrayInputStream(cvs.get(number % CVS)), "cv");
  }

  @TearDown
  public void close() {
    Objects.requireNonNull(profiler).close();
  }

  /// One thread's place among the CVs, and its processor time.
  @State(Scope.Thread)
  public static class Reader {
    private final ProcessorTime time = new ProcessorTime();
    private int next = (int) (Thread.currentThread().threadId() * 97 % CVS);

    @TearDown(Level.Iteration)
    public void endIteration() {
      time.iteration();
    }

    @TearDown
    public void printMedian(BenchmarkParams params) {
      System.out.printf(Locale.ROOT,
          "# %d threads: %.1f profiles by a second of this thread's processor time (median)%n",
          params.getThreads(), time.median(params.getMeasurement().getCount()));
    }
  }

  @Benchmark
  @Threads(1)
  public CompetenceProfile one_thread(Reader reader) throws IOException {
    return timed(reader);
  }

  @Benchmark
  @Threads(2)
  public CompetenceProfile two_threads(Reader reader) throws IOException {
    return timed(reader);
  }

  private CompetenceProfile timed(Reader reader) throws IOException {
    reader.time.start();
    CompetenceProfile profile = profile(reader.next++);
    reader.time.stop(1);
    return profile;
  }
}
