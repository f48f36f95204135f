package org.metier.match.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.metier.match.feature.Feature;
import org.metier.rank.Forest;
import org.metier.rank.Tree;

/// A ranker that nobody trained: one step function for each of the main features, by common sense.
public final class HandMadeModel {
  private final List<Tree> trees = new ArrayList<>();

  private HandMadeModel() {}

  public static RankerModel model() {
    HandMadeModel hand = new HandMadeModel();
    hand.addSkillsAndOccupations();
    hand.addTheRest();
    return RankerModel.of(Forest.of(Feature.values().length, 0, hand.trees));
  }

  public static ModelCard card() {
    return new ModelCard(model().sha256(), Feature.names(), Map.of(), 0,
        Map.of("origin", "hand-made: no data, no training"), Map.of(), Instant.EPOCH,
        List.of("any use but trying the software out"));
  }

  private void addSkillsAndOccupations() {
    add(Feature.ESSENTIAL_SKILLS_WEIGHTED_SHARE, 1, at(0.05, 0.2, 0.4, 0.6, 0.8),
        at(-1, -0.5, 0, 0.5, 0.9, 1.2));
    add(Feature.ESSENTIAL_SKILLS_STATED_SHARE, 1, at(0.1, 0.4, 0.7), at(-0.2, 0, 0.2, 0.3));
    add(Feature.ESSENTIAL_SKILLS_MISSING, 1, at(2, 6), at(0.1, 0, -0.2));
    add(Feature.OPTIONAL_SKILLS_WEIGHTED_SHARE, 0, at(0.1, 0.3), at(-0.1, 0.1, 0.2));
    add(Feature.HELD_OCCUPATION_DISTANCE, 3, at(0.5, 1.5, 2.5, 3.5, 4.5),
        at(1, 0.7, 0.4, 0.1, -0.3, -0.6));
    add(Feature.WANTED_OCCUPATION_DISTANCE, 3, at(0.5, 1.5, 2.5, 3.5, 4.5),
        at(1.2, 0.8, 0.3, 0, -0.4, -0.8));
    add(Feature.HELD_OCCUPATION_SKILL_OVERLAP, 1, at(0.1, 0.3), at(-0.1, 0.1, 0.3));
    add(Feature.TITLE_SIMILARITY, 0, at(0.2, 0.5), at(-0.1, 0.2, 0.5));
    add(Feature.TEXT_SIMILARITY, 0, at(0.05, 0.15), at(-0.1, 0.1, 0.3));
  }

  private void addTheRest() {
    add(Feature.NEAR_OCCUPATION_MONTHS, 1, at(0.5, 12, 36), at(-0.2, 0.1, 0.3, 0.4));
    add(Feature.NEAR_OCCUPATION_MONTHS_SINCE, 1, at(12, 60), at(0.1, 0, -0.1));
    add(Feature.EXPERIENCE_GAP_MONTHS, 2, at(-12.5, -0.5), at(-0.4, -0.1, 0.1));
    add(Feature.EDUCATION_DIFFERENCE, 3, at(-1.5, -0.5, 2.5), at(-0.5, -0.2, 0.1, 0));
    add(Feature.LANGUAGES_MET_SHARE, 2, at(0.49, 0.99), at(-0.8, -0.3, 0.2));
    add(Feature.LANGUAGE_WORST_GAP, 0, at(0.5, 1.5), at(0.1, -0.2, -0.5));
    add(Feature.LICENCES_MET_SHARE, 1, at(0.5), at(-0.6, 0.1));
    add(Feature.DISTANCE_KM, 2, at(10, 25, 50, 100, 300), at(0.6, 0.4, 0.1, -0.3, -0.7, -1.1));
    add(Feature.DISTANCE_SHARE_OF_MAX, 0, at(1, 1.5), at(0.2, -0.4, -0.8));
    add(Feature.PLACE_AGREEMENT, 1, at(0.5, 1.5, 2.5), at(-0.8, -0.1, 0.1, 0.3));
    add(Feature.REMOTE_WORK_FIT, 2, at(0.25, 0.75), at(-0.3, 0, 0.2));
    add(Feature.CONTRACT_WANTED, 1, at(0.5), at(-0.5, 0.2));
    add(Feature.HOURS_GAP, 0, at(0.5, 10), at(0.1, -0.3, -0.6));
    add(Feature.SALARY_RATIO, 2, at(0.9, 1), at(-0.5, -0.2, 0.2));
    add(Feature.AGE_DAYS, 2, at(7, 30, 90), at(0.2, 0.1, 0, -0.2));
  }

  private static double[] at(double... numbers) {
    return numbers;
  }

  /// A step function: `outputs[i]` up to `thresholds[i]`, the last one above all.
  ///
  /// @param missing which output stands for an unknown value
  private void add(Feature feature, int missing, double[] thresholds, double[] outputs) {
    int steps = thresholds.length;
    int nodes = 2 * steps + 1;
    int[] tested = new int[nodes];
    double[] threshold = new double[nodes];
    boolean[] missingGoesLeft = new boolean[nodes];
    int[] left = new int[nodes];
    int[] right = new int[nodes];
    double[] value = new double[nodes];
    double[] cover = new double[nodes];
    Arrays.fill(tested, -1);
    for (int i = 0; i < steps; i++) {
      int node = 2 * i;
      tested[node] = feature.ordinal();
      threshold[node] = thresholds[i];
      missingGoesLeft[node] = missing == i;
      left[node] = node + 1;
      right[node] = node + 2;
      value[node + 1] = outputs[i];
      cover[node] = 100.0 * (steps + 1 - i);
      cover[node + 1] = 100;
    }
    value[nodes - 1] = outputs[steps];
    cover[nodes - 1] = 100;
    trees.add(new Tree(tested, threshold, missingGoesLeft, left, right, value, cover));
  }
}
