package org.metier.feed;

import org.jspecify.annotations.Nullable;

/// How a feed ended that could be read to its end.
///
/// @param format that was read
/// @param isWhole whether the feed itself says that nothing is missing: its end was there, it announces no
///     further page, and it holds as many records as it announces. Only of a whole feed may absence be
///     taken for withdrawal, and only if its source delivers all of its vacancies each time
/// @param cursor where the next delivery goes on, as the feed states it; null when it does not
public record FeedEnd(String format, boolean isWhole, @Nullable String cursor) {
  /// The end of a feed that is complete.
  public static FeedEnd whole(String format) {
    return new FeedEnd(format, true, null);
  }
}
