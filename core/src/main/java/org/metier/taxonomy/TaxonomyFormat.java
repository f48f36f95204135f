package org.metier.taxonomy;

import org.jspecify.annotations.Nullable;

/* The compiled taxonomy. Numbers are big-endian; "ints" is that many 32-bit numbers.
 *
 *   header   8 bytes  magic
 *            int      version of the format
 *            int      CRC-32C of everything behind the header
 *            int      number of bytes behind the header
 *            16 bytes SHA-256 of everything behind the header, first half: the taxonomy's id
 *   body     int n    number of concepts, in ascending order of their URIs' bytes
 *            n bytes  flags, see below
 *            texts    URIs                      texts(n) = n + 1 ints of offsets, then that many
 *            texts    codes                     UTF-8 bytes as the last offset says
 *            relation broader                   relation = n + 1 ints of starts, then as many ints
 *            relation essential                 of targets as the last start says
 *            relation optional
 *            int      number of languages, in the order of their codes
 *   language 2 bytes  ISO 639-1 code
 *            n + 1 ints of starts: which labels are whose, the preferred one first
 *            texts    labels
 *
 * Nothing is compressed: a file of 17,000 concepts and 250,000 labels has some 14 MB, is read in one
 * go, and no text is decoded before it is asked for. */

/// The constants of the compiled taxonomy's format, and how a concept's flags are packed.
final class TaxonomyFormat {
  static final long MAGIC = 0x4d45544945525458L; // "METIERTX"
  static final int VERSION = 1;
  static final int ID_BYTES = 16;
  static final int HEADER_BYTES = Long.BYTES + 3 * Integer.BYTES + ID_BYTES;

  private static final int KIND_MASK = 0b11;
  private static final int REUSE_SHIFT = 2;
  private static final int REUSE_MASK = 0b111;
  private static final int KNOWLEDGE = 1 << 5;
  private static final int REGULATED = 1 << 6;

  private static final ConceptKind[] KINDS = ConceptKind.values();
  private static final ReuseLevel[] LEVELS = ReuseLevel.values();

  private TaxonomyFormat() {}

  static byte flags(ConceptKind kind, @Nullable ReuseLevel reuse, boolean knowledge,
      boolean regulated) {
    int level = reuse == null ? 0 : reuse.ordinal() + 1;
    return (byte) (kind.ordinal() | (level << REUSE_SHIFT) | (knowledge ? KNOWLEDGE : 0)
        | (regulated ? REGULATED : 0));
  }

  static ConceptKind kind(byte flags) {
    return KINDS[flags & KIND_MASK];
  }

  static @Nullable ReuseLevel reuse(byte flags) {
    int level = (flags >> REUSE_SHIFT) & REUSE_MASK;
    return level == 0 ? null : LEVELS[level - 1];
  }

  static boolean isKnowledge(byte flags) {
    return (flags & KNOWLEDGE) != 0;
  }

  static boolean isRegulated(byte flags) {
    return (flags & REGULATED) != 0;
  }

  static boolean isWellFormed(byte flags) {
    return flags >= 0 && ((flags >> REUSE_SHIFT) & REUSE_MASK) <= LEVELS.length;
  }
}
