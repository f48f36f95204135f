package org.metier.feed.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.metier.feed.FeedException;

/// Refuses to hand out more than a number of bytes, whatever the parser above it checks itself.
public final class CappedInputStream extends FilterInputStream {
  private final String name;
  private final long limit;
  private long count;

  public CappedInputStream(InputStream in, String name, long limit) {
    super(in);
    this.name = name;
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      counted(1);
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int got = super.read(buffer, offset, length);
    if (got > 0) {
      counted(got);
    }
    return got;
  }

  @Override
  public long skip(long n) throws IOException {
    long skipped = super.skip(n);
    counted(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void counted(long bytes) {
    count += bytes;
    if (count > limit) {
      throw new FeedException(name + " has more than " + limit
          + " bytes, the limit for this format; split the feed, or raise the limit if that is its usual size");
    }
  }
}
