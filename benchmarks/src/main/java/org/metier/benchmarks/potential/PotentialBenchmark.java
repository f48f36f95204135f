package org.metier.benchmarks.potential;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.metier.potential.Assessment;
import org.metier.potential.Contribution;
import org.metier.potential.Facts;
import org.metier.potential.Score;
import org.metier.potential.Scorer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// People scored a second by one thread, of answers already read: with contributions and interval (`score`), and with
/// abstention, bands and what a log needs, two hashes included (`assess`). The model of 0 trees has the columns and
/// replicates of one trained on the example form; the other has 60 trees of 8 leaves more. Six million people in a night
/// of eight hours on two cores are 105 a second and core. Reading a table or a request is not in it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = {"-Xms1g", "-Xmx1g"})
public class PotentialBenchmark {
  private static final int PEOPLE = 4_096;
  private static final int LEAVES = 8;

  @Param({"0", "60"})
  int trees;

  private final List<Facts> people = new ArrayList<>();
  private Scorer scorer = scorer(new GeneratedPotential(1), 0);
  private int next;

  private static Scorer scorer(GeneratedPotential generated, int trees) {
    return Scorer.of(generated.model(trees, LEAVES), generated.specification());
  }

  @Setup
  public void generate() {
    var generated = new GeneratedPotential(42);
    scorer = scorer(generated, trees);
    for (int i = 0; i < PEOPLE; i++) {
      people.add(generated.facts());
      Score score = scorer.score(people.get(i));
      double sum = score.base();
      for (Contribution contribution : score.contributions()) {
        sum += contribution.value();
      }
      if (!(Math.abs(sum - score.value()) < Score.TOLERANCE)
          || !(Math.abs(score.chance() - scorer.chance(people.get(i).toArray())) < 1e-9)) {
        throw new IllegalStateException("the score of person " + i + " does not add up");
      }
    }
    long scored = people.stream()
        .filter(facts -> scorer.assess(facts) instanceof Assessment.Scored)
        .count();
    if (scored < 0.95 * PEOPLE) { // an abstention costs less, and is not what is measured
      throw new IllegalStateException("only " + scored + " of " + PEOPLE + " people get a chance");
    }
  }

  private Facts next() {
    next = (next + 1) % PEOPLE;
    return people.get(next);
  }

  @Benchmark
  public Score score() {
    return scorer.score(next());
  }

  @Benchmark
  public Assessment assess() {
    return scorer.assess(next());
  }
}
