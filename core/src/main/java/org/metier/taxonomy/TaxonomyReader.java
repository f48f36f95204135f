package org.metier.taxonomy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32C;
import org.metier.text.Language;

/// Reads a compiled taxonomy and believes nothing of it: every count is compared with the bytes that
/// are left before memory is asked for, every offset and target with its bounds.
final class TaxonomyReader {
  private final String name;
  private final byte[] file;
  private final ByteBuffer in;

  /// @param name what to call the file in messages
  TaxonomyReader(String name, byte[] file) {
    this.name = name;
    this.file = file;
    this.in = ByteBuffer.wrap(file);
  }

  TaxonomyData read() {
    String id = header();
    int size = count(1);
    byte[] flags = new byte[size];
    in.get(flags);
    for (byte flag : flags) {
      require(TaxonomyFormat.isWellFormed(flag));
    }
    TextPool uris = texts(size);
    requireAscending(uris);
    TextPool codes = texts(size);
    Relation broader = relation(size);
    Relation essential = relation(size);
    Relation optional = relation(size);
    Map<Language, TaxonomyData.Labels> labels = labels(size);
    require(in.remaining() == 0);
    return new TaxonomyData(id, file, flags, uris, codes, labels, broader, broader.inverse(),
        essential, optional, essential.with(optional).inverse());
  }

  private String header() {
    if (file.length < TaxonomyFormat.HEADER_BYTES || in.getLong() != TaxonomyFormat.MAGIC) {
      throw new TaxonomyException(name
          + " is not a compiled taxonomy; delete it, or import the taxonomy again");
    }
    int version = in.getInt();
    if (version > TaxonomyFormat.VERSION) {
      throw new TaxonomyException(
          name + " was written by a newer Metier (taxonomy format " + version
              + "; this release reads up to " + TaxonomyFormat.VERSION
              + "); use that release, or import the taxonomy again");
    }
    require(version >= 1);
    int checksum = in.getInt();
    int length = in.getInt();
    byte[] id = new byte[TaxonomyFormat.ID_BYTES];
    in.get(id);
    require(length == in.remaining());
    CRC32C crc = new CRC32C();
    crc.update(file, in.position(), in.remaining());
    require((int) crc.getValue() == checksum);
    return HexFormat.of().formatHex(id);
  }

  private TextPool texts(int count) {
    int[] offset = ascending(count + 1);
    int length = offset[count];
    require(length <= in.remaining());
    TextPool pool = new TextPool(file, in.position(), offset);
    in.position(in.position() + length);
    return pool;
  }

  private Relation relation(int size) {
    int[] start = ascending(size + 1);
    int[] target = ints(start[size]);
    for (int c = 0; c < size; c++) {
      int previous = -1;
      for (int i = start[c]; i < start[c + 1]; i++) {
        require(target[i] > previous && target[i] < size);
        previous = target[i];
      }
    }
    return new Relation(start, target);
  }

  private Map<Language, TaxonomyData.Labels> labels(int size) {
    Map<Language, TaxonomyData.Labels> labels = new EnumMap<>(Language.class);
    int languages = count(2);
    for (int l = 0; l < languages; l++) {
      require(in.remaining() >= 2);
      String code = "" + (char) in.get() + (char) in.get();
      Language language = Language.of(code).orElseThrow(this::damaged);
      int[] start = ascending(size + 1);
      TextPool texts = texts(start[size]);
      require(labels.put(language, new TaxonomyData.Labels(start, texts)) == null);
    }
    return labels;
  }

  /// Numbers from 0 that never fall.
  private int[] ascending(int count) {
    int[] values = ints(count);
    int previous = 0;
    require(values[0] == 0);
    for (int value : values) {
      require(value >= previous);
      previous = value;
    }
    return values;
  }

  private int[] ints(int count) {
    require(count >= 0 && count <= in.remaining() / Integer.BYTES);
    int[] values = new int[count];
    in.asIntBuffer().get(values);
    in.position(in.position() + count * Integer.BYTES);
    return values;
  }

  private int count(int bytesEach) {
    require(in.remaining() >= Integer.BYTES);
    int count = in.getInt();
    require(count >= 0 && count <= in.remaining() / bytesEach);
    return count;
  }

  private void requireAscending(TextPool uris) {
    int[] offset = uris.offset();
    int base = uris.base();
    for (int i = 0; i + 2 < offset.length; i++) {
      require(Arrays.compareUnsigned(file, base + offset[i], base + offset[i + 1], file,
          base + offset[i + 1], base + offset[i + 2]) < 0);
    }
  }

  private void require(boolean holds) {
    if (!holds) {
      throw damaged();
    }
  }

  private TaxonomyException damaged() {
    return new TaxonomyException(name
        + " is damaged or cut short; restore it from a backup, or import the taxonomy again");
  }
}
