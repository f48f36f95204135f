package org.metier.link;

import org.metier.link.internal.IntList;
import org.metier.link.internal.LongMap;
import org.metier.link.internal.Grams;
import org.metier.link.internal.Postings;
import org.metier.link.internal.VectorTable;
import org.metier.link.internal.Signatures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.metier.encoder.LabelEncoder;
import org.metier.text.internal.Folding;
import org.metier.text.internal.WordMemo;

/// The words of one language's labels, and which of them are akin to a word: alike in writing, as
/// `collaborate` and `collaborative`, or near in meaning, as the encoder learnt it from the labels.
///
/// Thread-safe. To find the kin of a word costs a tenth of a millisecond, of one seen lately a look-up.
final class SkillWords {
  /// Less alike words have nothing to do with each other.
  private static final float LEAST_LIKENESS = 0.5f;
  private static final int MOST_KIN = 12;
  /// So many words, the nearest by their vectors' signs, are compared.
  private static final int COMPARED = 200;
  private static final int REMEMBERED_LOG2 = 12;

  private final Map<String, Integer> numbers;
  private final LongMap grams;
  private final Postings byGram;
  private final @Nullable VectorTable vectors;
  private final @Nullable Signatures signs;
  private final @Nullable LabelEncoder encoder;
  private final WordMemo<Kin> known = new WordMemo<>(REMEMBERED_LOG2);

  /// The words that are akin to one, the likest first.
  ///
  /// @param term the number of the word itself; -1 if no label has it
  /// @param terms numbers of words, the word itself among them
  /// @param likeness of each, up to 1
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Kin(int term, int[] terms, float[] likeness) {}

  private SkillWords(Builder builder, @Nullable LabelEncoder encoder) {
    this.encoder = encoder;
    numbers = builder.numbers;
    grams = new LongMap();
    IntList begin = new IntList();
    IntList terms = new IntList();
    begin.add(0);
    VectorTable.Builder table = new VectorTable.Builder(LabelEncoder.DIMENSIONS);
    for (String written : builder.written) {
      for (long gram : grams(written)) {
        terms.add(grams.number(gram));
      }
      begin.add(terms.size());
      if (encoder != null) {
        table.add(encoder.encode(written));
      }
    }
    vectors = encoder == null ? null : table.build();
    signs = vectors == null ? null : Signatures.of(vectors);
    byGram = Postings.invert(begin.toArray(), terms.toArray(), numbers.size(), grams.size());
  }

  private static long[] grams(String word) {
    LongStream.Builder grams = LongStream.builder();
    Grams.forEach(Folding.plain(word), grams::add);
    return grams.build().distinct().toArray();
  }

  /// How many there are; their numbers are below.
  int size() {
    return numbers.size();
  }

  /// @param term the normal form of a word
  /// @param written the word as it stands in the text
  Kin kin(String term, String written) {
    Kin kin = known.find(written);
    return kin == null ? known.put(written, find(term, written)) : kin;
  }

  private Kin find(String term, String written) {
    float[] likeness = new float[numbers.size()];
    alikeInWriting(written, likeness);
    if (vectors != null && signs != null && encoder != null) {
      float[] vector = encoder.encode(written);
      VectorTable.Query query = new VectorTable.Query(vector);
      for (int i : signs.nearest(vector, COMPARED)) {
        likeness[i] = Math.max(likeness[i], Math.min(0.99f, vectors.dot(i, query)));
      }
    }
    int own = numbers.getOrDefault(term, -1);
    if (own >= 0) {
      likeness[own] = 1;
    }
    int[] best = Arrays.stream(Writing.highest(likeness, MOST_KIN))
        .filter(i -> likeness[i] >= LEAST_LIKENESS)
        .toArray();
    float[] values = new float[best.length];
    IntStream.range(0, best.length).forEach(i -> values[i] = likeness[best[i]]);
    return new Kin(own, best, values);
  }

  private void alikeInWriting(String written, float[] likeness) {
    double mass = 0;
    for (long gram : grams(written)) {
      int number = grams.find(gram);
      mass += number < 0 ? byGram.weightOfUnknown() : byGram.weight(number);
      if (number >= 0) {
        byGram.add(number, likeness);
      }
    }
    for (int i = 0; i < likeness.length; i++) {
      if (likeness[i] > 0) {
        likeness[i] = Math.min(0.99f,
            (float) (likeness[i] / Math.sqrt(mass * byGram.mass(i))));
      }
    }
  }

  /// Collects words. Not thread-safe.
  static final class Builder {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> written = new ArrayList<>();

    /// The number of a word's normal form.
    ///
    /// @param as how the word is written where it first comes
    int number(String term, String as) {
      return numbers.computeIfAbsent(term, t -> {
        written.add(as);
        return written.size() - 1;
      });
    }

    int size() {
      return written.size();
    }

    SkillWords build(@Nullable LabelEncoder encoder) {
      return new SkillWords(this, encoder);
    }
  }
}
