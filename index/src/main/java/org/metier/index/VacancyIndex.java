package org.metier.index;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.metier.coding.VacancyCoder;
import org.metier.feed.Feed;
import org.metier.feed.FeedException;
import org.metier.home.Home;
import org.metier.index.internal.Generations;
import org.metier.index.internal.RecordDocument;
import org.metier.index.internal.RecordFields;
import org.metier.index.internal.Scan;
import org.metier.index.internal.Store;
import org.metier.ledger.Decision;
import org.metier.ledger.Run;
import org.metier.match.internal.RowWriter;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// The vacancies of a home: takes feeds in, accounts for every record, finds and erases.
///
/// Thread-safe: open one and share it. Reading is open to any number of processes and never waits; a task
/// that writes holds the home's lock while it runs, and readers see it commit by commit.
public final class VacancyIndex implements AutoCloseable {
  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer;
  private final RowWriter rows;
  private final Home home;
  private final Clock clock;
  private final int batchRecords;
  private final Coding coding;
  private final Sources sources;
  private final Generations generations;
  private final Store store;
  private final AtomicReference<@Nullable VacancyCoder> coder = new AtomicReference<>();

  private VacancyIndex(Builder builder) {
    taxonomy = builder.taxonomy == null ? Taxonomy.of(builder.home) : builder.taxonomy;
    analyzer = builder.analyzer == null ? TextAnalyzer.create() : builder.analyzer;
    rows = RowWriter.of(taxonomy, analyzer);
    home = builder.home;
    clock = builder.clock;
    batchRecords = builder.batchRecords;
    coding = builder.coding;
    sources = Sources.of(builder.home);
    generations = new Generations(builder.home.vacancyIndex(), builder.disk);
    store = new Store(builder.home, generations, taxonomy.id());
  }

  /// The vacancies of a home, coded with its taxonomy.
  public static VacancyIndex open(Home home) {
    return builder(home).build();
  }

  public static Builder builder(Home home) {
    return new Builder(home);
  }

  /// Takes in a delivery, as [#ingest(Feed, Loss)] does, and asks before it believes in a great loss.
  public Run ingest(Feed feed) throws IOException {
    return ingest(feed, Loss.ASK);
  }

  /// Takes in a delivery: new records are added, changed ones replaced, unchanged ones left alone, and those
  /// that their source takes back withdrawn. Every received record has one end in the ledger.
  ///
  /// Nothing is withdrawn for being absent unless the source declares that it delivers all of its vacancies
  /// each time and the feed proves to be whole; and if that would leave fewer than 0.8 of them, it waits for
  /// a person ([org.metier.ledger.RunState#WAITING]).
  ///
  /// Batches of records take effect one after the other, each as one commit with the account of it. If the
  /// run is interrupted, the same file once more goes on where it stopped. A feed that breaks off leaves what
  /// it brought, and says so in the run's state.
  ///
  /// Costs the coding of the new and changed records; an unchanged one costs a look-up. Memory is bounded
  /// whatever the feed's size: one batch, and 32 bytes a record.
  ///
  /// @throws FeedException if nothing of the feed can be used; the ledger says so, and nothing else changes
  /// @throws IOException if its bytes cannot be read
  public Run ingest(Feed feed, Loss loss) throws IOException {
    Understanding understanding = understanding();
    try {
      return store.write(writer -> {
        writer.requireSameTaxonomy();
        writer.requirePresentLayout();
        return new Ingest(feed, trust(feed), clock, loss, batchRecords, understanding, rows,
            writer)
            .run();
      });
    } catch (Ingest.UnreadableException e) {
      throw e.failure();
    }
  }

  /// Takes in vacancies that a portal has coded itself. They replace those of the same id; feeds that bring
  /// one of them replace it.
  public void put(List<Vacancy> vacancies) {
    if (!vacancies.isEmpty()) {
      store.write(writer -> {
        writer.requireSameTaxonomy();
        writer.requirePresentLayout();
        new OwnVacancies(writer, rows, sources.trust(), clock.instant()).put(vacancies);
        return vacancies.size();
      });
    }
  }

  /// Lets a person's decision take effect; it stands against every later feed.
  ///
  /// @throws IllegalArgumentException if it is about a record that is not there
  public void decide(Decision decision) {
    store.write(writer -> {
      new Deciding(writer, rows, Understanding.by(coder()), sources.trust(), clock.instant())
          .decide(decision);
      return decision;
    });
  }

  /// The account of everything that was delivered.
  public Ledger ledger() {
    return new Ledger(store);
  }

  /// How many vacancies are kept as shown, open and past their deadline.
  public int count() {
    return store.read(searcher -> searcher
        .count(new TermQuery(new Term(RecordFields.SHOWN,
            RecordFields.SHOWN_VALUE))));
  }

  /// How many vacancies are open now.
  public int countOpen() {
    return store.read(searcher -> searcher.count(VacancyFilter.ALL.query(clock.instant())));
  }

  /// A record by its id, whether it is shown, merged, kept back or expired; empty when it was withdrawn.
  public Optional<Vacancy> find(VacancyId id) {
    return store.read(searcher -> RecordDocument.find(searcher, id)
        .flatMap(r -> Optional.ofNullable(r.vacancy())));
  }

