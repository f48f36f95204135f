package org.metier.alert;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Skills of which a vacancy must ask for enough. Weights are whole numbers, so that their sum is the same in
/// any order.
///
/// @param weights by the URI of the skill, each 1 to 1,000
/// @param least sum of the weights of those that the vacancy asks for, 1 to the sum of all
public record SkillWish(Map<String, Integer> weights, int least) {
  private static final int MAX_SKILLS = 1_000;
  private static final int MAX_WEIGHT = 1_000;

  public SkillWish {
    weights = Collections.unmodifiableMap(new TreeMap<>(weights));
    if (weights.isEmpty() || weights.size() > MAX_SKILLS) {
      throw new IllegalArgumentException(
          "skills must be 1 to " + MAX_SKILLS + ", were " + weights.size());
    }
    int sum = 0;
    for (int weight : weights.values()) {
      if (weight < 1 || weight > MAX_WEIGHT) {
        throw new IllegalArgumentException(
            "the weight of a skill must be 1 to " + MAX_WEIGHT + ", was " + weight);
      }
      sum += weight;
    }
    if (least < 1 || least > sum) {
      throw new IllegalArgumentException(
          "the least weight must be 1 to the sum of all, " + sum + ", was " + least);
    }
  }

  /// At least so many of these skills.
  public static SkillWish atLeast(int count, Set<String> skills) {
    return new SkillWish(skills.stream().collect(Collectors.toMap(s -> s, _ -> 1)), count);
  }
}
