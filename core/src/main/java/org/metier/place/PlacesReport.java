package org.metier.place;

import java.util.List;

/// What an import of places read, and what it left out.
///
/// @param files what was read, in the order named
/// @param towns how many towns and communes the gazetteer holds, those that ship with Metier included
/// @param postcodes how many it holds
/// @param regions how many it holds
/// @param countries how many it holds
/// @param unlocated rows of communes that no file tells the position of
/// @param skipped rows that could not be used; the first [#MAX_LISTED] of `skippedRows`
/// @param skippedRows how many there were
/// @param bytes size of the compiled gazetteer; opening it takes about twice that in memory
public record PlacesReport(List<SourceFile> files, int towns, int postcodes, int regions,
    int countries, int unlocated, List<SkippedRow> skipped, int skippedRows, int bytes) {
  /// How many skipped rows are listed one by one.
  public static final int MAX_LISTED = 1000;

  public PlacesReport {
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
  }

  /// A file that was read.
  ///
  /// @param layout what its columns were taken for, such as `GeoNames postal codes`
  /// @param rows how many it has besides the header
  /// @param passedOver how many are about other things than places where people live
  public record SourceFile(String file, String layout, int rows, int passedOver) {}

  /// A row that could not be used.
  ///
  /// @param line where it begins in the file, from 1
  public record SkippedRow(String file, long line, String reason) {
    /// Such as `cities.tsv:7: latitude is "N48"; expected degrees from -90 to 90, such as 48.85`.
    @Override
    public String toString() {
      return file + ":" + line + ": " + reason;
    }
  }
}
