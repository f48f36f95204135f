package org.metier.benchmarks.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.metier.benchmarks.market.SyntheticMarket;
import org.metier.duplicate.Signature;
import org.metier.home.Home;
import org.metier.index.Matcher;
import org.metier.index.internal.Fields;
import org.metier.index.internal.Generations;
import org.metier.index.internal.RecordDocument;
import org.metier.index.internal.StoreWriter;
import org.metier.index.internal.StoredRecord;
import org.metier.ledger.EndReason;
import org.metier.ledger.LedgerEntry;
import org.metier.ledger.RecordEnd;
import org.metier.ledger.RecordState;
import org.metier.match.internal.RowWriter;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;

/// A home with an index of made-up vacancies, which is kept from run to run.
///
/// Its entries are those that an ingest writes ([RecordDocument]), but they are written past it, by two
/// threads: no feed is read, nothing is coded and nothing compared with anything else. Instead, each
/// eighth record is taken for a duplicate that another one is shown for. Drafts are not kept, as for
/// vacancies that a portal coded itself.
record GeneratedHome(Home home, SyntheticMarket market, int vacancies) {
  /// When a quarter of the vacancies is past its deadline.
  static final Instant NOW = Instant.parse("2026-04-15T12:00:00Z");

  private static final int HIDDEN_EACH = 8;
  private static final int THREADS = 2;
  private static final String COMPLETE = "complete";

  /// The home in a folder, made there first unless one of that size was completed there before.
  static GeneratedHome in(Path root, long seed, int vacancies) throws IOException {
    Path folder = root.resolve("market-" + seed + "-" + vacancies);
    GeneratedHome made = new GeneratedHome(Home.open(folder), SyntheticMarket.seeded(seed),
        vacancies);
    boolean isFresh = !Files.exists(folder.resolve(COMPLETE));
    long start = System.nanoTime();
    if (isFresh) {
      made.build();
      Files.createFile(folder.resolve(COMPLETE));
    }
    made.describe(isFresh, (System.nanoTime() - start) / 1e9);
    return made;
  }

  /// A matcher as it is when the vacancies are as old as [#NOW] says.
  Matcher matcher(TextAnalyzer analyzer, int candidates) {
    return Matcher.builder(home)
        .taxonomy(market.taxonomy())
        .analyzer(analyzer)
        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
        .candidates(candidates)
        .build();
  }

  Path index() throws IOException {
    return new Generations(home.vacancyIndex()).current();
  }

  private void build() throws IOException {
    Path folder = index();
    if (Files.exists(folder)) {
      throw new IllegalStateException("an index was begun in " + folder
          + " and not completed; delete it, or name another folder");
    }
    Files.createDirectories(folder);
    IndexWriterConfig config = new IndexWriterConfig(Fields.analyzer())
        .setCodec(new Lucene104Codec(Lucene104Codec.Mode.BEST_COMPRESSION))
        .setRAMBufferSizeMB(256);
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, config)) {
      RowWriter rows = RowWriter.of(market.taxonomy(), TextAnalyzer.create());
      AtomicInteger next = new AtomicInteger();
      List<Thread> threads = IntStream.range(0, THREADS)
          .mapToObj(t -> Thread.ofPlatform().start(() -> add(writer, rows, next)))
          .toList();
      for (Thread thread : threads) {
        thread.join();
      }
      if (writer.getDocStats().numDocs != vacancies) {
        throw new IllegalStateException("only " + writer.getDocStats().numDocs + " of " + vacancies
            + " vacancies were written");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while making " + folder, e);
    }
    try (StoreWriter marked = StoreWriter.open(() -> folder, folder, market.taxonomy().id())) {
      marked.commit();
    }
  }

  private void add(IndexWriter writer, RowWriter rows, AtomicInteger next) {
    try {
      for (int i = next.getAndIncrement(); i < vacancies; i = next.getAndIncrement()) {
        StoredRecord record = record(i);
        writer.addDocument(RecordDocument.of(record, record.advert(), rows));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isShown(int number) {
    return number % HIDDEN_EACH != HIDDEN_EACH - 1;
  }

  private StoredRecord record(int number) {
    Vacancy vacancy = market.vacancy(number);
    boolean isShown = isShown(number);
    String cluster = "c" + number;
    LedgerEntry entry = new LedgerEntry(vacancy.id(),
        isShown ? RecordState.PUBLISHED : RecordState.MERGED,
        isShown ? RecordEnd.PUBLISHED : RecordEnd.MERGED,
        isShown ? EndReason.NEW_KEY : EndReason.SAME_JOB, 1, "line " + (number + 1),
        posted(vacancy), posted(vacancy), vacancy.validThrough(), isShown ? number + 1 : 0, cluster,
        "%032x".formatted(number));
    return new StoredRecord(entry, null, vacancy,
        Signature.of(vacancy.title(), vacancy.description()), null);
  }

  private static Instant posted(Vacancy vacancy) {
    Instant posted = vacancy.postedAt();
    return posted == null ? NOW : posted;
  }

  private void describe(boolean isFresh, double seconds) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.list(index())) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    System.out.printf(Locale.ROOT, "# %,d vacancies in %s, %s: %,d bytes, %.0f a vacancy%n",
        vacancies, home.vacancyIndex(),
        isFresh ? "made in %.0f s".formatted(seconds) : "kept from an earlier run", bytes,
        (double) bytes / vacancies);
  }
}
