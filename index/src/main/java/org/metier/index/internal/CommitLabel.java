package org.metier.index.internal;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.metier.index.IndexException;

/// What a commit of an index carries beside its entries: the version of the fields' layout, and the id of the taxonomy
/// that the entries were coded with.
public final class CommitLabel {
  /// The layout of fields that this release writes.
  public static final int FORMAT = 6;

  static final String FORMAT_KEY = "metier.format";
  static final String TAXONOMY_KEY = "metier.taxonomy";

  private CommitLabel() {}

  /// What the commit behind a reader carries. Of readers as `DirectoryReader.open` gives them: an index commit
  /// would list the files of all segments first.
  static Map<String, String> of(IndexReader reader) throws IOException {
    return reader instanceof StandardDirectoryReader directory
        ? directory.getSegmentInfos().getUserData()
        : Map.of();
  }

  /// Names the commit behind a reader, such as `generation-000002/17`; `none` where there is no index yet.
  public static String generation(IndexReader reader) {
    if (!(reader instanceof StandardDirectoryReader directory)) {
      return "none";
    }
    String folder = FilterDirectory.unwrap(directory.directory()) instanceof FSDirectory onDisk
        ? onDisk.getDirectory().getFileName() + "/"
        : "";
    return folder + directory.getSegmentInfos().getGeneration();
  }

  /// Refuses to go on with entries that were coded with another taxonomy: their concepts would be taken for
  /// absent.
  static void requireTaxonomy(Map<String, String> label, String expected) {
    String found = label.get(TAXONOMY_KEY);
    if (found != null && !found.equals(expected)) {
      throw new IndexException("the vacancies of this home were coded with another taxonomy ("
          + found + ", now " + expected
          + "); import that taxonomy again, or code them anew: metier recode");
    }
  }

  /// Refuses to count by fields that entries of an earlier layout lack.
  public static void requirePresentLayout(IndexSearcher searcher) throws IOException {
    requirePresentLayout(of(searcher.getIndexReader()));
  }

  static void requirePresentLayout(Map<String, String> label) {
    String layout = label.getOrDefault(FORMAT_KEY, String.valueOf(FORMAT));
    if (Integer.parseInt(layout) < FORMAT) {
      throw new IndexException("the vacancies of this home were written in an earlier layout ("
          + layout + ", now " + FORMAT + "); write them anew: metier recode");
    }
  }

  /// Refuses what a later release wrote.
  static void requireKnownFormat(Map<String, String> label) {
    String format = label.getOrDefault(FORMAT_KEY, "0");
    if (!format.matches("\\d{1,6}") || Integer.parseInt(format) > FORMAT) {
      throw StoreFailure.newer(null);
    }
  }
}
