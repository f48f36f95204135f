package org.metier.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.metier.coding.VacancyCoder;
import org.metier.feed.FeedException;
import org.metier.feed.FeedItem;
import org.metier.feed.FeedProblem;
import org.metier.feed.ProblemCode;
import org.metier.feed.VacancyDraft;
import org.metier.index.internal.Fields;
import org.metier.index.internal.Hashes;
import org.metier.index.internal.VacancyDocument;
import org.metier.json.Json;
import org.metier.taxonomy.Taxonomy;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// Takes the records of one feed into the index, and counts. Remembers the keys of the feed, so that one
/// that comes twice is seen: some 200 bytes each.
final class IngestRun {
  private static final int HASH_BYTES = 16;

  /// What this feed brought under a key.
  private record Seen(BytesRef hash, String place) {}

  private final String source;
  private final Taxonomy taxonomy;
  private final VacancyCoder coder;
  private final IndexWriter writer;
  private final IndexSearcher before;
  private final Map<VacancyId, Seen> seen = new HashMap<>();
  private int received;
  private int added;
  private int updated;
  private int unchanged;
  private int rejected;
  private final Map<ProblemCode, Integer> problems = new EnumMap<>(ProblemCode.class);
  private final List<FeedProblem> examples = new ArrayList<>();
  private final Map<String, Integer> coverage = new TreeMap<>();

  IngestRun(String source, Taxonomy taxonomy, VacancyCoder coder, IndexWriter writer,
      IndexSearcher before) {
    this.source = source;
    this.taxonomy = taxonomy;
    this.coder = coder;
    this.writer = writer;
    this.before = before;
  }

  void accept(FeedItem item) {
    received++;
    switch (item) {
      case FeedItem.Rejected(FeedProblem problem) -> {
        rejected++;
        count(problem);
      }
      case FeedItem.Withdrawn withdrawn -> throw new FeedException(
          withdrawn.place() + " takes a vacancy back, which this release cannot do");
      case FeedItem.Accepted accepted -> {
        try {
          take(accepted);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void take(FeedItem.Accepted accepted) throws IOException {
    VacancyDraft draft = accepted.draft();
    VacancyId id = draft.vacancy().id();
    BytesRef hash = hash(draft);
    Seen earlier = seen.putIfAbsent(id, new Seen(hash, accepted.place()));
    if (earlier != null) {
      rejected++;
      boolean isSame = earlier.hash().equals(hash);
      count(new FeedProblem(isSame ? ProblemCode.REPEATED_KEY : ProblemCode.CONFLICTING_KEY,
          accepted.place(), id.key(), "",
          "the key of " + earlier.place() + (isSame ? " again" : " with other content"),
          "one record a key"));
      return;
    }
    accepted.remarks().forEach(this::count);
    cover(draft.vacancy());
    BytesRef known = indexed(id);
    if (hash.equals(known)) {
      unchanged++;
      return;
    }
    if (known == null) {
      added++;
    } else {
      updated++;
    }
    Vacancy vacancy = coder.code(draft);
    writer.updateDocument(new Term(Fields.ID, id.toString()),
        VacancyDocument.of(vacancy, taxonomy, hash));
  }

  private static BytesRef hash(VacancyDraft draft) {
    byte[] all = Hashes.sha256(VacancyCoder.VERSION + " " + Json.write(draft));
    return new BytesRef(all, 0, HASH_BYTES);
  }

  /// The hash of what the index holds under an id.
  private @Nullable BytesRef indexed(VacancyId id) throws IOException {
    Term term = new Term(Fields.ID, id.toString());
    for (LeafReaderContext leaf : before.getIndexReader().leaves()) {
      PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
      if (postings == null) {
        continue;
      }
      for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings
          .nextDoc()) {
        boolean isLive = leaf.reader().getLiveDocs() == null
            || leaf.reader().getLiveDocs().get(doc);
        BinaryDocValues hashes = leaf.reader().getBinaryDocValues(Fields.HASH);
        if (isLive && hashes != null && hashes.advanceExact(doc)) {
          return BytesRef.deepCopyOf(hashes.binaryValue());
        }
      }
    }
    return null;
  }

  private void count(FeedProblem problem) {
    int earlier = problems.merge(problem.code(), 1, Integer::sum);
    if (earlier <= IngestReport.MAX_EXAMPLES) {
      examples.add(problem);
    }
  }

  private void cover(Vacancy vacancy) {
    cover("description", !vacancy.description().isEmpty());
    cover("employer", vacancy.employer() != null);
    cover("workplaces", !vacancy.workplaces().isEmpty());
    cover("remote", vacancy.remote() != null);
    cover("languages", !vacancy.languages().isEmpty());
    cover("education", vacancy.education() != null);
    cover("experienceMonths", vacancy.experienceMonths() != null);
    cover("drivingLicences", !vacancy.drivingLicences().isEmpty());
    cover("contract", vacancy.contract() != null);
    cover("hours", vacancy.hours() != null);
    cover("salary", vacancy.salary() != null);
    cover("postedAt", vacancy.postedAt() != null);
    cover("validThrough", vacancy.validThrough() != null);
    cover("url", vacancy.url() != null);
  }

  private void cover(String field, boolean isFilled) {
    coverage.merge(field, isFilled ? 1 : 0, Integer::sum);
  }

  boolean isChanged() {
    return added + updated > 0;
  }

  IngestReport report(String format) {
    return new IngestReport(source, format, received, added, updated, unchanged, rejected, problems,
        examples, coverage);
  }
}
