package org.metier.link.internal;

import java.util.Arrays;

/// Which texts hold which terms, and how much of a text's weight each term carries: the square of its
/// inverse document frequency, as in the cosine of binary TF-IDF vectors. Immutable.
public final class Postings {
  private final int[] start;
  private final int[] text;
  private final float[] weight;
  private final float[] mass;

  private Postings(int[] start, int[] text, float[] weight, float[] mass) {
    this.start = start;
    this.text = text;
    this.weight = weight;
    this.mass = mass;
  }

  /// Inverts texts that are given as term numbers.
  ///
  /// @param terms of text `t`: `terms[begin[t]]` to `terms[begin[t + 1]]`, each once
  /// @param vocabulary one more than the highest term number
  public static Postings invert(int[] begin, int[] terms, int texts, int vocabulary) {
    int[] start = new int[vocabulary + 1];
    for (int i = 0; i < begin[texts]; i++) {
      start[terms[i] + 1]++;
    }
    float[] weight = new float[vocabulary];
    for (int term = 0; term < vocabulary; term++) {
      double idf = StrictMath.log1p((texts + 1.0) / (start[term + 1] + 1.0));
      weight[term] = (float) (idf * idf);
      start[term + 1] += start[term];
    }
    int[] next = Arrays.copyOf(start, vocabulary);
    int[] text = new int[begin[texts]];
    float[] mass = new float[texts];
    for (int t = 0; t < texts; t++) {
      for (int i = begin[t]; i < begin[t + 1]; i++) {
        text[next[terms[i]]++] = t;
        mass[t] += weight[terms[i]];
      }
    }
    return new Postings(start, text, weight, mass);
  }

  /// What a term weighs in a text that has it.
  public float weight(int term) {
    return weight[term];
  }

  /// The weight of a term that no text has.
  public float weightOfUnknown() {
    double idf = StrictMath.log1p(mass.length + 1.0);
    return (float) (idf * idf);
  }

  /// The weight of all terms of a text.
  public float mass(int text) {
    return mass[text];
  }

  /// Adds a term's weight to every text that has it.
  public void add(int term, float[] matched) {
    float own = weight[term];
    int end = start[term + 1];
    for (int i = start[term]; i < end; i++) {
      matched[text[i]] += own;
    }
  }

  /// Adds to every text that has a term, and notes the texts that had nothing yet.
  ///
  /// @param mentioned what to add to `mention`, above 0
  /// @param likeness share of the term's weight to add to `label`
  /// @param touched texts that have something, `count` of them
  /// @return the new count
  public int add(int term, float mentioned, float likeness, float[] mention, float[] label,
      int[] touched, int count) {
    float own = likeness * weight[term];
    int end = start[term + 1];
    int size = count;
    for (int i = start[term]; i < end; i++) {
      int t = text[i];
      if (mention[t] == 0) {
        touched[size++] = t;
      }
      mention[t] += mentioned;
      label[t] += own;
    }
    return size;
  }
}
