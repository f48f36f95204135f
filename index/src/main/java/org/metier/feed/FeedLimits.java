package org.metier.feed;

/// How much of a feed is read before it is taken for an accident or an attack.
///
/// @param feedBytes of the whole feed, at least 1; of a compressed one, of all that it unpacks to
/// @param recordBytes of one record; a larger one is rejected alone where the format allows it
/// @param records in one feed, at least 1
/// @param depth of nested objects, arrays or elements inside a record, 1 to 500
/// @param entries of one archive, at least 1
/// @param inflation how many times its packed size an archive may unpack to, at least 2; what unpacks to
///     less than 16 MB may be packed more tightly
public record FeedLimits(long feedBytes, int recordBytes, int records, int depth, int entries,
    int inflation) {
  /// 8 GB, 2 MB a record, 5 million records, 64 levels, 1,000 entries, 200 times.
  public static final FeedLimits DEFAULT = new FeedLimits(8L << 30, 2 << 20, 5_000_000, 64);

  public FeedLimits {
    if (feedBytes < 1 || recordBytes < 1 || records < 1) {
      throw new IllegalArgumentException("limits must be at least 1, were " + feedBytes
          + " feed bytes, " + recordBytes + " record bytes, " + records + " records");
    }
    if (entries < 1 || inflation < 2) {
      throw new IllegalArgumentException(
          "entries must be at least 1 and inflation at least 2, were "
              + entries + " and " + inflation);
    }
    if (depth < 1 || depth > 500) {
      throw new IllegalArgumentException("depth must be 1 to 500, was " + depth);
    }
  }

  /// With the usual limits on archives.
  public FeedLimits(long feedBytes, int recordBytes, int records, int depth) {
    this(feedBytes, recordBytes, records, depth, 1_000, 200);
  }
}
