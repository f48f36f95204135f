package org.metier.taxonomy;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;

/// What a [Taxonomy] holds in memory: number arrays, and texts left as the bytes of its file.
///
/// @param file the compiled taxonomy, header included; the texts are read from it
/// @param flags of each concept, see [TaxonomyFormat]
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost what this saves
record TaxonomyData(String id, byte[] file, byte[] flags, TextPool uris, TextPool codes,
    Map<Language, Labels> labels, Relation broader, Relation narrower, Relation essential,
    Relation optional, Relation usedBy) {

  /// The labels of one language: those of concept `c` are texts `start[c]` to `start[c + 1]`, the
  /// preferred one first.
  @SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost what this saves
  record Labels(int[] start, TextPool texts) {}

  int size() {
    return flags.length;
  }

  @Nullable
  Labels labels(Language language) {
    return labels.get(language);
  }
}
