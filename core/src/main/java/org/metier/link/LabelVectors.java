package org.metier.link;

import org.metier.link.internal.IntList;
import org.metier.link.internal.VectorTable;
import org.metier.link.internal.Signatures;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.metier.encoder.LabelEncoder;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// The encoded labels of all concepts that titles link to, in all languages, and the middles of each
/// concept's labels: in each language, and in all.
///
/// Immutable and thread-safe. 132 bytes a label and a middle: 19 MB for ESCO in five languages; made in a
/// second or two.
final class LabelVectors {
  private static final int DIMENSIONS = LabelEncoder.DIMENSIONS;
  private static final Language[] LANGUAGES = Language.values();

  private final LabelEncoder encoder;
  private final VectorTable labels;
  /// The labels of concept `i` in language `l` begin at `start[i * LANGUAGES.length + l]`.
  private final int[] start;
  private final int[] rank;
  private final int[] reading;
  private final VectorTable centres;
  private final VectorTable[] ownCentres;

  /// @param concepts those to encode, by which places are counted
  /// @param readingsOf what a label may be read as; each is encoded
  LabelVectors(Taxonomy taxonomy, int[] concepts, LabelEncoder encoder,
      Function<String, List<String>> readingsOf) {
    this.encoder = encoder;
    VectorTable.Builder vectors = new VectorTable.Builder(DIMENSIONS);
    IntList starts = new IntList();
    IntList ranks = new IntList();
    IntList readings = new IntList();
    VectorTable.Builder middles = new VectorTable.Builder(DIMENSIONS);
    VectorTable.Builder[] own = new VectorTable.Builder[LANGUAGES.length];
    Arrays.setAll(own, l -> new VectorTable.Builder(DIMENSIONS));
    for (int concept : concepts) {
      float[] all = new float[DIMENSIONS];
      for (Language language : LANGUAGES) {
        starts.add(vectors.size());
        float[] middle = new float[DIMENSIONS];
        int labelRank = 0;
        for (String label : taxonomy.labels(concept, language)) {
          int number = 0;
          for (String text : readingsOf.apply(label)) {
            float[] vector = encoder.encode(text);
            vectors.add(vector);
            ranks.add(labelRank);
            readings.add(number++);
            add(vector, middle);
          }
          labelRank++;
        }
        own[language.ordinal()].add(unit(middle));
        add(middle, all); // each language counts as one
      }
      middles.add(unit(all));
    }
    starts.add(vectors.size());
    labels = vectors.build();
    start = starts.toArray();
    rank = ranks.toArray();
    reading = readings.toArray();
    centres = middles.build();
    ownCentres = Arrays.stream(own).map(VectorTable.Builder::build).toArray(VectorTable[]::new);
  }

  private static void add(float[] vector, float[] sum) {
    for (int k = 0; k < DIMENSIONS; k++) {
      sum[k] += vector[k];
    }
  }

  /// Brings a vector to length 1 in place; one of length 0 stays.
  private static float[] unit(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    float factor = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
    for (int k = 0; k < DIMENSIONS; k++) {
      vector[k] *= factor;
    }
    return vector;
  }

  float[] encode(String text) {
    return encoder.encode(text);
  }

  VectorTable.Query query(String text) {
    return new VectorTable.Query(encoder.encode(text));
  }

  /// The signs of the middles in one language, of all labels for concepts without labels there.
  Signatures signatures(Language language) {
    return Signatures.of(centres.size(), place -> {
      boolean hasOwn = from(place, language) < to(place, language);
      return (hasOwn ? ownCentres[language.ordinal()] : centres).vector(place);
    });
  }

  /// The middles of all labels, one per place.
  VectorTable centres() {
    return centres;
  }

  /// The middles of the labels in one language; zero for concepts without.
  VectorTable centres(Language language) {
    return ownCentres[language.ordinal()];
  }

  /// All labels, by [#from] and [#to].
  VectorTable labels() {
    return labels;
  }

  int from(int place, Language language) {
    return start[place * LANGUAGES.length + language.ordinal()];
  }

  int to(int place, Language language) {
    return start[place * LANGUAGES.length + language.ordinal() + 1];
  }

  /// The first label of a place in any language.
  int from(int place) {
    return start[place * LANGUAGES.length];
  }

  int to(int place) {
    return start[(place + 1) * LANGUAGES.length];
  }

  /// The rank of a label's among the concept's labels in its language.
  int rank(int label) {
    return rank[label];
  }

  /// The number of a label's reading.
  int reading(int label) {
    return reading[label];
  }

  Language language(int place, int label) {
    int language = 0;
    while (label >= start[place * LANGUAGES.length + language + 1]) {
      language++;
    }
    return LANGUAGES[language];
  }
}
