package org.metier.feed;

/// Says of an item in which entry of an archive it stands.
final class Placed {
  private Placed() {}

  /// @param entry such as `entry jobs-2.xml`
  static FeedItem in(String entry, FeedItem item) {
    return switch (item) {
      case FeedItem.Accepted(var draft, var place, var remarks) -> new FeedItem.Accepted(draft,
          within(entry, place), remarks.stream().map(p -> in(entry, p)).toList());
      case FeedItem.Withdrawn(var id, var place, var at) -> new FeedItem.Withdrawn(id,
          within(entry, place), at);
      case FeedItem.Rejected(var problem) -> new FeedItem.Rejected(in(entry, problem));
    };
  }

  private static FeedProblem in(String entry, FeedProblem problem) {
    return new FeedProblem(problem.code(), within(entry, problem.place()), problem.key(),
        problem.field(), problem.found(), problem.expected());
  }

  private static String within(String entry, String place) {
    return entry + ", " + place;
  }
}
