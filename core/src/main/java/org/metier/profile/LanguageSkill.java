package org.metier.profile;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.LanguageDimension;
import org.metier.text.Evidence;

/// A language that the person knows. Either one level is known for the whole of it, or levels by
/// dimension, from which the level of the whole follows.
///
/// @param language ISO 639-1 code in lower case, or ISO 639-3 code where there is none, such as `grc`
/// @param level as said of the language as a whole, [CefrLevel#NATIVE] of a mother tongue; null when not
///     said, or when dimensions are known
/// @param dimensions `A1` to `C2` each; those not said are absent
/// @param evidence where it was read; empty when only the person declared it
public record LanguageSkill(String language, @Nullable CefrLevel level,
    Map<LanguageDimension, CefrLevel> dimensions, List<Evidence> evidence) {
  public LanguageSkill {
    if (!language.matches("[a-z]{2,3}")) {
      throw new IllegalArgumentException(
          "a language must be an ISO 639-1 code such as fr, or an ISO"
              + " 639-3 code such as grc where there is none, was " + language);
    }
    if (level != null && !dimensions.isEmpty()) {
      throw new IllegalArgumentException(
          "a language must have one level or levels by dimension, had both, was " + level + " and "
              + dimensions);
    }
    if (dimensions.containsValue(CefrLevel.NATIVE)) {
      throw new IllegalArgumentException(
          "a dimension must be A1 to C2, for a mother tongue has none, was " + dimensions);
    }
    dimensions = dimensions.isEmpty()
        ? Map.of()
        : Collections.unmodifiableMap(new EnumMap<>(dimensions));
    evidence = List.copyOf(evidence);
  }

  /// A language with one level for the whole of it.
  ///
  /// @param level null when not said
  public static LanguageSkill of(String language, @Nullable CefrLevel level,
      List<Evidence> evidence) {
    return new LanguageSkill(language, level, Map.of(), evidence);
  }

  /// The level of the whole: the lowest of the dimensions where these are known.
  ///
  /// @return null when nothing was said
  public @Nullable CefrLevel overall() {
    return dimensions.isEmpty() ? level : Collections.min(dimensions.values());
  }

  public boolean isMotherTongue() {
    return level == CefrLevel.NATIVE;
  }
}
