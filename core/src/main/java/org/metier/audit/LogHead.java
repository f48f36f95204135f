package org.metier.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.metier.audit.internal.AuditKeys;
import org.metier.json.Json;

/// How far a log has come, kept beside its keys and sealed with them: what finds that a log's end was cut or replaced.
///
/// The file `audit.head` has two places of 1,024 bytes, which are written in turn, so that a power cut in the middle of
/// one leaves the other; the one that counts more is true.
///
/// @param log name of the log
/// @param count entries so far
/// @param hash of the last one's line
/// @param segment number of the segment in which it is
/// @param length bytes of that segment
/// @param day on which that segment's first entry was made, in days since 1970-01-01 UTC
/// @param purged number of the last entry that was deleted after its time, 0 when none was
/// @param purgedHash of that entry's line
/// @param seal of all before it
record LogHead(String log, long count, String hash, long segment, long length, long day,
    long purged, String purgedHash, String seal) {
  private static final String FILE = "audit.head";
  private static final int PLACE = 1_024;
  private static final int SEAL_BYTES = 32;

  static Path file(AuditKeys keys) {
    return keys.folder().resolve(FILE);
  }

  /// Whether there is a head, good or not.
  static boolean exists(Path keysFolder) {
    return Files.exists(keysFolder.resolve(FILE));
  }

  /// This head with its seal.
  LogHead sealed(AuditKeys keys) {
    return new LogHead(log, count, hash, segment, length, day, purged, purgedHash, sealOf(keys));
  }

  private String sealOf(AuditKeys keys) {
    byte[] body = String.join("|", log, "" + count, hash, "" + segment, "" + length, "" + day,
        "" + purged, purgedHash).getBytes(StandardCharsets.UTF_8);
    return keys.seal("head", body, body.length, SEAL_BYTES);
  }

  /// This head once entries were deleted after their time.
  LogHead purged(AuditEvent.Purged purge) {
    return new LogHead(log, count, hash, segment, length, day, purge.through(), purge.hash(), "");
  }

  Anchor anchor(java.time.Instant at) {
    return new Anchor(log, count, hash, at);
  }

  /// What the two places say.
  ///
  /// @param newest the head that counts more; null where no place holds one with a right seal
  /// @param isOneLost whether one of the two places does not hold what was written last or last but one. A power cut
  ///     while it was written leaves it so, and then the log goes on after the head; where it does not, somebody
  ///     took the newest head out.
  record Found(@Nullable LogHead newest, boolean isOneLost) {}

  static Found read(AuditKeys keys) throws IOException {
    byte[] places = places(keys);
    LogHead first = place(places, 0, keys);
    LogHead second = place(places, 1, keys);
    if (first == null || second == null) {
      LogHead only = first == null ? second : first;
      // The head of the first entry is alone until the second is written.
      return new Found(only, only != null && only.count > 1);
    }
    return new Found(first.count > second.count ? first : second, first.count == second.count);
  }

  private static @Nullable LogHead place(byte[] places, int number, AuditKeys keys) {
    return places.length == 0
        ? null
        : parse(Arrays.copyOfRange(places, number * PLACE, (number + 1) * PLACE), keys);
  }

  private static byte[] places(AuditKeys keys) throws IOException {
    try {
      return Arrays.copyOf(Files.readAllBytes(file(keys)), 2 * PLACE);
    } catch (NoSuchFileException e) {
      return new byte[0];
    }
  }

  private static @Nullable LogHead parse(byte[] place, AuditKeys keys) {
    String json = new String(place, StandardCharsets.UTF_8).strip();
    if (!json.startsWith("{")) {
      return null;
    }
    try {
      LogHead head = Json.read(json, LogHead.class);
      return head.seal.equals(head.sealOf(keys)) ? head : null;
    } catch (IllegalArgumentException e) {
      return null; // half written, or not by us: the other place counts
    }
  }

  /// Puts this head into the place of the older one.
  void write(AuditKeys keys, boolean isForced) throws IOException {
    byte[] places = places(keys);
    LogHead first = place(places, 0, keys);
    LogHead second = place(places, 1, keys);
    boolean isFirstNewer = first != null && (second == null || first.count > second.count);
    byte[] json = Json.write(this).getBytes(StandardCharsets.UTF_8);
    byte[] place = new byte[PLACE];
    Arrays.fill(place, (byte) ' ');
    System.arraycopy(json, 0, place, 0, json.length);
    place[PLACE - 1] = '\n';
    try (FileChannel channel = FileChannel.open(file(keys), StandardOpenOption.CREATE,
        StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(place);
      long from = isFirstNewer ? PLACE : 0;
      while (rest.hasRemaining()) {
        channel.write(rest, from + rest.position());
      }
      if (isForced) {
        channel.force(true);
      }
    }
  }
}
