package org.metier.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.metier.feed.mapping.Mapping;

/// One delivery of a partner: where its bytes are and how to read them. Immutable; a feed over a file can
/// be read any number of times, one over a stream once.
public final class Feed {
  private final String source;
  private final String name;
  private final Opening opening;
  private final @Nullable String format;
  private final @Nullable Mapping mapping;
  private final @Nullable ZoneId zone;
  private final @Nullable DateOrder dateOrder;
  private final FeedLimits limits;
  private final IntConsumer progress;

  /// Opens the bytes of a feed.
  @FunctionalInterface
  private interface Opening {
    InputStream open() throws IOException;
  }

  private Feed(Builder builder) {
    source = builder.source;
    name = builder.name;
    opening = builder.opening;
    format = builder.format;
    mapping = builder.mapping;
    zone = builder.zone;
    dateOrder = builder.dateOrder;
    limits = builder.limits;
    progress = builder.progress;
  }

  /// @param source identifier of the partner, such as `pl-boards`
  public static Builder of(String source, Path file) {
    return new Builder(source, String.valueOf(file.getFileName()),
        () -> Files.newInputStream(file));
  }

  /// @param name stands for the feed in messages
  /// @param bytes closed after reading
  public static Builder of(String source, String name, InputStream bytes) {
    return new Builder(source, name, () -> bytes);
  }

  public String source() {
    return source;
  }

  String name() {
    return name;
  }

  InputStream open() throws IOException {
    return opening.open();
  }

  @Nullable
  String format() {
    return format;
  }

  @Nullable
  Mapping mapping() {
    return mapping;
  }

  @Nullable
  ZoneId zone() {
    return zone;
  }

  @Nullable
  DateOrder dateOrder() {
    return dateOrder;
  }

  FeedLimits limits() {
    return limits;
  }

  IntConsumer progress() {
    return progress;
  }

  /// Collects the settings of a [Feed]; all are optional. Not thread-safe.
  public static final class Builder {
    private final String source;
    private final String name;
    private final Opening opening;
    private @Nullable String format;
    private @Nullable Mapping mapping;
    private @Nullable ZoneId zone;
    private @Nullable DateOrder dateOrder;
    private FeedLimits limits = FeedLimits.DEFAULT;
    private IntConsumer progress = received -> {};

    private Builder(String source, String name, Opening opening) {
      this.source = source;
      this.name = name;
      this.opening = opening;
    }

    /// The format by name, one of [FeedReader#formats]; by default told from the first bytes.
    public Builder format(@Nullable String format) {
      this.format = format;
      return this;
    }

    /// How columns become fields; needed for `csv` and `json`, and refused by the other formats.
    public Builder mapping(@Nullable Mapping mapping) {
      this.mapping = mapping;
      return this;
    }

    /// The zone of dates that carry none; by default that of the format's country, or UTC where a format has
    /// none. A mapping's own zone goes before it.
    public Builder zone(@Nullable ZoneId zone) {
      this.zone = zone;
      return this;
    }

    /// Which number of a date such as `03/04/2026` is the day; without it such dates are reported and left
    /// out where the format does not settle it.
    public Builder dateOrder(@Nullable DateOrder dateOrder) {
      this.dateOrder = dateOrder;
      return this;
    }

    public Builder limits(FeedLimits limits) {
      this.limits = limits;
      return this;
    }

    /// Told after every record how many were received so far; called on the reading thread.
    public Builder progress(IntConsumer progress) {
      this.progress = progress;
      return this;
    }

    public Feed build() {
      return new Feed(this);
    }
  }
}
