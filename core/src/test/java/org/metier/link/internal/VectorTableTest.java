package org.metier.link.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class VectorTableTest {
  private static float[] unit(Random random, int dimensions) {
    float[] vector = new float[dimensions];
    double squares = 0;
    for (int k = 0; k < dimensions; k++) {
      vector[k] = (float) random.nextGaussian();
      squares += vector[k] * vector[k];
    }
    for (int k = 0; k < dimensions; k++) {
      vector[k] /= (float) Math.sqrt(squares);
    }
    return vector;
  }

  @RepeatedTest(20)
  void a_cosine_is_that_of_brute_force_within_a_hundredth(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    int dimensions = 4 * (1 + random.nextInt(32));
    VectorTable.Builder builder = new VectorTable.Builder(dimensions);
    float[][] vectors = new float[200][];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = i == 7 ? new float[dimensions] : unit(random, dimensions);
      builder.add(vectors[i]);
    }
    VectorTable table = builder.build();
    assertEquals(200, table.size());
    float[] query = unit(random, dimensions);
    VectorTable.Query asked = new VectorTable.Query(query);
    for (int i = 0; i < vectors.length; i++) {
      double expected = 0;
      for (int k = 0; k < dimensions; k++) {
        expected += query[k] * vectors[i][k];
      }
      assertEquals(expected, table.dot(i, asked), 0.01);
    }
    assertEquals(0, table.dot(3, new VectorTable.Query(new float[dimensions])));
  }
}
