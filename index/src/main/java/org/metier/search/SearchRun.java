package org.metier.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.metier.index.internal.Fields;
import org.metier.index.internal.VacancyDocument;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;

/// One search over one state of the index. Not thread-safe.
final class SearchRun {
  private final SearchRequest request;
  private final UnderstoodQuery understood;
  private final Instant now;
  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer;
  private final QueryConcepts recognizer;
  private final FacetDictionaries dictionaries;

  SearchRun(SearchRequest request, UnderstoodQuery understood, Instant now, Taxonomy taxonomy,
      TextAnalyzer analyzer, QueryConcepts recognizer, FacetDictionaries dictionaries) {
    this.dictionaries = dictionaries;
    this.request = request;
    this.understood = understood;
    this.now = now;
    this.taxonomy = taxonomy;
    this.analyzer = analyzer;
    this.recognizer = recognizer;
  }

  /// Finds a better spelling.
  interface Speller {
    /// @param found how many the query as it is finds
    @Nullable
    String better(IndexSearcher searcher, int found, ToIntFunction<String> count)
        throws IOException;
  }

  SearchResult run(IndexSearcher shared, Speller speller) throws IOException {
    IndexSearcher searcher = searcher(shared);
    QueryPlan plan = new QueryPlan(understood, request.mode());
    PageToken page = request.page() == null
        ? null
        : PageToken.read(request.page(), request,
            understood.words().size() + understood.concepts().size());
    byte[] rarities = page == null ? plan.rarities(searcher.getIndexReader()) : page.rarities();
    Query words = plan.query(rarities);
    Constraints constraints = new Constraints(request, now);
    FacetCounting counting = new FacetCounting(request, now, dictionaries);
    counting.count(searcher, constraints.withoutFacets(words));
    LeftOut leftOut = new LeftOut(
        request.near().isEmpty() ? 0 : searcher.count(constraints.withoutPlace(words)),
        request.pay() == null ? 0 : searcher.count(constraints.withoutPay(words)));
    String didYouMean = page == null
        ? speller.better(searcher, counting.total(), text -> count(searcher, text))
        : null;
    TopDocs top = top(searcher, constraints.everything(words), page);
    int shown = Math.min(request.pageSize(), top.scoreDocs.length);
    String next = top.scoreDocs.length > shown
        ? token((FieldDoc) top.scoreDocs[shown - 1], rarities).write(request)
        : null;
    return new SearchResult(understood.interpretation(), counting.total(),
        hits(searcher, top, shown), counting.counts(), leftOut, didYouMean, next);
  }

  static IndexSearcher searcher(IndexSearcher shared) {
    IndexSearcher own = new IndexSearcher(shared.getIndexReader());
    own.setSimilarity(new PortalSimilarity());
    return own;
  }

  /// How many another text would find under the same conditions.
  private int count(IndexSearcher searcher, String text) {
    UnderstoodQuery other = UnderstoodQuery.of(QueryText.parse(text), request.language(), taxonomy,
        analyzer, recognizer);
    QueryPlan plan = new QueryPlan(other, request.mode());
    try {
      Query words = plan.query(plan.rarities(searcher.getIndexReader()));
      return searcher.count(new Constraints(request, now).everything(words));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One more than the page holds, to know whether there is another.
  private TopDocs top(IndexSearcher searcher, Query query, @Nullable PageToken page)
      throws IOException {
    Sort sort = new Sort(first(), new SortField(Fields.ID, SortField.Type.STRING));
    int count = request.pageSize() + 1;
    FieldDoc after = page == null
        ? null
        : new FieldDoc(Integer.MAX_VALUE, Float.NaN,
            new Object[]{key(page.key()), new BytesRef(page.id())});
    return searcher.search(query, new TopFieldCollectorManager(sort, count, after, count));
  }

  private SearchOrder order() {
    return request.order() == SearchOrder.RELEVANCE && understood.interpretation().isEmpty()
        ? SearchOrder.DATE
        : request.order();
  }

  private SortField first() {
    return switch (order()) {
      case RELEVANCE -> SortField.FIELD_SCORE;
      case DATE -> new SortField(Fields.POSTED, SortField.Type.LONG, true, Long.MIN_VALUE);
      case DISTANCE -> new DistanceSource(request.near()).getSortField(false);
    };
  }

  private Object key(long bits) {
    return switch (order()) {
      case RELEVANCE -> Float.intBitsToFloat((int) bits);
      case DATE -> bits;
      case DISTANCE -> Double.longBitsToDouble(bits);
    };
  }

  private PageToken token(FieldDoc last, byte[] rarities) {
    long bits = switch (order()) {
      case RELEVANCE -> Float.floatToIntBits((Float) last.fields[0]);
      case DATE -> (Long) last.fields[0];
      case DISTANCE -> Double.doubleToLongBits((Double) last.fields[0]);
    };
    return new PageToken(bits, ((BytesRef) last.fields[1]).utf8ToString(), rarities);
  }

  private List<SearchHit> hits(IndexSearcher searcher, TopDocs top, int shown)
      throws IOException {
    List<SearchHit> hits = new ArrayList<>();
    boolean isScored = order() == SearchOrder.RELEVANCE;
    for (ScoreDoc found : List.of(top.scoreDocs).subList(0, shown)) {
      double score = isScored ? (Float) ((FieldDoc) found).fields[0] : 0;
      hits.add(new Highlights(understood,
          VacancyDocument.vacancy(searcher.storedFields(), found.doc), taxonomy, analyzer,
          recognizer).hit(score, request.near()));
    }
    return hits;
  }
}
