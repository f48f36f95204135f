package org.metier.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import org.metier.index.internal.Hashes;
import org.metier.json.Json;

/// Where a page begins: after the hit with this key in this order. With it go the rarities of the words as
/// they were on the first page, so that scores are the same however the index has changed: an advertisement
/// that stays as it is keeps its place, and is neither shown twice nor passed over. Nothing is kept on the
/// server, so a token is good after a restart, on another machine, and for ever.
///
/// Outside it is opaque. A checksum over the token and its request finds damage, and that it belongs to
/// another search. It is no secret: who forges one gets another page of the same search.
///
/// @param key what the last hit was ordered by: a score, a date or a distance, as its bits
/// @param id of the last hit
/// @param rarities see [QueryPlan]
@SuppressWarnings("ArrayRecordComponent") // never compared
record PageToken(long key, String id, byte[] rarities) {
  private static final int VERSION = 1;
  private static final int CHECKSUM = 8;
  private static final int MAX_LENGTH = 4_000;

  String write(SearchRequest request) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(key);
      out.writeUTF(id);
      out.writeByte(rarities.length);
      out.write(rarities);
      out.write(checksum(bytes.toByteArray(), request));
    } catch (IOException e) {
      throw new UncheckedIOException("an array takes any bytes", e);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /// @param rarities how many the query has
  /// @throws IllegalArgumentException if it is damaged, of another release or of another search
  static PageToken read(String token, SearchRequest request, int rarities) {
    try {
      byte[] bytes = token.length() > MAX_LENGTH
          ? new byte[0]
          : Base64.getUrlDecoder().decode(token);
      if (bytes.length > 0 && bytes[0] != VERSION) {
        throw refused("is of another release");
      }
      int end = bytes.length - CHECKSUM;
      if (end < 1
          || !Arrays.equals(checksum(Arrays.copyOf(bytes, end), request), 0, CHECKSUM, bytes,
              end, bytes.length)) {
        throw refused("is damaged or belongs to another search");
      }
      try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 1, end - 1))) {
        PageToken read = new PageToken(in.readLong(), in.readUTF(),
            in.readNBytes(in.readUnsignedByte()));
        if (read.rarities.length != rarities || in.available() > 0) {
          throw refused("was made with another taxonomy");
        }
        return read;
      }
    } catch (IllegalArgumentException e) {
      throw e.getMessage() != null && e.getMessage().startsWith("page") ? e : refused("is damaged");
    } catch (IOException e) {
      throw refused("is damaged");
    }
  }

  private static IllegalArgumentException refused(String what) {
    return new IllegalArgumentException("page " + what
        + "; expected the token that nextPage of this very search gave, or none for the first page");
  }

  /// Pages of one search may differ in size.
  private static byte[] checksum(byte[] content, SearchRequest request) {
    String first = Json.write(request.toBuilder().pageSize(1).build());
    String all = Base64.getEncoder().encodeToString(content) + " " + first;
    return Arrays.copyOf(Hashes.sha256(all), CHECKSUM);
  }
}
