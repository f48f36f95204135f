package org.metier.benchmarks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;

/// Labels and texts made up from one seed: words by Zipf's law, labels of one to five words, and texts
/// in which every tenth place or so holds a label.
record LabelledText(Taxonomy taxonomy, List<List<String>> labels, List<String> texts) {
  private static final int VOCABULARY = 20_000;
  private static final int TEXTS = 200;
  private static final int WORDS_PER_TEXT = 700;

  static LabelledText seeded(long seed, int labelCount) {
    var random = new Random(seed);
    List<String> vocabulary = vocabulary(random);
    TextAnalyzer analyzer = TextAnalyzer.create();
    Taxonomy.Builder taxonomy = Taxonomy.builder();
    Set<List<String>> known = new HashSet<>();
    List<List<String>> labels = new ArrayList<>();
    while (labels.size() < labelCount) {
      List<String> words = new ArrayList<>();
      for (int w = 1 + random.nextInt(5); w > 0; w--) {
        words.add(vocabulary.get(zipf(random)));
      }
      List<String> stems = words.stream().map(w -> analyzer.term(Language.EN, w)).toList();
      boolean saysSomething = words.stream().anyMatch(w -> !analyzer.isStopWord(Language.EN, w));
      if (saysSomething && known.add(stems)) {
        // the number in the URI is the place in the list, and URIs sort by it
        String uri = "label:%07d".formatted(labels.size());
        taxonomy.concept(uri, ConceptKind.SKILL, "")
            .labels(uri, Language.EN, List.of(String.join(" ", words)));
        labels.add(words);
      }
    }
    List<String> texts = new ArrayList<>();
    for (int t = 0; t < TEXTS; t++) {
      texts.add(text(random, vocabulary, labels));
    }
    return new LabelledText(taxonomy.build(), labels, texts);
  }

  private static String text(Random random, List<String> vocabulary, List<List<String>> labels) {
    StringBuilder text = new StringBuilder();
    for (int w = 0; w < WORDS_PER_TEXT; w++) {
      text.append(random.nextInt(10) == 0
          ? String.join(" ", labels.get(random.nextInt(labels.size())))
          : vocabulary.get(zipf(random)));
      text.append(random.nextInt(12) == 0 ? ". " : " ");
    }
    return text.toString();
  }

  private static List<String> vocabulary(Random random) {
    Set<String> words = new HashSet<>();
    List<String> ordered = new ArrayList<>();
    while (ordered.size() < VOCABULARY) {
      StringBuilder word = new StringBuilder();
      for (int syllables = 2 + random.nextInt(3); syllables > 0; syllables--) {
        word.append("bcdfglmnprstvz".charAt(random.nextInt(14)))
            .append("aeiou".charAt(random.nextInt(5)));
      }
      word.append(random.nextInt(3) == 0 ? "s" : "r");
      if (words.add(word.toString())) {
        ordered.add(word.toString());
      }
    }
    return ordered;
  }

  /// A rank by Zipf's law with exponent 1, by inversion of its continuous form.
  private static int zipf(Random random) {
    return (int) (StrictMath.pow(VOCABULARY, random.nextDouble()) - 1);
  }
}
