package org.metier.training.potential;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/// People in parts of equal size that look alike in exits and lengths, to be held out one after another. All spells of one
/// person are in one part, so that nobody is measured by a model that has met the same person.
final class Folds {
  private final int[] people;
  /// By place among the people.
  private final int[] part;
  final int count;

  private Folds(int[] people, int[] part, int count) {
    this.people = people;
    this.part = part;
    this.count = count;
  }

  /// @param seed of the draw; equal seeds give equal folds
  static Folds of(Spells spells, int[] people, int count, long seed) {
    int horizon = spells.specification().outcome().horizonUnits();
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + 17);
    Integer[] order = new Integer[people.length];
    Arrays.setAll(order, i -> i);
    java.util.Collections.shuffle(Arrays.asList(order), random);
    Arrays.sort(order, java.util.Comparator.comparingInt(i -> stratum(spells, people[i], horizon)));
    int[] part = new int[people.length];
    Map<Integer, Integer> partOf = new HashMap<>();
    for (int place : order) {
      int next = partOf.size() % count;
      part[place] = partOf.computeIfAbsent(spells.owner(people[place]), owner -> next);
    }
    return new Folds(people, part, count);
  }

  private static int stratum(Spells spells, int person, int horizon) {
    boolean isExit = spells.isExit(person);
    int units = spells.units(person);
    return units >= horizon && !(isExit && units == horizon) ? 2 : isExit ? 0 : 1;
  }

  int[] heldOut(int fold) {
    return chosen(fold, true);
  }

  int[] others(int fold) {
    return chosen(fold, false);
  }

  /// Places of the held-out people among all.
  int[] places(int fold) {
    int[] places = new int[people.length];
    int size = 0;
    for (int i = 0; i < people.length; i++) {
      if (part[i] == fold) {
        places[size++] = i;
      }
    }
    return Arrays.copyOf(places, size);
  }

  private int[] chosen(int fold, boolean isHeldOut) {
    int[] chosen = new int[people.length];
    int size = 0;
    for (int i = 0; i < people.length; i++) {
      if ((part[i] == fold) == isHeldOut) {
        chosen[size++] = people[i];
      }
    }
    return Arrays.copyOf(chosen, size);
  }
}
