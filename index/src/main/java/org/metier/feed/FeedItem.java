package org.metier.feed;

import java.util.List;

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

  /// The record cannot be used.
  record Rejected(FeedProblem problem) implements FeedItem {}
}
