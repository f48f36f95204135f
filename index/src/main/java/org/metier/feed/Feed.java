package org.metier.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.metier.feed.mapping.Mapping;

/// One delivery of a partner: where its bytes are and how to read them. Immutable; a feed over a file can
/// be read any number of times, one over a stream once.
public final class Feed {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Source source;
  private final String name;
  private final @Nullable Path file;
  private final Opening opening;
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
    file = builder.file;
    opening = builder.opening;
    limits = builder.limits;
    progress = builder.progress;
  }

  /// A delivery of a source of which nothing is declared but its id, such as `pl-boards`.
  public static Builder of(String source, Path file) {
    return of(Source.of(source), file);
  }

  /// A delivery of a declared source.
  public static Builder of(Source source, Path file) {
    return new Builder(source, String.valueOf(file.getFileName()), file,
        () -> Files.newInputStream(file));
  }

  /// A delivery that is no file.
  ///
  /// @param name stands for the feed in messages
  /// @param bytes closed after reading
  public static Builder of(Source source, String name, InputStream bytes) {
    return new Builder(source, name, null, () -> bytes);
  }

  public Source source() {
    return source;
  }

  /// Stands for the feed in messages.
  public String name() {
    return name;
  }

  /// Tells whether another delivery is the same one, read in the same way: all bytes of a file and what is
  /// declared of its source. Empty for a stream, which cannot be read twice. Reads the file once.
  ///
  /// @throws IOException if the file cannot be read
  public String fingerprint() throws IOException {
    if (file == null || !Files.isReadable(file)) {
      return "";
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
        digest.update(buffer, 0, count);
      }
      digest.update(declaration().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private String declaration() {
    return source.withFormat(source.format(), null) + " "
        + (source.mapping() == null ? "" : source.mapping().canonical())
        + " " + limits;
  }

  InputStream open() throws IOException {
    return opening.open();
  }

  FeedLimits limits() {
    return limits;
  }

  IntConsumer progress() {
    return progress;
  }

  /// Collects the settings of a [Feed]; all are optional. Not thread-safe.
  public static final class Builder {
    private Source source;
    private final String name;
    private final @Nullable Path file;
    private final Opening opening;
    private FeedLimits limits = FeedLimits.DEFAULT;
    private IntConsumer progress = received -> {};

    private Builder(Source source, String name, @Nullable Path file, Opening opening) {
      this.source = source;
      this.name = name;
      this.file = file;
      this.opening = opening;
    }

    /// The format by name, one of [FeedReader#formats], in place of the declared one.
    public Builder format(@Nullable String format) {
      source = source.withFormat(format, source.mapping());
      return this;
    }

    /// How columns become fields, in place of the declared mapping; needed for `csv` and `json`, and
    /// refused by the other formats.
    public Builder mapping(@Nullable Mapping mapping) {
      source = source.withFormat(source.format(), mapping);
      return this;
    }

    /// The zone of dates that carry none, in place of the declared one; a mapping's own zone goes before.
    public Builder zone(@Nullable ZoneId zone) {
      source = source.withZone(zone);
      return this;
    }

    /// Which number of a date such as `03/04/2026` is the day, in place of what is declared.
    public Builder dateOrder(@Nullable DateOrder dateOrder) {
      source = source.withDateOrder(dateOrder);
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
