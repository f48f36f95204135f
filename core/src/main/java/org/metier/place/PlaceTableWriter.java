package org.metier.place;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.CRC32C;

/// Compiles drafts to the bytes of a gazetteer file: equal drafts in any order give equal bytes.
final class PlaceTableWriter {
  /// Regions before what lies in them; the largest of a name first.
  private static final Comparator<PlaceDraft> ORDER = Comparator
      .comparing((PlaceDraft d) -> d.precision)
      .reversed()
      .thenComparingInt(PlaceDraft::depth)
      .thenComparing(d -> d.country)
      .thenComparing(Comparator.comparingInt((PlaceDraft d) -> d.population).reversed())
      .thenComparing(d -> d.name)
      .thenComparing(PlaceDraft::code)
      .thenComparingDouble(d -> located(d).latitude())
      .thenComparingDouble(d -> located(d).longitude())
      .thenComparing(d -> String.join("\n", d.keys));

  private final List<PlaceDraft> drafts;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  /// @param drafts with points; what lies around one of them is one of them, too
  PlaceTableWriter(Collection<PlaceDraft> drafts) {
    this.drafts = drafts.stream().sorted(ORDER).toList();
  }

  private static GeoPoint located(PlaceDraft draft) {
    return Objects.requireNonNull(draft.point, draft.name);
  }

  /// The whole file, header included.
  byte[] compile() {
    try {
      entries();
      keys();
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory cannot be written", e);
    }
    byte[] body = bytes.toByteArray();
    CRC32C crc = new CRC32C();
    crc.update(body, 0, body.length);
    return ByteBuffer.allocate(PlaceTable.HEADER_BYTES + body.length)
        .putLong(PlaceTable.MAGIC)
        .putInt(PlaceTable.VERSION)
        .putInt((int) crc.getValue())
        .putInt(body.length)
        .put(body)
        .array();
  }

  private void entries() throws IOException {
    IdentityHashMap<PlaceDraft, Integer> number = new IdentityHashMap<>();
    for (PlaceDraft draft : drafts) {
      number.put(draft, number.size());
    }
    out.writeInt(drafts.size());
    for (PlaceDraft draft : drafts) {
      out.writeByte(draft.precision.ordinal());
    }
    for (PlaceDraft draft : drafts) {
      out.write(draft.country.getBytes(StandardCharsets.US_ASCII));
    }
    for (PlaceDraft draft : drafts) {
      out.writeInt(units(located(draft).latitude()));
    }
    for (PlaceDraft draft : drafts) {
      out.writeInt(units(located(draft).longitude()));
    }
    for (PlaceDraft draft : drafts) {
      out.writeInt(draft.population);
    }
    for (PlaceDraft draft : drafts) {
      out.writeInt(draft.around == null ? -1 : Objects.requireNonNull(number.get(draft.around)));
    }
    texts(drafts, d -> d.name);
    texts(drafts, PlaceDraft::code);
  }

  private static int units(double degrees) {
    return (int) Math.round(degrees * PlaceTable.UNITS_PER_DEGREE);
  }

  private void keys() throws IOException {
    Map<String, List<Integer>> entriesOf = new TreeMap<>((a, b) -> Arrays
        .compareUnsigned(keyBytes(a), keyBytes(b)));
    for (int entry = 0; entry < drafts.size(); entry++) {
      for (String key : drafts.get(entry).keys) {
        entriesOf.computeIfAbsent(key, k -> new ArrayList<>()).add(entry);
      }
    }
    out.writeInt(entriesOf.size());
    texts(entriesOf.keySet(), key -> key);
    int end = 0;
    out.writeInt(0);
    for (List<Integer> entries : entriesOf.values()) {
      end += entries.size();
      out.writeInt(end);
    }
    for (List<Integer> entries : entriesOf.values()) {
      for (int entry : entries) {
        out.writeInt(entry);
      }
    }
  }

  private <T> void texts(Collection<T> items, Function<T, String> text) throws IOException {
    ByteArrayOutputStream pool = new ByteArrayOutputStream();
    out.writeInt(0);
    for (T item : items) {
      pool.writeBytes(text.apply(item).getBytes(StandardCharsets.UTF_8));
      out.writeInt(pool.size());
    }
    pool.writeTo(out);
  }

  private static byte[] keyBytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }
}
