package org.metier.benchmarks.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.metier.index.internal.Fields;
import org.metier.index.internal.SteadySearcher;
import org.metier.place.GeoPoint;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;
import org.metier.work.RemoteWork;

/// The same index as Lucene searches it without us.
record BareLucene(Directory directory, IndexSearcher searcher,
    GeneratedHome made) implements AutoCloseable {
  private static final Sort BEST_FIRST = new Sort(SortField.FIELD_SCORE,
      new SortField(Fields.ID, SortField.Type.STRING));

  static BareLucene over(GeneratedHome made) throws IOException {
    Directory directory = FSDirectory.open(made.index());
    return new BareLucene(directory, new IndexSearcher(DirectoryReader.open(directory)), made);
  }

  /// The best of what passes the filter: the candidates that our retrieval finds, but for those at the edge, since
  /// Lucene compares lengths with their mean over all entries, and ours with a constant.
  ScoreDoc[] best(Question question, int limit) throws IOException {
    return searcher.search(question.search(), limit).scoreDocs;
  }

  /// The best of all entries, open or not.
  ScoreDoc[] bestOfAll(Question question, int limit) throws IOException {
    return searcher.search(question.likeness(), limit).scoreDocs;
  }

  /// How many of ours are among the best here, as a share.
  double shared(Question question, List<VacancyId> ours) throws IOException {
    Set<VacancyId> theirs = new HashSet<>();
    for (ScoreDoc found : best(question, ours.size())) {
      theirs.add(id(found.doc));
    }
    return ours.stream().filter(theirs::contains).count() / (double) ours.size();
  }

  /// What passes the filter of the best, found the slow way: all that is like the profile, sorted, each
  /// vacancy made again and looked at.
  List<VacancyId> exactly(Question question, int limit) throws IOException {
    List<VacancyId> passing = new ArrayList<>();
    ScoreDoc[] all = new SteadySearcher(searcher.getIndexReader())
        .search(question.likeness(), searcher.getIndexReader().maxDoc(), BEST_FIRST).scoreDocs;
    for (int i = 0; i < all.length && passing.size() < limit; i++) {
      VacancyId id = id(all[i].doc);
      int number = Integer.parseInt(id.key().substring(1));
      if (GeneratedHome.isShown(number) && passes(made.market().vacancy(number), question)) {
        passing.add(id);
      }
    }
    return passing;
  }

  private VacancyId id(int doc) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), Fields.ID);
    if (!ids.advanceExact(doc - leaf.docBase)) {
      throw new IllegalStateException("entry " + doc + " has no id");
    }
    return VacancyId.parse(ids.lookupOrd(ids.ordValue()).utf8ToString());
  }

  private static boolean passes(Vacancy vacancy, Question question) {
    var filter = question.filter();
    boolean isOpen = vacancy.validThrough() == null
        || !vacancy.validThrough().isBefore(GeneratedHome.NOW);
    boolean isWorded = filter.languages().isEmpty()
        || (vacancy.language() != null && filter.languages().contains(vacancy.language()));
    boolean isThere = filter.countries().isEmpty() || vacancy.workplaces()
        .stream()
        .anyMatch(place -> place.country() != null && filter.countries().contains(place.country()));
    boolean isContracted = filter.contracts().isEmpty()
        || (vacancy.contract() != null && filter.contracts().contains(vacancy.contract()));
    return isOpen && isWorded && isThere && isContracted && isNear(vacancy, question);
  }

  private static boolean isNear(Vacancy vacancy, Question question) {
    GeoPoint centre = question.filter().near();
    return centre == null || vacancy.remote() == RemoteWork.REMOTE
        || vacancy.workplaces().stream().anyMatch(place -> {
          GeoPoint point = place.distancePoint();
          return point != null && point.distanceKm(centre) <= question.filter().radiusKm();
        });
  }

  @Override
  public void close() throws IOException {
    searcher.getIndexReader().close();
    directory.close();
  }
}
