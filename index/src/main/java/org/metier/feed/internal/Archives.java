package org.metier.feed.internal;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.metier.feed.FeedEnd;
import org.metier.feed.FeedException;
import org.metier.feed.FeedLimits;
import org.metier.feed.internal.draft.PlainText;

/// Unpacks gzip and zip as it reads, told by their first bytes, one inside the other at most once. Nothing
/// is written anywhere: the name of an entry is only ever shown. For one delivery.
public final class Archives {
  private static final int MAX_NAME = 80;
  private static final int MAX_NESTING = 2;

  /// Reads one feed that is not packed.
  @FunctionalInterface
  public interface Plain {
    /// @param name stands for the feed in messages
    /// @param entry where its items are, such as `entry jobs-2.xml`; null outside an archive
    FeedEnd read(String name, @Nullable String entry, BufferedInputStream bytes) throws IOException;
  }

  private final FeedLimits limits;
  private final Plain plain;
  private long unpacked;

  public Archives(FeedLimits limits, Plain plain) {
    this.limits = limits;
    this.plain = plain;
  }

  /// @throws FeedException for an archive that is cut off, damaged, empty or a bomb, beside what `plain`
  ///     throws
  public FeedEnd read(String name, InputStream bytes) throws IOException {
    return read(name, null, bytes, 0);
  }

