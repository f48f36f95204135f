package org.metier.benchmarks.market;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The made-up words of one language, most frequent first.
final class Words {
  private static final int COUNT = 30_000;
  private static final Zipf FREQUENCY = new Zipf(COUNT, 1);
  private static final int WORDS_PER_SENTENCE = 12;

  private final List<String> words = new ArrayList<>(COUNT);

  /// @param ending what every word ends in, so that languages share no word
  Words(long seed, String ending) {
    var random = new Random(seed);
    Set<String> known = new HashSet<>();
    while (words.size() < COUNT) {
      StringBuilder word = new StringBuilder();
      for (int syllables = 2 + random.nextInt(3); syllables > 0; syllables--) {
        word.append("bcdfgklmnprtvz".charAt(random.nextInt(14)))
            .append("aeiou".charAt(random.nextInt(5)));
      }
      if (known.add(word.append(ending).toString())) {
        words.add(word.toString());
      }
    }
  }

  /// A word as running text has them.
  String draw(RandomGenerator random) {
    return words.get(FREQUENCY.draw(random));
  }

  /// A name of one to three words, each of them rare enough to mean something.
  String name(RandomGenerator random) {
    StringBuilder name = new StringBuilder();
    for (int count = 1 + random.nextInt(3); count > 0; count--) {
      name.append(name.isEmpty() ? "" : " ").append(words.get(200 + random.nextInt(COUNT - 200)));
    }
    return name.toString();
  }

  void appendText(StringBuilder text, int count, RandomGenerator random) {
    for (int i = 1; i <= count; i++) {
      text.append(draw(random)).append(i % WORDS_PER_SENTENCE == 0 || i == count ? ". " : " ");
    }
  }
}
