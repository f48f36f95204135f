package org.metier.examples.demo;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A feed that was written.
///
/// @param source identifier of the invented partner
/// @param format name of its format, such as `csv`
/// @param mapping resource of the class path that says which column is which; null for a format that
///     needs none
/// @param records in the feed, the broken ones included
public record SampleFeed(String source, String format, Path file, @Nullable String mapping,
    int records, List<Defect> defects) {
  public SampleFeed {
    defects = List.copyOf(defects);
  }

  /// How many records a reader has to leave out.
  public int rejected() {
    return (int) defects.stream().filter(d -> d.kind().isRejection()).count();
  }
}
