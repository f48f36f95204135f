package org.metier.feed;

/// How much of a feed is read before it is taken for an accident or an attack.
///
/// @param feedBytes of the whole feed, at least 1
/// @param recordBytes of one record; a larger one is rejected alone where the format allows it
/// @param records in one feed, at least 1
/// @param depth of nested objects and arrays inside a record, 1 to 500
public record FeedLimits(long feedBytes, int recordBytes, int records, int depth) {
  /// 8 GB, 2 MB a record, 5 million records, 64 levels.
  public static final FeedLimits DEFAULT = new FeedLimits(8L << 30, 2 << 20, 5_000_000, 64);

  public FeedLimits {
    if (feedBytes < 1 || recordBytes < 1 || records < 1) {
      throw new IllegalArgumentException("limits must be at least 1, were " + feedBytes
          + " feed bytes, " + recordBytes + " record bytes, " + records + " records");
    }
    if (depth < 1 || depth > 500) {
      throw new IllegalArgumentException("depth must be 1 to 500, was " + depth);
    }
  }
}
