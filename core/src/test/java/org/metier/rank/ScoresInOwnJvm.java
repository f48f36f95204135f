package org.metier.rank;

import java.util.Arrays;
import java.util.Random;
import org.metier.rank.GrownForests.Shape;

/// A program that prints the engine of a generated forest and a hash of many scores, for a Java virtual
/// machine with other options than that of the tests.
final class ScoresInOwnJvm {
  private static final int ROWS = 1000;

  private ScoresInOwnJvm() {}

  public static void main(String[] args) {
    System.out.println(print());
  }

  static String print() {
    var grown = new GrownForests(new Random(11), 12);
    Forest forest = grown.forest(100, 32, Shape.BUSHY);
    double[] rows = grown.rows(ROWS);
    double[] scores = new double[ROWS];
    // More rows than the forest waits for before it looks for a faster engine.
    for (int i = 0; i < 20; i++) {
      forest.score(rows, ROWS, scores);
    }
    return "offered " + VectorSupport.isOffered() + ", scores " + Arrays.hashCode(scores);
  }
}
