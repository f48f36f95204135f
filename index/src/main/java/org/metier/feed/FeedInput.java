package org.metier.feed;

import java.io.InputStream;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What a format reads from.
///
/// @param name stands for the feed in messages
/// @param bytes capped at the limits' feed bytes
/// @param mapping present for formats that need one
record FeedInput(String source, String name, InputStream bytes, FeedHead head,
    @Nullable Mapping mapping, ZoneId zone, FeedLimits limits) {

  /// The mapping of a format that needs one; the reader has checked that it is there.
  Mapping requiredMapping() {
    if (mapping == null) {
      throw new IllegalStateException(name + " came without the mapping that its format needs");
    }
    return mapping;
  }

  FeedException cutOff(String where) {
    return new FeedException(name + " ends in the middle of " + where
        + ": it looks cut off; fetch it again (nothing of it was taken over)");
  }
}
