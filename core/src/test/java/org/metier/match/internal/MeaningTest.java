package org.metier.match.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.encoder.LabelEncoder;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

class MeaningTest {
  private static final Taxonomy TAXONOMY = Taxonomy.sample().withEncoderOfLabels();
  private static final Meaning MEANING = Meaning.of(TAXONOMY).orElseThrow();

  @Test
  void a_taxonomy_without_an_encoder_says_nothing_of_meaning() {
    assertTrue(Meaning.of(Taxonomy.sample()).isEmpty());
  }

  @Test
  void the_own_name_of_an_occupation_is_closer_than_another_one() {
    int nearer = 0;
    int[] occupations = TAXONOMY.concepts(ConceptKind.OCCUPATION);
    for (int i = 0; i < occupations.length; i++) {
      MeaningSum french = new MeaningSum();
      french.add(MEANING.ofText(TAXONOMY.label(occupations[i], Language.FR)), 1);
      double own = french.direction().cosine(MEANING.ofConcept(occupations[i]));
      double other = french.direction()
          .cosine(MEANING.ofConcept(occupations[(i + 1) % occupations.length]));
      nearer += own > other ? 1 : 0;
    }
    assertTrue(nearer > 0.95 * occupations.length, nearer + " of " + occupations.length);
  }

  /// Rounding each of 128 numbers to a 254th of their range turns a direction by less than half a degree.
  @RepeatedTest(100)
  void rounding_to_bytes_hardly_turns_a_direction(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    float[] one = random(random);
    float[] other = random(random);
    double exact = 0;
    double squaresOfOne = 0;
    double squaresOfOther = 0;
    for (int i = 0; i < one.length; i++) {
      exact += one[i] * other[i];
      squaresOfOne += one[i] * one[i];
      squaresOfOther += other[i] * other[i];
    }
    assertEquals(exact / Math.sqrt(squaresOfOne * squaresOfOther),
        direction(one).cosine(direction(other)), 0.01);
  }

  @Test
  void what_says_nothing_points_nowhere() {
    MeaningSum sum = new MeaningSum();
    sum.add(MEANING.ofText("…"), 1);
    assertFalse(sum.direction().isKnown());
    assertTrue(Double.isNaN(sum.direction().cosine(direction(random(new Random(1))))));
  }

  private static Direction direction(float[] vector) {
    MeaningSum sum = new MeaningSum();
    sum.add(vector, 1);
    return sum.direction();
  }

  private static float[] random(Random random) {
    float[] vector = new float[LabelEncoder.DIMENSIONS];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return vector;
  }
}
