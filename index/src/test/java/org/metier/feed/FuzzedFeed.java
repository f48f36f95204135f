package org.metier.feed;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Any bytes, read as one format within small limits. Shared by the fuzz tests of all formats.
public final class FuzzedFeed {
  private static final FeedLimits LIMITS = new FeedLimits(1 << 20, 64 << 10, 1_000, 32);

  private FuzzedFeed() {}

  /// @throws RuntimeException anything but a [FeedException], which is a find
  public static void read(String format, byte[] bytes) {
    Feed feed = Feed.of(Source.of("test"), "feed", new ByteArrayInputStream(bytes))
        .format(format)
        .limits(LIMITS)
        .build();
    try {
      FeedReader.read(feed, item -> assertFalse(item.toString().isEmpty()));
    } catch (FeedException e) {
      assertFalse(String.valueOf(e.getMessage()).isBlank());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory can always be read
    }
  }
}
