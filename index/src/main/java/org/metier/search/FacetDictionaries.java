package org.metier.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.metier.index.internal.FacetTerms;
import org.metier.index.internal.Fields;

/// The facet values of each segment, read once and kept until the segment is closed: some 200 bytes for
/// each distinct value of a segment. Thread-safe.
final class FacetDictionaries {
  private final Map<IndexReader.CacheKey, Dictionary> known = new ConcurrentHashMap<>();

  /// By ordinal. Never compared, so that the arrays do no harm; nobody writes to them.
  ///
  /// @param written how the vacancies write the value
  @SuppressWarnings("ArrayRecordComponent")
  record Dictionary(FacetValue[] values, String[] written) {}

  Dictionary of(LeafReader segment) throws IOException {
    IndexReader.CacheHelper helper = segment.getCoreCacheHelper();
    if (helper == null) {
      return read(segment);
    }
    Dictionary dictionary = known.get(helper.getKey());
    if (dictionary == null) {
      dictionary = read(segment);
      if (known.putIfAbsent(helper.getKey(), dictionary) == null) {
        helper.addClosedListener(known::remove);
      }
    }
    return dictionary;
  }

  private static Dictionary read(LeafReader segment) throws IOException {
    SortedSetDocValues terms = DocValues.getSortedSet(segment, Fields.FACET);
    int size = Math.toIntExact(terms.getValueCount());
    FacetValue[] values = new FacetValue[size];
    String[] written = new String[size];
    for (int i = 0; i < size; i++) {
      String text = terms.lookupOrd(i).utf8ToString();
      int display = text.indexOf(FacetTerms.DISPLAY);
      values[i] = FacetValue.parse(display < 0 ? text : text.substring(0, display));
      written[i] = display < 0 ? values[i].value() : text.substring(display + 1);
    }
    return new Dictionary(values, written);
  }
}
