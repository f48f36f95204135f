package org.metier.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.vacancy.VacancyId;

/// What became of one record of a feed.
public sealed interface FeedItem {
  /// The record can be used.
  ///
  /// @param place such as `line 42` or `record 17`
  /// @param remarks fields that had to be left out
  record Accepted(VacancyDraft draft, String place,
      List<FeedProblem> remarks) implements FeedItem {
    public Accepted {
      remarks = List.copyOf(remarks);
    }
  }

  /// The source takes a vacancy back that it sent before: a tombstone.
  ///
  /// @param place such as `line 42` or `record 17`
  /// @param withdrawnAt null when the source does not say
  record Withdrawn(VacancyId id, String place, @Nullable Instant withdrawnAt) implements FeedItem {}

  /// The record cannot be used.
  record Rejected(FeedProblem problem) implements FeedItem {}
}
