package org.metier.taxonomy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.metier.text.Language;

/// What an import read, and what it left out.
///
/// @param taxonomyId names the content of the taxonomy that came of it
/// @param files every CSV file that was found, with what became of it
/// @param concepts how many of each kind
/// @param labels how many in each language, alternative ones included
/// @param relations how many were kept, of all kinds
/// @param droppedRelations how many name a concept that no file has
/// @param obsolete rows left out because their status is "obsolete"
/// @param skipped rows that could not be used; the first [#MAX_LISTED] of `skippedRows`
/// @param skippedRows how many there were
public record TaxonomyReport(String taxonomyId, List<SourceFile> files,
    Map<ConceptKind, Integer> concepts, Map<Language, Integer> labels, int relations,
    int droppedRelations, int obsolete, List<SkippedRow> skipped, int skippedRows) {
  /// How many skipped rows are listed one by one.
  public static final int MAX_LISTED = 1000;

  public TaxonomyReport {
    files = List.copyOf(files);
    concepts = Collections.unmodifiableMap(new TreeMap<>(concepts));
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    skipped = List.copyOf(skipped);
  }

  /// A CSV file that the import found.
  ///
  /// @param rows how many it has besides the header, 0 when it was not read
  /// @param note empty, or why it was not read
  public record SourceFile(String file, int rows, String note) {}

  /// A row that could not be used.
  ///
  /// @param line where it begins in the file, from 1
  public record SkippedRow(String file, long line, String reason) {
    /// Such as `occupations_en.csv:7: conceptUri is empty; expected …`.
    @Override
    public String toString() {
      return file + ":" + line + ": " + reason;
    }
  }
}
