package org.metier.benchmarks.titles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.metier.link.internal.TitleSet;

/// Cosine of TF-IDF vectors of character n-grams, 2 to 5 characters within words that are padded with a
/// space on both sides; `tf` counts, `idf = ln((1 + N) / (1 + n)) + 1`, vectors of length 1. A concept
/// ranks as its best label; equal scores come in the order of the corpus.
public final class GramRanker implements TitleRanker {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 5;

  private final List<String> concepts;
  private final Map<String, Double> idf = new HashMap<>();
  private final Map<String, List<Posting>> postings = new HashMap<>();

  private record Posting(int label, double weight) {}

  public GramRanker(TitleSet titles) {
    concepts = titles.labels().stream().map(TitleSet.Label::concept).toList();
    List<Map<String, Integer>> counts = titles.labels()
        .stream()
        .map(label -> counts(label.text()))
        .toList();
    Map<String, Integer> labels = new HashMap<>();
    counts.forEach(own -> own.keySet().forEach(gram -> labels.merge(gram, 1, Integer::sum)));
    labels.forEach((gram, n) -> idf.put(gram,
        StrictMath.log((1.0 + concepts.size()) / (1.0 + n)) + 1));
    for (int label = 0; label < counts.size(); label++) {
      int number = label;
      unit(counts.get(label)).forEach((gram, weight) -> postings
          .computeIfAbsent(gram, g -> new ArrayList<>())
          .add(new Posting(number, weight)));
    }
  }

  private static Map<String, Integer> counts(String text) {
    Map<String, Integer> counts = new HashMap<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      String padded = " " + word + " ";
      for (int n = SHORTEST; n <= LONGEST; n++) {
        for (int i = 0; i + n <= padded.length() && !word.isEmpty(); i++) {
          counts.merge(padded.substring(i, i + n), 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  private Map<String, Double> unit(Map<String, Integer> counts) {
    Map<String, Double> vector = new HashMap<>();
    double squares = 0;
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      Double rarity = idf.get(count.getKey());
      if (rarity != null) {
        double weight = count.getValue() * rarity;
        vector.put(count.getKey(), weight);
        squares += weight * weight;
      }
    }
    double length = StrictMath.sqrt(squares);
    vector.replaceAll((gram, weight) -> weight / length);
    return vector;
  }

  @Override
  public List<String> rank(String title) {
    double[] scores = new double[concepts.size()];
    unit(counts(title)).forEach((gram, weight) -> postings.getOrDefault(gram, List.of())
        .forEach(posting -> scores[posting.label] += weight * posting.weight));
    Set<String> ranked = new LinkedHashSet<>();
    // positive floats order as their bits do: one number sorts by falling score, then by label
    LongStream.range(0, scores.length)
        .filter(label -> (float) scores[(int) label] > 0)
        .map(label -> ((long) -Float.floatToIntBits((float) scores[(int) label]) << Integer.SIZE)
            | label)
        .sorted()
        .forEach(key -> ranked.add(concepts.get((int) key)));
    return List.copyOf(ranked);
  }
}
