package org.metier.link;

import org.metier.link.internal.VectorTable;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;

/// How near a title and the labels of each concept are in meaning, by the encoder. Not thread-safe.
///
/// Middles are compared with all, single labels only with those asked for by [#look].
final class Meaning {
  private final LabelVectors vectors;
  private final Language language;
  private final List<VectorTable.Query> readings;
  private float @Nullable [] centre;
  private float @Nullable [] ownCentre;

  /// @param titles readings of one title
  Meaning(LabelVectors vectors, List<String> titles, Language language) {
    this.vectors = vectors;
    this.language = language;
    readings = titles.stream().map(vectors::query).toList();
  }

  private float[] highest(VectorTable middles) {
    float[] highest = new float[middles.size()];
    for (VectorTable.Query reading : readings) {
      for (int i = 0; i < highest.length; i++) {
        highest[i] = Math.max(highest[i], middles.dot(i, reading));
      }
    }
    return highest;
  }

  /// Cosines of the middles of all labels, 0 where negative; not copied.
  float[] centres() {
    if (centre == null) {
      centre = highest(vectors.centres());
    }
    return centre;
  }

  /// Cosines of the middles of the labels in the title's language, or in all for a concept that has none
  /// there; not copied.
  float[] ownCentres() {
    if (ownCentre == null) {
      float[] all = centres();
      ownCentre = highest(vectors.centres(language));
      for (int place = 0; place < ownCentre.length; place++) {
        if (!hasOwn(place)) {
          ownCentre[place] = all[place];
        }
      }
    }
    return ownCentre;
  }

  private boolean hasOwn(int place) {
    return vectors.from(place, language) < vectors.to(place, language);
  }

  /// One of [#centres], without computing the others.
  float centre(int place) {
    return Math.max(0, dot(vectors.centres(), place));
  }

  /// One of [#ownCentres], without computing the others.
  float ownCentre(int place) {
    return Math.max(0, dot(hasOwn(place) ? vectors.centres(language) : vectors.centres(), place));
  }

  private float dot(VectorTable table, int vector) {
    float highest = -1;
    for (VectorTable.Query reading : readings) {
      highest = Math.max(highest, table.dot(vector, reading));
    }
    return highest;
  }

  /// What single labels say of a concept: those in the title's language, or in all for a concept that has
  /// none there. NaN where there is no such label.
  ///
  /// @param best cosine of the nearest
  /// @param second that of the second-nearest
  /// @param mean of all of them
  /// @param preferred the highest cosine of a preferred one
  /// @param elsewhere cosine of the nearest in another language than the title's
  /// @param label the nearest; -1 without any
  record Look(double best, double second, double mean, double preferred, double elsewhere,
      int label) {}

  Look look(int place) {
    int ownFrom = vectors.from(place, language);
    int ownTo = vectors.to(place, language);
    int from = ownFrom == ownTo ? vectors.from(place) : ownFrom;
    int to = ownFrom == ownTo ? vectors.to(place) : ownTo;
    double best = Double.NaN;
    double second = Double.NaN;
    double preferred = Double.NaN;
    double elsewhere = Double.NaN;
    double sum = 0;
    int label = -1;
    for (int i = vectors.from(place); i < vectors.to(place); i++) {
      double cosine = cosine(i);
      if (i < ownFrom || i >= ownTo) {
        elsewhere = cosine <= elsewhere ? elsewhere : cosine;
      }
      if (i < from || i >= to) {
        continue;
      }
      sum += cosine;
      if (vectors.rank(i) == 0) {
        preferred = cosine <= preferred ? preferred : cosine;
      }
      if (cosine <= best) {
        second = cosine <= second ? second : cosine;
      } else { // the first one, too
        second = best;
        best = cosine;
        label = i;
      }
    }
    double mean = from == to ? Double.NaN : sum / (to - from);
    return new Look(best, second, mean, preferred, elsewhere, label);
  }

  /// The highest cosine of any reading of the title.
  private float cosine(int label) {
    return dot(vectors.labels(), label);
  }

  double highestCentre(int[] places) {
    double highest = 0;
    for (int place : places) {
      highest = Math.max(highest, ownCentres()[place]);
    }
    return highest;
  }

  void describe(int place, Look look, double[] row) {
    row[LinkFeature.MEANING.ordinal()] = look.best;
    row[LinkFeature.MEANING_SECOND.ordinal()] = look.second;
    row[LinkFeature.MEANING_MEAN.ordinal()] = look.mean;
    row[LinkFeature.MEANING_PREFERRED.ordinal()] = look.preferred;
    row[LinkFeature.MEANING_ELSEWHERE.ordinal()] = look.elsewhere;
    row[LinkFeature.CENTRE.ordinal()] = centres()[place];
  }
}
