package org.metier.coding.crosswalk;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;

/// Finds the concept that a code or URI means in one taxonomy. Immutable and thread-safe.
public final class IscoGroups {
  private final Taxonomy taxonomy;
  private final Map<String, String> uriOfCode = new HashMap<>();

  private IscoGroups(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    for (int group : taxonomy.concepts(ConceptKind.ISCO_GROUP)) {
      uriOfCode.put(taxonomy.code(group), taxonomy.uri(group));
    }
  }

  public static IscoGroups of(Taxonomy taxonomy) {
    return new IscoGroups(taxonomy);
  }

  /// The URI of an occupation or ISCO group.
  ///
  /// @param codeOrUri an ISCO-08 code of 1 to 4 digits, or a URI; that of a group with a small or a
  ///     capital C
  /// @return null when this taxonomy does not have it
  public @Nullable String concept(String codeOrUri) {
    OptionalInt concept = taxonomy.find(codeOrUri);
    if (concept.isPresent()) {
      ConceptKind kind = taxonomy.kind(concept.getAsInt());
      boolean isCoded = kind == ConceptKind.OCCUPATION || kind == ConceptKind.ISCO_GROUP;
      return isCoded ? codeOrUri : null;
    }
    return uriOfCode.get(codeOrUri.replaceFirst("^https?://data\\.europa\\.eu/esco/isco/[cC]", ""));
  }

  /// As [#concept], and for a unit group that ISCO-08 does not have the minor group around it: national
  /// classifications add unit groups, such as 7129, to the same minor groups.
  public @Nullable String nearest(String codeOrUri) {
    String own = concept(codeOrUri);
    return own == null && codeOrUri.matches("\\d{4}")
        ? uriOfCode.get(codeOrUri.substring(0, 3))
        : own;
  }
}