  /// The ids of all vacancies that are shown, in order. Linear in their number.
  public List<VacancyId> ids() {
    return store.read(searcher -> {
      List<VacancyId> ids = new ArrayList<>();
      Scan.forEachId(searcher, new TermQuery(
          new Term(RecordFields.SHOWN, RecordFields.SHOWN_VALUE)),
          ids::add);
      ids.sort(null);
      return ids;
    });
  }

  /// A vacancy with the number of its arrival.
  public record Arrival(long number, String cluster, Vacancy vacancy) {}

  /// The vacancies that were shown for the first time after another one, in the order of their arrival.
  ///
  /// @param number of the last arrival already known; 0 for all
  /// @param limit how many at most, at least 1
  public List<Arrival> arrivalsAfter(long number, int limit) {
    Query query = new BooleanQuery.Builder()
        .add(VacancyFilter.ALL.query(clock.instant()), Occur.FILTER)
        .add(LongPoint.newRangeQuery(RecordFields.ARRIVAL, number + 1, Long.MAX_VALUE),
            Occur.FILTER)
        .build();
    Sort byArrival = new Sort(new SortField(RecordFields.ARRIVAL, SortField.Type.LONG));
    return store.read(searcher -> {
      List<Arrival> arrivals = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(query, limit, byArrival).scoreDocs) {
        var record = RecordDocument.read(searcher, hit.doc);
        arrivals.add(new Arrival(record.entry().arrival(),
            String.valueOf(record.entry().cluster()), record.requiredVacancy()));
      }
      return arrivals;
    });
  }

  /// The number of the newest arrival ever, also when that vacancy is not shown any more; 0 before the first.
  /// Who gives it to [#arrivalsAfter] gets what is yet to come.
  public long latestArrival() {
    return store.arrivals();
  }

  /// Codes all vacancies anew, with the taxonomy and the coder of now, from what their sources stated; no
  /// feed is read again. Corrections by people stand. The result is a new generation that comes into service
  /// at once when it is complete and checked; [#goBack] leads back to the one before.
  ///
  /// Costs the coding of all records, and the disk for a second generation.
  public RecodeReport recode() {
    return store.exclusively(
        () -> new Recoding(generations, rows, Understanding.by(coder()), sources.trust(),
            batchRecords)
            .run());
  }

  /// Puts the generation before the present one into service again, with what people decided since. What
  /// feeds brought since comes with their next deliveries. Going back twice leads to where one was.
  ///
  /// @throws IndexException if there is none
  public void goBack() {
    store.exclusively(() -> {
      new GoingBack(generations, rows, Understanding.by(coder()), sources.trust(),
          clock.instant()).run();
      return generations.current();
    });
  }

  /// Compares index, ledger and generations with each other and with themselves. Reads every file.
  public CheckReport check() {
    return store.exclusively(() -> new IndexCheck(generations).run());
  }

  /// Erases a record so that no file of any generation holds it any more, nor what the ledger says of it, nor
  /// decisions about it; a feed that brings it again is refused. Rewrites the parts of the index that held
  /// deleted entries.
  ///
  /// @param by role or pseudonym of the person who asks for it
  public ErasureReceipt erase(VacancyId id, String by) {
    return store.exclusively(
        () -> new Erasing(generations, rows, sources.trust(), clock).erase(id, by));
  }

  /// Changes with every commit, and only then; 0 before the first.
  public long generation() {
    return store.generation();
  }

  @Override
  public void close() {
    store.close();
  }

  private Map<String, Double> trust(Feed feed) {
    Map<String, Double> trust = new HashMap<>(sources.trust());
    trust.put(feed.source().id(), feed.source().trust());
    return trust;
  }

  private Understanding understanding() {
    return switch (coding) {
      case AT_INGEST -> Understanding.by(coder());
      case LATER -> Understanding.none();
    };
  }

  private VacancyCoder coder() {
    VacancyCoder ready = coder.get();
    if (ready == null) {
      ready = VacancyCoder.of(home, taxonomy, analyzer);
      coder.set(ready);
    }
    return ready;
  }

  /// Collects the settings of a [VacancyIndex]; all are optional. Not thread-safe.
  public static final class Builder {
    private final Home home;
    private @Nullable Taxonomy taxonomy;
    private @Nullable TextAnalyzer analyzer;
    private Clock clock = Clock.systemUTC();
    private int batchRecords = 4_000;
    private UnaryOperator<Directory> disk = UnaryOperator.identity();
    private Coding coding = Coding.AT_INGEST;

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

    /// How many changed records make a batch: more take more memory, and more is lost when a run is
    /// interrupted; fewer cost a commit each.
    ///
    /// @param count 1 to 100,000; 4,000 by default
    public Builder batchRecords(int count) {
      if (count < 1 || count > 100_000) {
        throw new IllegalArgumentException("batchRecords must be 1 to 100,000, was " + count);
      }
      batchRecords = count;
      return this;
    }

    /// What stands between the index and its files: for trying what becomes of it when the disk fails.
    Builder disk(UnaryOperator<Directory> disk) {
      this.disk = disk;
      return this;
    }

    /// When records are coded; [Coding#AT_INGEST] by default. [#recode] codes all of them in any case.
    public Builder coding(Coding when) {
      coding = when;
      return this;
    }

    public VacancyIndex build() {
      return new VacancyIndex(this);
    }
  }
}
