package org.metier.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// On what terms a source's vacancies may be used.
///
/// @param licence name or address of the licence; null when none was agreed
/// @param attribution what to show beside each vacancy; null for nothing
/// @param retention how long a vacancy may be kept after it was withdrawn or expired; null for no limit
/// @param polling how often the source is to be asked at the least; null when that is free
public record SourceTerms(@Nullable String licence, @Nullable String attribution,
    @Nullable Duration retention, @Nullable Duration polling) {
  /// No terms were declared.
  public static final SourceTerms NONE = new SourceTerms(null, null, null, null);
}
