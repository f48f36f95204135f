package org.metier.feed.internal;

import java.io.InputStream;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.metier.feed.DateOrder;
import org.metier.feed.FeedException;
import org.metier.feed.FeedLimits;
import org.metier.feed.mapping.Mapping;

/// What a format reads from.
///
/// @param name stands for the feed in messages
/// @param bytes capped at the limits' feed bytes
/// @param mapping present for formats that need one
/// @param dateOrder null when the source does not declare it: then a format whose dates need it reports
///     the ambiguous ones
public record FeedInput(String source, String name, InputStream bytes, FeedHead head,
    @Nullable Mapping mapping, ZoneId zone, @Nullable DateOrder dateOrder, FeedLimits limits) {

  /// The mapping of a format that needs one; the reader has checked that it is there.
  public Mapping requiredMapping() {
    if (mapping == null) {
      throw new IllegalStateException(name + " came without the mapping that its format needs");
    }
    return mapping;
  }

  public FeedException cutOff(String where) {
    return new FeedException(name + " ends in the middle of " + where
        + ": it looks cut off; fetch it again (nothing of it was taken over)");
  }
}
