package org.metier.training.internal.boosting;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.metier.rank.fitting.ForestSettings;
import org.metier.training.internal.Dice;

/// What [ForestSettings] say of features, checked against how many there are.
final class FeatureSets {
  private FeatureSets() {}

  /// @throws IllegalArgumentException if settings and features do not fit each other
  static void require(ForestSettings settings, int features) {
    int directions = settings.directions().size();
    if (directions != 0 && directions != features) {
      throw new IllegalArgumentException(
          "directions must be empty or one per feature, " + features + ", were " + directions);
    }
    BitSet inSet = new BitSet();
    settings.oneSetPerTree().forEach(set -> set.forEach(inSet::set));
    if (inSet.length() > features) {
      throw new IllegalArgumentException("oneSetPerTree names feature " + (inSet.length() - 1)
          + ", but there are features 0 to " + (features - 1));
    }
    if (!inSet.isEmpty() && inSet.cardinality() < features) {
      throw new IllegalArgumentException("feature " + inSet.nextClearBit(0)
          + " is in no set of oneSetPerTree; expected each feature in one");
    }
  }

  /// One per feature: 1 rising, -1 falling, 0 free.
  static int[] directions(ForestSettings settings, int features) {
    return settings.directions().isEmpty()
        ? new int[features]
        : settings.directions().stream().mapToInt(Integer::intValue).toArray();
  }

  /// The sets that one tree may choose among: what is left of each among some of the features.
  ///
  /// @param among ascending
  /// @return each ascending and not empty
  static List<int[]> within(ForestSettings settings, int[] among) {
    if (settings.oneSetPerTree().isEmpty()) {
      return List.of(among);
    }
    return settings.oneSetPerTree()
        .stream()
        .map(set -> Arrays.stream(among).filter(set::contains).toArray())
        .filter(set -> set.length > 0)
        .toList();
  }

  /// A share of the features in ascending order, for one tree to look at.
  static int[] drawn(int count, double share, Dice dice) {
    if (share == 1) {
      return IntStream.range(0, count).toArray();
    }
    return dice.shuffled(IntStream.range(0, count).boxed().toList())
        .stream()
        .limit(Math.max(1, Math.round(share * count)))
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }
}
