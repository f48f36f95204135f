package org.metier.feed.internal;

import java.io.InputStream;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
/// @param declaredZone null when the source does not declare one
/// @param dateOrder null when the source does not declare it: then a format whose dates need it reports
///     the ambiguous ones
public record FeedInput(String source, String name, InputStream bytes, FeedHead head,
    @Nullable Mapping mapping, @Nullable ZoneId declaredZone, @Nullable DateOrder dateOrder,
    FeedLimits limits) {

  /// The declared zone, or UTC.
  public ZoneId zone() {
    return zoneOr(ZoneOffset.UTC);
  }

  /// The declared zone, or the one that the senders of a format usually mean.
  public ZoneId zoneOr(ZoneId usual) {
    return declaredZone == null ? usual : declaredZone;
  }

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
