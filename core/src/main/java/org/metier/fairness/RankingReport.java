package org.metier.fairness;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.measure.Interval;

/// How a ranker treats groups: of people, by how good their lists are; of what is ranked, by how much it is
/// seen. Immutable; as JSON by [org.metier.json.Json].
///
/// @param format [#FORMAT]
/// @param shown what being ranked first means, in words: `is shown first to the person`
/// @param ranks first ranks that are seen
/// @param least people that a shown figure rests on
/// @param lists one per person
/// @param graded of them, those in which every grade is known
/// @param ndcg mean of everybody's lists; null when hidden
/// @param people groups of people by NDCG
/// @param items groups of what is ranked by exposure
/// @param join how groups of people were found
public record RankingReport(String format, String shown, int ranks, int least, int draws, long seed,
    int lists, int graded, @Nullable Quality ndcg, List<Group> people, List<Group> items,
    @Nullable Join join) {
  /// Name and version of the JSON.
  public static final String FORMAT = "metier-ranking-fairness-1";

  /// @param value of the measure
  /// @param interval of 95 % by bootstrap over people; null when too few draws define it
  public record Quality(double value, @Nullable Interval interval) {}

  /// A group and its measure.
  ///
  /// @param value of the attribute; empty when not known
  /// @param number of people with graded lists, or of items shown; null when hidden
  /// @param quality NDCG at [#ranks] of people; of items the exposure over what a random order of the same lists
  ///     would give; null when hidden or not defined
  /// @param toReference difference to the reference group; null for itself and where either is hidden
  public record Group(String attribute, String value, boolean isReference,
      @Nullable Integer number, @Nullable Quality quality, @Nullable Gap toReference) {
    public Group {
      if (number == null && (quality != null || toReference != null)) {
        throw new IllegalArgumentException(
            attribute + "=" + value + " is hidden, and yet measured");
      }
    }
  }

  public RankingReport {
    if (!format.equals(FORMAT)) {
      throw new IllegalArgumentException("format must be " + FORMAT + ", was " + format);
    }
    people = List.copyOf(people);
    items = List.copyOf(items);
  }

  /// Measures lists. Time grows with draws × lists × groups.
  ///
  /// @param shown what being ranked first means, in words
  /// @param groups of people; null to measure items alone
  /// @param ranks that are seen, such as 10
  /// @param least people that a shown figure rests on, at least 2
  public static RankingReport of(List<RankedList> lists, String shown, @Nullable GroupFile groups,
      int ranks, int least, long seed) {
    if (shown.isBlank()) {
      throw new IllegalArgumentException(
          "name in words what being ranked first means, such as \"is shown first\"");
    }
    if (lists.size() < least || least < 2 || ranks < 1) {
      throw new IllegalArgumentException("a report needs at least " + least + " lists, ranks of at"
          + " least 1, and hides at least groups of 1; were " + lists.size() + " lists, " + ranks
          + " ranks, hiding below " + least);
    }
    return new RankingMeasurement(lists, ranks, least, seed).report(shown, groups);
  }
}
