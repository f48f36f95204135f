package org.metier.index;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.metier.coding.VacancyCoder;
import org.metier.feed.Feed;
import org.metier.feed.FeedException;
import org.metier.feed.FeedReader;
import org.metier.home.Home;
import org.metier.index.internal.Fields;
import org.metier.index.internal.Store;
import org.metier.index.internal.VacancyDocument;
import org.metier.place.Gazetteer;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// The vacancies of a home: takes feeds in, finds and erases.
///
/// Thread-safe: open one and share it. Reading is open to any number of processes; a task that writes
/// holds the home's lock while it runs, and readers see its outcome as a whole, or nothing of it.
public final class VacancyIndex implements AutoCloseable {
  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer;
  private final Gazetteer gazetteer;
  private final Clock clock;
  private final Store store;
  private final AtomicReference<@Nullable VacancyCoder> coder = new AtomicReference<>();

  private VacancyIndex(Builder builder) {
    taxonomy = builder.taxonomy == null ? Taxonomy.of(builder.home) : builder.taxonomy;
    analyzer = builder.analyzer == null ? TextAnalyzer.create() : builder.analyzer;
    gazetteer = Gazetteer.of(builder.home);
    clock = builder.clock;
    store = new Store(builder.home, builder.home.vacancyIndex(), taxonomy.id());
  }

  /// The vacancies of a home, coded with its taxonomy.
  public static VacancyIndex open(Home home) {
    return builder(home).build();
  }

  public static Builder builder(Home home) {
    return new Builder(home);
  }

  /// Takes in a feed: new vacancies are added, changed ones replaced, unchanged ones left alone. Nothing
  /// is deleted for being absent from the feed: a feed cannot prove that it is complete.
  ///
  /// The whole feed takes effect at once. If it turns out to be cut off or unreadable, nothing does.
  /// Costs the coding of the new and changed vacancies; an unchanged one costs a look-up.
  ///
  /// @throws FeedException if the feed as a whole cannot be used
  /// @throws IOException if its bytes cannot be read
  public IngestReport ingest(Feed feed) throws IOException {
    AtomicReference<@Nullable IngestReport> report = new AtomicReference<>();
    VacancyCoder ready = coder();
    try {
      store.write((writer, before) -> {
        IngestRun run = new IngestRun(feed.source(), taxonomy, ready, writer, before);
        try {
          report.set(run.report(FeedReader.read(feed, run::accept).format()));
        } catch (IOException e) {
          throw new FeedBytesException(e);
        }
        return run.isChanged();
      });
    } catch (FeedBytesException e) {
      throw e.getCause();
    }
    IngestReport done = report.get();
    if (done == null) {
      throw new IllegalStateException("a feed was read without a report");
    }
    return done;
  }

  /// Takes in vacancies that a portal has coded itself. They replace those of the same id.
  public void put(List<Vacancy> vacancies) {
    store.write((writer, before) -> {
      for (Vacancy vacancy : vacancies) {
        // No draft has an empty hash: a feed that brings this vacancy replaces it.
        writer.updateDocument(new Term(Fields.ID, vacancy.id().toString()),
            VacancyDocument.of(vacancy, taxonomy, new org.apache.lucene.util.BytesRef()));
      }
      return !vacancies.isEmpty();
    });
  }

  /// How many vacancies there are, open and expired.
  public int count() {
    return store.read(searcher -> searcher.getIndexReader().numDocs());
  }

  /// How many vacancies are open now.
  public int countOpen() {
    return store.read(searcher -> searcher.count(VacancyFilter.ALL.query(clock.instant())));
  }

  public Optional<Vacancy> find(VacancyId id) {
    return store.read(searcher -> {
      ScoreDoc[] hits = searcher.search(new TermQuery(new Term(Fields.ID, id.toString())),
          1).scoreDocs;
      return hits.length == 0
          ? Optional.empty()
          : Optional.of(VacancyDocument.vacancy(searcher.storedFields(), hits[0].doc));
    });
  }

  /// The ids of all vacancies, in order. Linear in their number.
  public List<VacancyId> ids() {
    return store.read(VacancyIndex::ids);
  }

  private static List<VacancyId> ids(IndexSearcher searcher) throws IOException {
    List<VacancyId> ids = new ArrayList<>();
    for (var leaf : searcher.getIndexReader().leaves()) {
      var values = leaf.reader().getSortedDocValues(Fields.ID);
      var live = leaf.reader().getLiveDocs();
      for (int doc = 0; values != null && doc < leaf.reader().maxDoc(); doc++) {
        if ((live == null || live.get(doc)) && values.advanceExact(doc)) {
          ids.add(VacancyId.parse(values.lookupOrd(values.ordValue()).utf8ToString()));
        }
      }
    }
    ids.sort(null);
    return ids;
  }

  /// Erases a vacancy so that no file of the index holds it any more, nor any earlier version of a
  /// vacancy. Rewrites the parts of the index that held deleted entries.
  public ErasureReceipt erase(VacancyId id) {
    return store.erase(new Term(Fields.ID, id.toString()), id.toString(), clock);
  }

  /// Changes with every commit, and only then; 0 before the first.
  public long generation() {
    return store.generation();
  }

  @Override
  public void close() {
    store.close();
  }

  private VacancyCoder coder() {
    VacancyCoder ready = coder.get();
    if (ready == null) {
      ready = VacancyCoder.over(taxonomy, analyzer, gazetteer);
      coder.set(ready);
    }
    return ready;
  }

  /// Carries a failure of the feed's bytes past the index, which is not to blame.
  private static final class FeedBytesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FeedBytesException(IOException cause) {
      super(cause);
    }

    @Override
    public synchronized IOException getCause() {
      return super.getCause() instanceof IOException e ? e : new IOException(this);
    }
  }

  /// Collects the settings of a [VacancyIndex]; all are optional. Not thread-safe.
  public static final class Builder {
    private final Home home;
    private @Nullable Taxonomy taxonomy;
    private @Nullable TextAnalyzer analyzer;
    private Clock clock = Clock.systemUTC();

    private Builder(Home home) {
      this.home = home;
    }

    /// An open taxonomy to share; by default that of the home is opened.
    public Builder taxonomy(Taxonomy taxonomy) {
      this.taxonomy = taxonomy;
      return this;
    }

    /// An analyzer to share; by default an own one.
    public Builder analyzer(TextAnalyzer analyzer) {
      this.analyzer = analyzer;
      return this;
    }

    /// Tells what is open now, and dates receipts; the system's by default.
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    public VacancyIndex build() {
      return new VacancyIndex(this);
    }
  }
}
