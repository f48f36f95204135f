package org.metier.match.feature;

import java.util.Arrays;

/// Skills asked for, each once, heaviest first, equal weights by number. Filled anew for each vacancy. Not
/// thread-safe.
final class DemandList {
  /// What stands in for the place in the vacancy's text of a skill that only the occupation asks for.
  static final int NOWHERE = -1;

  private int size;
  private int[] skills = new int[64];
  private double[] weights = new double[64];
  private boolean[] isAsked = new boolean[64];
  private int[] stated = new int[64];

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  int skill(int i) {
    return skills[i];
  }

  /// Importance times rarity, above 0.
  double weight(int i) {
    return weights[i];
  }

  /// Whether it counts as asked: by the text, or where the text names no skill at all by the occupation.
  boolean isAsked(int i) {
    return isAsked[i];
  }

  /// Which of the skills that the text names it is; [#NOWHERE] when only the occupation asks for it.
  int stated(int i) {
    return stated[i];
  }

  /// Adds a skill behind those that are heavier; of those asked for by the text there are few.
  void insert(int skill, double weight, int place) {
    add(skill, weight, true, place);
    for (int i = size - 1; i > 0 && isBefore(i, i - 1); i--) {
      swap(i, i - 1);
    }
  }

  /// Adds a skill behind all others.
  void add(int skill, double weight, boolean asked, int place) {
    if (size == skills.length) {
      skills = Arrays.copyOf(skills, 2 * size);
      weights = Arrays.copyOf(weights, 2 * size);
      isAsked = Arrays.copyOf(isAsked, 2 * size);
      stated = Arrays.copyOf(stated, 2 * size);
    }
    skills[size] = skill;
    weights[size] = weight;
    isAsked[size] = asked;
    stated[size] = place;
    size++;
  }

  /// Adds one of another list behind all others.
  void add(DemandList other, int i) {
    add(other.skills[i], other.weights[i], other.isAsked[i], other.stated[i]);
  }

  /// Whether one of the list stands before a skill that is to be added.
  boolean isBefore(int i, int skill, double weight) {
    return weights[i] > weight || (weights[i] == weight && skills[i] < skill);
  }

  private boolean isBefore(int i, int j) {
    return isBefore(i, skills[j], weights[j]);
  }

  private void swap(int i, int j) {
    int skill = skills[i];
    skills[i] = skills[j];
    skills[j] = skill;
    double weight = weights[i];
    weights[i] = weights[j];
    weights[j] = weight;
    boolean asked = isAsked[i];
    isAsked[i] = isAsked[j];
    isAsked[j] = asked;
    int place = stated[i];
    stated[i] = stated[j];
    stated[j] = place;
  }
}
