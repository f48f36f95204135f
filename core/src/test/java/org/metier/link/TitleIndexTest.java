package org.metier.link;

import org.metier.link.internal.LongMap;
import org.metier.link.internal.Grams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;

class TitleIndexTest {
  private static final List<String> WORDS = List.of("wire", "wires", "weld", "cook", "pastry");

  private static final TextAnalyzer ANALYZER = TextAnalyzer.create();

  private static String title(Random random) {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      words.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(" ", words);
  }

  private static Set<String> grams(String text) {
    Set<String> grams = new HashSet<>();
    for (String word : text.split(" ")) {
      String padded = " " + word + " ";
      for (int n = 3; n <= 4; n++) {
        for (int i = 0; i + n <= padded.length(); i++) {
          grams.add(padded.substring(i, i + n));
        }
      }
    }
    return grams;
  }

  /// Cosine of binary TF-IDF vectors, term by term.
  private static double cosine(Set<String> a, Set<String> b, List<Set<String>> texts) {
    Map<String, Double> weights = new HashMap<>();
    for (String term : a) {
      weights.put(term, weight(term, texts));
    }
    for (String term : b) {
      weights.put(term, weight(term, texts));
    }
    double shared = 0;
    double massA = 0;
    double massB = 0;
    for (Map.Entry<String, Double> term : weights.entrySet()) {
      shared += a.contains(term.getKey()) && b.contains(term.getKey()) ? term.getValue() : 0;
      massA += a.contains(term.getKey()) ? term.getValue() : 0;
      massB += b.contains(term.getKey()) ? term.getValue() : 0;
    }
    return shared / Math.sqrt(massA * massB);
  }

  private static double weight(String term, List<Set<String>> texts) {
    long having = texts.stream().filter(t -> t.contains(term)).count();
    double idf = Math.log(1 + (texts.size() + 1.0) / (having + 1.0));
    return idf * idf;
  }

  @RepeatedTest(100)
  void similarity_is_that_of_brute_force(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    TitleIndex.Builder builder = new TitleIndex.Builder(Language.EN, ANALYZER);
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      labels.add(title(random));
      builder.add(i, List.of(labels.get(i)));
    }
    TitleIndex index = builder.build();
    List<Set<String>> words = labels.stream().map(l -> terms(l)).toList();
    List<Set<String>> grams = labels.stream().map(TitleIndexTest::grams).toList();
    for (int search = 0; search < 3; search++) {
      String title = title(random);
      Map<Integer, Double> found = new TreeMap<>();
      index.search(title,
          (owner, rank, titleWords, labelWords, titleGrams, labelGrams) -> found.put(owner,
              TitleSimilarity.of(Math.sqrt(titleWords * labelWords),
                  Math.sqrt(titleGrams * labelGrams))));
      for (int i = 0; i < labels.size(); i++) {
        double expected = 0.35 * cosine(terms(title), words.get(i), words)
            + 0.65 * cosine(grams(title), grams.get(i), grams);
        assertEquals(expected, found.getOrDefault(i, 0.0), 1e-6, title + " / " + labels.get(i));
      }
    }
  }

  private static Set<String> terms(String text) {
    Set<String> terms = new HashSet<>();
    ANALYZER.analyze(Language.EN, text).forEach(token -> terms.add(token.term()));
    return terms;
  }

  @Test
  void ngrams_end_with_their_word_and_ignore_what_parts_words() {
    List<String> shown = new ArrayList<>();
    Grams.forEach("ab, cde", gram -> shown.add(text(gram)));
    assertEquals(List.of(" ab", " ab ", "ab ", " cd", " cde", "cde", "cde ", "de "), shown);
  }

  private static String text(long gram) {
    StringBuilder text = new StringBuilder();
    for (long rest = gram; rest != 0; rest >>>= Character.SIZE) {
      text.append((char) rest);
    }
    return text.reverse().toString();
  }

  @RepeatedTest(20)
  void a_map_numbers_keys_in_the_order_of_their_first_appearance(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    LongMap map = new LongMap();
    Map<Long, Integer> expected = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      long key = random.nextInt(10_000) * (1L << (random.nextInt(3) * 16));
      expected.putIfAbsent(key, expected.size());
      assertEquals(expected.get(key), map.number(key));
    }
    expected.forEach((key, number) -> assertEquals(number, map.find(key)));
    assertEquals(-1, map.find(-1));
    assertEquals(expected.size(), map.size());
    assertTrue(map.size() > 4096, "has grown");
  }
}