  private FeedEnd read(String name, @Nullable String entry, InputStream bytes, int nesting)
      throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(bytes, FeedHead.BYTES);
    buffered.mark(4);
    byte[] magic = buffered.readNBytes(4);
    buffered.reset();
    boolean isGzip = magic.length >= 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
    boolean isZip = magic.length == 4 && magic[0] == 'P' && magic[1] == 'K'
        && ((magic[2] == 3 && magic[3] == 4) || (magic[2] == 5 && magic[3] == 6));
    if (!isGzip && !isZip) {
      return plain.read(name, entry, buffered);
    }
    if (nesting == MAX_NESTING) {
      throw new FeedException(
          name + " is an archive in an archive in an archive; have it packed once"
              + " (nothing was changed)");
    }
    Packed packed = new Packed(buffered);
    try {
      return isGzip ? gzip(name, entry, packed, nesting) : zip(name, entry, packed, nesting);
    } catch (EOFException | ZipException e) {
      throw unreadable(name, e);
    }
  }

  private static FeedException unreadable(String name, IOException e) {
    return e instanceof EOFException
        ? new FeedException(name + " ends in the middle of its packed data: it looks cut off; fetch"
            + " it again (nothing of it was taken over)", e)
        : new FeedException(name
            + " is a damaged archive, or one of a kind that cannot be read as it"
            + " arrives; fetch it again, or have it packed as gzip (nothing of it was taken over)",
            e);
  }

  private FeedEnd gzip(String name, @Nullable String entry, Packed packed, int nesting)
      throws IOException {
    InputStream unpacking = new Unpacked(name, new GZIPInputStream(packed, 1 << 13), packed);
    FeedEnd end = read(name, entry, unpacking, nesting + 1);
    // The checksum stands at the end; what follows the feed's own end must be nothing.
    unpacking.transferTo(OutputStream.nullOutputStream());
    return end;
  }

  private FeedEnd zip(String name, @Nullable String entry, Packed packed, int nesting)
      throws IOException {
    List<FeedEnd> ends = new ArrayList<>();
    int entries = 0;
    ZipInputStream zip = new ZipInputStream(packed, StandardCharsets.UTF_8);
    for (ZipEntry next = next(zip); next != null; next = next(zip)) {
      entries++;
      if (entries > limits.entries()) {
        throw new FeedException(name + " has more than " + limits.entries() + " entries, the limit;"
            + " pack fewer files, or raise the limit if that is their usual number");
      }
      if (isFeed(next)) {
        String label = "entry " + label(next.getName());
        Unpacked unpacking = new Unpacked(name + ", " + label, zip, packed);
        ends.add(read(name + ", " + label, entry == null ? label : entry + ", " + label, unpacking,
            nesting + 1));
        unpacking.transferTo(OutputStream.nullOutputStream());
      }
    }
    packed.transferTo(OutputStream.nullOutputStream());
    if (!packed.endsWithDirectoryOf(entries)) {
      throw new FeedException(name + " lacks the directory that ends an archive, or that directory"
          + " names more files: it looks cut off; fetch it again (nothing of it was taken over)");
    }
    if (ends.isEmpty()) {
      throw new FeedException(name + " is an archive without a file: that is an accident of its"
          + " sender, not an empty feed; fetch it again (nothing was changed)");
    }
    return together(ends);
  }

  private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException e) {
      throw new ZipException("the name of an entry is not UTF-8");
    }
  }

  /// Folders, and what desktop systems add to an archive unasked, are none.
  private static boolean isFeed(ZipEntry entry) {
    String name = entry.getName();
    return !entry.isDirectory() && !name.startsWith("__MACOSX/")
        && !name.substring(name.lastIndexOf('/') + 1).startsWith(".");
  }

  /// The last part of an entry's name, for messages.
  private static String label(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return PlainText.shortened(PlainText.line(last), MAX_NAME);
  }

  private static FeedEnd together(List<FeedEnd> ends) {
    TreeSet<String> formats = new TreeSet<>();
    String cursor = null;
    for (FeedEnd end : ends) {
      formats.add(end.format());
      cursor = end.cursor() == null ? cursor : end.cursor();
    }
    return new FeedEnd(String.join("+", formats), ends.stream().allMatch(FeedEnd::isWhole), cursor);
  }

  /// Counts what is unpacked, over all layers, against the limits.
  private final class Unpacked extends FilterInputStream {
    /// Less than this harms nobody, however tightly it was packed.
    private static final long HARMLESS = 16L << 20;

    private final String name;
    private final Packed packed;

    Unpacked(String name, InputStream in, Packed packed) {
      super(in);
      this.name = name;
      this.packed = packed;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int got = inflated(buffer, offset, length);
      if (got > 0) {
        unpacked += got;
        packed.unpacked += got;
        if (unpacked > limits.feedBytes()) {
          throw new FeedException(name + " unpacks to more than " + limits.feedBytes()
              + " bytes, the limit; split the feed, or raise the limit if that is its usual size");
        }
        if (packed.unpacked > Math.max(HARMLESS, packed.count * limits.inflation())) {
          throw new FeedException(name + " unpacks to more than " + limits.inflation()
              + " times its packed size, as an archive made to do harm does; ask its sender, and"
              + " raise the limit if it is honest (nothing of it was taken over)");
        }
      }
      return got;
    }

    /// A failure is told here, since parsers above wrap what they do not know.
    private int inflated(byte[] buffer, int offset, int length) throws IOException {
      try {
        return in.read(buffer, offset, length);
      } catch (EOFException | ZipException e) {
        throw unreadable(name, e);
      }
    }

    @Override
    public long skip(long count) throws IOException {
      return Math.max(0, read(new byte[(int) Math.min(8192, count)]));
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    @Override
    public void close() {
      // the next entry follows in the same stream
    }
  }

  /// The packed bytes: counts them, and remembers the last.
  private static final class Packed extends InputStream {
    /// The directory's end with the longest comment.
    private static final int TAIL = 22 + 0xffff;

    private final InputStream in;
    private final byte[] tail = new byte[TAIL];
    private long count;
    private long unpacked;

    Packed(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      if (value >= 0) {
        tail[(int) (count++ % TAIL)] = (byte) value;
      }
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int got = in.read(buffer, offset, length);
      for (int i = 0; i < got; i++) {
        tail[(int) ((count + i) % TAIL)] = buffer[offset + i];
      }
      count += Math.max(0, got);
      return got;
    }

    /// Not 0 before the end: by this a reader of gzip tells whether another member follows.
    @Override
    public int available() throws IOException {
      in.mark(1);
      int next = in.read();
      in.reset();
      return next < 0 ? 0 : Math.max(1, in.available());
    }

    /// Whether a zip's directory ends here that lists so many entries.
    boolean endsWithDirectoryOf(int entries) {
      for (int length = 22; length <= Math.min(count, TAIL); length++) {
        if (at(length) == 'P' && at(length - 1) == 'K' && at(length - 2) == 5 && at(length - 3) == 6
            && at(length - 20) + 256 * at(length - 21) == length - 22) {
          return at(length - 10) + 256 * at(length - 11) == (entries & 0xffff);
        }
      }
      return false;
    }

    /// The unsigned byte so many before the end, from 1.
    private int at(int fromEnd) {
      return tail[(int) ((count - fromEnd) % TAIL)] & 0xff;
    }
  }
}
