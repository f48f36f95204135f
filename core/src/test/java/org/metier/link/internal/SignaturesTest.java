package org.metier.link.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SignaturesTest {
  private static float[] vector(Random random) {
    float[] vector = new float[128];
    for (int k = 0; k < vector.length; k++) {
      vector[k] = (float) random.nextGaussian();
    }
    return vector;
  }

  private static int differing(float[] a, float[] b) {
    return (int) IntStream.range(0, a.length).filter(k -> a[k] > 0 != b[k] > 0).count();
  }

  @RepeatedTest(50)
  void the_nearest_are_those_whose_signs_differ_least(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    float[][] vectors = IntStream.range(0, 1 + random.nextInt(300))
        .mapToObj(i -> vector(random))
        .toArray(float[][]::new);
    float[] query = vector(random);
    int count = 1 + random.nextInt(40);
    int[] expected = IntStream.range(0, vectors.length)
        .boxed()
        .sorted(Comparator.comparingInt(i -> differing(vectors[i], query)))
        .limit(count)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
    assertArrayEquals(expected,
        Signatures.of(vectors.length, i -> vectors[i]).nearest(query, count));
  }

  @Test
  void a_vector_is_nearest_to_itself_and_its_opposite_is_found_last() {
    float[] own = vector(new Random(1));
    float[] opposite = new float[own.length];
    for (int k = 0; k < own.length; k++) {
      opposite[k] = -own[k];
    }
    Signatures signs = Signatures.of(2, i -> i == 0 ? opposite : own);
    assertArrayEquals(new int[]{1}, signs.nearest(own, 1));
    assertArrayEquals(new int[]{0, 1}, signs.nearest(own, 5));
    assertEquals(0, Signatures.of(0, i -> own).nearest(own, 5).length);
    assertTrue(differing(own, opposite) > 100);
  }
}
