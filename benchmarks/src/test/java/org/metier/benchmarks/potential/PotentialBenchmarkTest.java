package org.metier.benchmarks.potential;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metier.potential.Assessment;

/// What is measured are people who get a chance, by a score that adds up: the setup fails otherwise.
class PotentialBenchmarkTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 60})
  void most_people_are_scored_and_not_abstained_on(int trees) {
    var benchmark = new PotentialBenchmark();
    benchmark.trees = trees;
    benchmark.generate();
    long scored = IntStream.range(0, 1_000)
        .filter(i -> benchmark.assess() instanceof Assessment.Scored)
        .count();
    assertTrue(scored > 930, "scored " + scored);
  }
}
