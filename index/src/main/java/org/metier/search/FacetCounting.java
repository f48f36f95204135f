package org.metier.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;
import org.metier.index.internal.Fields;

/// Counts the values of all facets in one pass over what matches without any selection ("drill sideways"):
/// a vacancy that passes all selections counts everywhere, and one that fails those of a single facet
/// counts for that facet alone. So a facet's own selection never narrows its own counts.
///
/// Costs one look at a dozen numbers for each match, and a look at each distinct value of a segment.
final class FacetCounting {
  private static final Facet[] FACETS = Facet.values();

  private final SearchRequest request;
  private final Instant now;
  private final Map<FacetValue, Tally> tallies = new HashMap<>();
  private int total;

  /// @param written how the vacancies write a value, and how many do
  private record Tally(Map<String, Integer> written) {
    int count() {
      return written.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// The way most vacancies write it; of equally many the first by letters.
    String usual() {
      return written.entrySet()
          .stream()
          .max(Map.Entry.<String, Integer>comparingByValue()
              .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
          .map(Map.Entry::getKey)
          .orElse("");
    }
  }

  FacetCounting(SearchRequest request, Instant now) {
    this.request = request;
    this.now = now;
  }

  /// @param query without the selections
  void count(IndexSearcher searcher, Query query) throws IOException {
    searcher.search(query, new CollectorManager<Counter, Void>() {
      @Override
      public Counter newCollector() {
        return new Counter();
      }

      @Override
      public @Nullable Void reduce(Collection<Counter> counters) throws IOException {
        for (Counter counter : counters) {
          counter.endSegment();
        }
        return null;
      }
    });
  }

  /// How many pass all selections.
  int total() {
    return total;
  }

  /// Most first, then by value. A selected value that nothing has is listed with 0.
  Map<Facet, List<FacetCount>> counts() {
    Map<Facet, List<FacetCount>> counts = new EnumMap<>(Facet.class);
    for (Facet facet : FACETS) {
      counts.put(facet, new ArrayList<>());
    }
    tallies.forEach((value, tally) -> list(counts, value.facet())
        .add(new FacetCount(value, tally.usual(), tally.count())));
    for (FacetValue selected : request.selections()) {
      if (!tallies.containsKey(selected)) {
        list(counts, selected.facet()).add(new FacetCount(selected, selected.value(), 0));
      }
    }
    counts.values()
        .forEach(list -> list.sort(
            Comparator.comparingInt(FacetCount::count)
                .reversed()
                .thenComparing(FacetCount::value)));
    return counts;
  }

  private static List<FacetCount> list(Map<Facet, List<FacetCount>> counts, Facet facet) {
    return counts.computeIfAbsent(facet, f -> new ArrayList<>());
  }

  private void add(FacetValue value, String written, int count) {
    if (count > 0) {
      tallies.computeIfAbsent(value, v -> new Tally(new HashMap<>()))
          .written()
          .merge(written, count, Integer::sum);
    }
  }

  /// Counts one segment after the other. Ages are counted in their bands, cumulatively.
  private final class Counter extends SimpleCollector {
    private @Nullable SortedSetDocValues values;
    private @Nullable NumericDocValues posted;
    private long[] ofFacet = new long[0];
    private FacetValue[] valueOf = new FacetValue[0];
    private String[] writtenAs = new String[0];
    private boolean[] isSelected = new boolean[0];
    private int[] counts = new int[0];
    private final boolean[] isAsked = new boolean[FACETS.length];
    private final boolean[] passes = new boolean[FACETS.length];
    private long[] ordinals = new long[16];
    private final int[] ages = new int[FacetValue.FRESHNESS_DAYS.size() + 1];

    Counter() {
      request.selections().forEach(selected -> isAsked[selected.facet().ordinal()] = true);
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
      endSegment();
      SortedSetDocValues next = DocValues.getSortedSet(leaf.reader(), Fields.FACET);
      int size = Math.toIntExact(next.getValueCount());
      ofFacet = new long[size];
      valueOf = new FacetValue[size];
      writtenAs = new String[size];
      isSelected = new boolean[size];
      counts = new int[size];
      for (int i = 0; i < size; i++) {
        String text = next.lookupOrd(i).utf8ToString();
        int display = text.indexOf(org.metier.index.internal.FacetTerms.DISPLAY);
        FacetValue value = FacetValue.parse(display < 0 ? text : text.substring(0, display));
        valueOf[i] = value;
        writtenAs[i] = display < 0 ? value.value() : text.substring(display + 1);
        ofFacet[i] = value.facet().ordinal();
        isSelected[i] = request.selections().contains(value);
      }
      values = next;
      posted = DocValues.getNumeric(leaf.reader(), Fields.POSTED);
    }

    private void endSegment() {
      for (int i = 0; i < counts.length; i++) {
        add(valueOf[i], writtenAs[i], counts[i]);
      }
      counts = new int[0];
      for (int band = 0; band < ages.length; band++) {
        String value = band < FacetValue.FRESHNESS_DAYS.size()
            ? String.valueOf(FacetValue.FRESHNESS_DAYS.get(band))
            : FacetValue.OLDER;
        add(new FacetValue(Facet.FRESHNESS, value), value, ages[band]);
        ages[band] = 0;
      }
    }

    @Override
    public void collect(int doc) throws IOException {
      int size = read(doc);
      int band = band(doc);
      if (isAsked[Facet.FRESHNESS.ordinal()] && band >= 0) {
        passes[Facet.FRESHNESS.ordinal()] |= isFreshEnough(band);
      }
      int failed = -1;
      for (int facet = 0; facet < FACETS.length; facet++) {
        if (isAsked[facet] && !passes[facet]) {
          if (failed >= 0) {
            return;
          }
          failed = facet;
        }
      }
      if (failed < 0) {
        total++;
      }
      for (int i = 0; i < size; i++) {
        int ordinal = (int) ordinals[i];
        if (failed < 0 || ofFacet[ordinal] == failed) {
          counts[ordinal]++;
        }
      }
      if (band >= 0 && (failed < 0 || failed == Facet.FRESHNESS.ordinal())) {
        count(band);
      }
    }

    /// @return how many values the vacancy has
    private int read(int doc) throws IOException {
      java.util.Arrays.fill(passes, false);
      if (values == null || !values.advanceExact(doc)) {
        return 0;
      }
      int size = values.docValueCount();
      if (size > ordinals.length) {
        ordinals = new long[2 * size];
      }
      for (int i = 0; i < size; i++) {
        int ordinal = (int) values.nextOrd();
        ordinals[i] = ordinal;
        passes[(int) ofFacet[ordinal]] |= isSelected[ordinal];
      }
      return size;
    }

    /// The place of the narrowest band of age, one past the last for older; -1 when it is not known.
    private int band(int doc) throws IOException {
      if (posted == null || !posted.advanceExact(doc)) {
        return -1;
      }
      int band = 0;
      while (band < FacetValue.FRESHNESS_DAYS.size()
          && posted.longValue() < Constraints.since(now, FacetValue.FRESHNESS_DAYS.get(band))) {
        band++;
      }
      return band;
    }

    private boolean isFreshEnough(int band) {
      boolean isOlder = band == FacetValue.FRESHNESS_DAYS.size();
      return request.selections()
          .stream()
          .filter(s -> s.facet() == Facet.FRESHNESS && !s.value().equals(Facet.UNKNOWN))
          .anyMatch(s -> s.value().equals(FacetValue.OLDER)
              ? isOlder
              : !isOlder && FacetValue.FRESHNESS_DAYS.get(band) <= Integer.parseInt(s.value()));
    }

    private void count(int band) {
      if (band == FacetValue.FRESHNESS_DAYS.size()) {
        ages[band]++;
      }
      for (int wider = band; wider < FacetValue.FRESHNESS_DAYS.size(); wider++) {
        ages[wider]++;
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
