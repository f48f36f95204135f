package org.metier.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.metier.encoder.EncoderProgress;
import org.metier.encoder.EncoderTraining;
import org.metier.encoder.EncoderTraining.Text;
import org.metier.encoder.EncoderTraining.Weight;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.text.internal.TitleReadings;

class MeaningTest {
  private static final int OCCUPATIONS = 1_200;
  private static final List<String> ENGLISH = words(1);
  private static final List<String> FRENCH = words(2);

  private static Taxonomy taxonomy = Taxonomy.builder().build();

  /// Made-up words, which have nothing in common but letters.
  private static List<String> words(int seed) {
    Random random = new Random(seed);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < OCCUPATIONS; i++) {
      StringBuilder word = new StringBuilder();
      for (int k = 0; k < 9; k++) {
        word.append((char) ('a' + random.nextInt(26)));
      }
      words.add(word.toString());
    }
    return words;
  }

  /// An encoder that knows both names, and a taxonomy that has the English ones alone.
  @BeforeAll
  static void train() {
    EncoderTraining training = new EncoderTraining();
    Taxonomy.Builder builder = Taxonomy.builder();
    for (int i = 0; i < OCCUPATIONS; i++) {
      String uri = "o:%04d".formatted(i);
      builder.concept(uri, ConceptKind.OCCUPATION, "1111")
          .labels(uri, Language.EN, List.of(ENGLISH.get(i)));
      training.add(i, uri, Weight.NAMES, List.of(new Text(Language.EN.ordinal(), ENGLISH.get(i)),
          new Text(Language.FR.ordinal(), FRENCH.get(i))));
    }
    taxonomy = builder.build().with(training.train("abc", EncoderProgress.SILENT));
  }

  /// Of forty titles, those whose occupation is among the first five.
  private static int found(Taxonomy over) {
    OccupationLinker linker = OccupationLinker.over(over, TextAnalyzer.create());
    int right = 0;
    for (int i = 0; i < 40; i++) {
      int occupation = i;
      right += linker.rank(FRENCH.get(i), Language.FR, 5)
          .stream()
          .anyMatch(link -> link.concept() == occupation) ? 1 : 0;
    }
    return right;
  }

  @Test
  void a_title_in_a_language_without_labels_is_linked_by_its_meaning() {
    assertTrue(found(taxonomy) >= 36, found(taxonomy) + " of 40");
    assertTrue(found(taxonomy.withoutEncoder()) <= 4, "by writing alone");
  }

  @Test
  void the_nearest_label_is_named_in_its_own_language() {
    OccupationLink link = OccupationLinker.over(taxonomy, TextAnalyzer.create())
        .rank(FRENCH.get(3), Language.FR, 1)
        .getFirst();
    assertEquals(ENGLISH.get(3), link.label());
  }

  @Test
  void a_look_at_single_labels_agrees_with_the_encoder() {
    Taxonomy two = Taxonomy.builder()
        .concept("o:1", ConceptKind.OCCUPATION, "")
        .labels("o:1", Language.EN, List.of("baker", "pastry maker"))
        .labels("o:1", Language.FR, List.of("boulanger/boulangère"))
        .build();
    LabelVectors vectors = new LabelVectors(two, new int[]{0}, taxonomy.encoder().orElseThrow(),
        TitleReadings::of);
    Meaning.Look look = new Meaning(vectors, List.of("pastry maker"), Language.EN).look(0);
    assertEquals(1, look.best(), 0.01);
    assertEquals(cosine("pastry maker", "baker"), look.second(), 0.01);
    assertEquals(look.second(), look.preferred(), 1e-9);
    assertEquals((look.best() + look.second()) / 2, look.mean(), 1e-6);
    assertEquals(
        Math.max(cosine("pastry maker", "boulanger"), cosine("pastry maker", "boulangère")),
        look.elsewhere(), 0.01);
    assertEquals(1, vectors.rank(look.label()));
    assertEquals(Language.EN, vectors.language(0, look.label()));
    Meaning.Look other = new Meaning(vectors, List.of("boulangère"), Language.NL).look(0);
    assertEquals(1, other.best(), 0.01);
    assertEquals(other.best(), other.elsewhere());
    assertEquals(Language.FR, vectors.language(0, other.label()));
    assertEquals(1, vectors.reading(other.label()));
  }

  private static double cosine(String a, String b) {
    float[] x = taxonomy.encoder().orElseThrow().encode(a);
    float[] y = taxonomy.encoder().orElseThrow().encode(b);
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      sum += x[k] * y[k];
    }
    return sum;
  }
}
