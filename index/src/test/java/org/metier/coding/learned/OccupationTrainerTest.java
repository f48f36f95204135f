package org.metier.coding.learned;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.index.Market;
import org.metier.text.Language;

class OccupationTrainerTest {
  private static final List<CodedAd> ADS = BakersAndButchers.ads(120);
  private static final TrainedCoder CODER = trainer().train(ADS);

  @TempDir
  Path folder;

  @Test
  void it_reads_the_unit_group_off_the_description() {
    AdText butcher = new AdText("Helper wanted", "In our shop you bone hams and cut meat.", "firm");
    List<UnitGroupGuess> guesses = CODER.model().guess(butcher, 3);
    assertEquals("7511", guesses.getFirst().unitGroup());
    assertEquals(1, guesses.stream().mapToDouble(UnitGroupGuess::probability).sum(), 1e-9);
    assertTrue(guesses.getFirst().probability() > 0.7, guesses.toString());
  }

  @Test
  void held_out_advertisements_are_measured() {
    assertTrue(CODER.measures().getOrDefault("accuracyAt1", 0.0) > 0.9,
        CODER.measures().toString());
    double heldOut = CODER.measures().getOrDefault("heldOut", 0.0);
    assertTrue(heldOut > 10 && heldOut < 40, CODER.measures().toString());
  }

  @Test
  void names_of_the_classification_and_labels_of_the_taxonomy_are_learned() {
    assertEquals("7512",
        CODER.model().guess(AdText.ofTitle("bread"), 1).getFirst().unitGroup());
    assertEquals("7512",
        CODER.model().guess(AdText.ofTitle("pastry"), 1).getFirst().unitGroup());
    assertEquals(Set.of(Language.EN), CODER.model().languages());
  }

  @Test
  void a_language_of_one_advertisement_in_a_hundred_is_answered_for_and_of_fewer_not() {
    AdText polish = new AdText("Piekarz",
        "Szukamy osoby do pracy w naszej piekarni, która upiecze chleb i bułki dla całego miasta.",
        "");
    List<CodedAd> ads = new ArrayList<>(ADS);
    ads.add(new CodedAd(polish, "7512", "piekarz"));
    assertEquals(Set.of(Language.EN), trainer().train(ads).model().languages());
    ads.add(new CodedAd(polish, "7512", "piekarz"));
    assertEquals(Set.of(Language.EN, Language.PL), trainer().train(ads).model().languages());
  }

  @Test
  void what_hardly_weighs_is_left_out_of_a_vector_and_the_rest_stays_as_it_is() {
    Vocabulary.Builder counted = new Vocabulary.Builder();
    AdText text = new AdText("baker", "bread rolls", "");
    counted.add(text);
    Vocabulary even = counted.build(new int[]{1, 1, 1, 1});
    float[] weights = new float[even.size()];
    Arrays.fill(weights, 1);
    weights[AdVector.whole(text, even).feature(0)] = 0.001f;
    Vocabulary weighed = even.withWeights(weights);
    AdVector whole = AdVector.whole(text, weighed);
    AdVector vector = AdVector.of(text, weighed);
    assertEquals(whole.size() - 1, vector.size());
    for (int i = 0; i < vector.size(); i++) {
      assertEquals(whole.feature(i + 1), vector.feature(i));
      assertEquals(whole.value(i + 1), vector.value(i));
    }
  }

  @Test
  void a_text_without_known_words_gets_no_guess() {
    assertEquals(List.of(), CODER.model().guess(new AdText("", "", ""), 3));
    assertEquals(List.of(), CODER.model().guess(AdText.ofTitle("повар"), 3));
  }

  @Test
  void the_same_seed_trains_the_same_bytes_and_another_others() {
    assertEquals(CODER.model().sha256(), trainer().train(ADS).model().sha256());
    String other = OccupationTrainer.builder(Market.taxonomy())
        .seed(2)
        .build()
        .train(ADS)
        .model()
        .sha256();
    assertTrue(!other.equals(CODER.model().sha256()));
  }

  @Test
  void a_file_reads_back_to_the_same_model() {
    Path file = folder.resolve("models").resolve("coder.bin");
    CODER.model().write(file);
    OccupationModel read = OccupationModel.read(file);
    assertEquals(CODER.model().sha256(), read.sha256());
    assertEquals(CODER.model().languages(), read.languages());
    for (CodedAd ad : ADS) {
      assertEquals(CODER.model().guess(ad.text(), 3), read.guess(ad.text(), 3));
    }
  }

  @Test
  void every_damage_is_refused_as_such() throws IOException {
    Path file = folder.resolve("coder.bin");
    CODER.model().write(file);
    byte[] good = Files.readAllBytes(file);
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      assertThrows(OccupationModelException.class, () -> OccupationModelFile.parse(file, bad));
      byte[] cut = Arrays.copyOf(good, random.nextInt(good.length));
      assertThrows(OccupationModelException.class, () -> OccupationModelFile.parse(file, cut));
    }
  }

  /// A hash tells damage, not malice: bytes that were signed anew must not break the reader either.
  @Test
  void forged_content_with_a_right_hash_is_refused_or_harmless() {
    byte[] body = OccupationModelFile.body(CODER.model());
    Random random = new Random(5);
    Path file = Path.of("forged.bin");
    for (int i = 0; i < 300; i++) {
      byte[] forged = body.clone();
      int at = 8 + random.nextInt(i % 2 == 0 ? 200 : forged.length - 8);
      forged[at] = (byte) random.nextInt(256);
      byte[] whole = OccupationModelFile.sealed(forged);
      try {
        OccupationModelFile.parse(file, whole).guess(ADS.getFirst().text(), 3);
      } catch (OccupationModelException e) {
        assertTrue(Market.message(e).startsWith("forged.bin: "), e.getMessage());
      }
    }
  }

  @Test
  void too_little_to_learn_from_is_refused_with_the_numbers() {
    IllegalArgumentException failure = assertThrows(IllegalArgumentException.class,
        () -> trainer().train(ADS.subList(0, 10)));
    assertTrue(Market.message(failure).contains("there were 10 of 2"), failure.getMessage());
  }

  @Test
  void near_duplicates_never_part() {
    List<AdText> texts = List.of(
        new AdText("Baker", "You bake bread and rolls for the whole town every morning.", "A"),
        new AdText("Baker!", "You bake bread and rolls for the whole town every morning.", "B"),
        new AdText("Cook", "Quite another text about soups and sauces in a large kitchen.", "C"),
        new AdText("Cook", "And a third one, which only shares employer and title with it.", "C"),
        new AdText("Cook", "And somebody else, who cooks for children in a school at noon.", "D"));
    assertArrayEquals(new int[]{0, 0, 2, 2, 4}, AdClusters.of(texts));
    for (long seed = 0; seed < 50; seed++) {
      int[] folds = OccupationTrainer.folds(texts, 5, seed);
      assertEquals(folds[0], folds[1]);
      assertEquals(folds[2], folds[3]);
    }
  }

  private static OccupationTrainer trainer() {
    return OccupationTrainer.builder(Market.taxonomy()).build();
  }
}
