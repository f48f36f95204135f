package org.metier.index;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.metier.home.Home;
import org.metier.index.internal.Fields;
import org.metier.index.internal.Hashes;
import org.metier.index.internal.ProfileDocument;
import org.metier.index.internal.Scan;
import org.metier.index.internal.Store;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;

/// Profiles kept in a home, in a small index of their own, so that a person can be erased cheaply. Nothing
/// is kept unless a portal asks for it here; matching a profile against vacancies needs no storing.
///
/// Thread-safe. Writing holds the home's lock.
public final class ProfileStore implements AutoCloseable {
  private static final int MAX_ID = 512;

  private final Taxonomy taxonomy;
  private final Clock clock;
  private final Store store;

  private ProfileStore(Home home, Taxonomy taxonomy, Clock clock) {
    this.taxonomy = taxonomy;
    this.clock = clock;
    store = new Store(home, home::profileIndex, taxonomy.id());
  }

  /// The profiles of a home.
  public static ProfileStore open(Home home) {
    return open(home, Taxonomy.of(home), Clock.systemUTC());
  }

  /// @param taxonomy an open taxonomy to share
  /// @param clock dates profiles and receipts
  public static ProfileStore open(Home home, Taxonomy taxonomy, Clock clock) {
    return new ProfileStore(home, taxonomy, clock);
  }

  /// Keeps a profile, in place of an earlier one of the same id; that one is erased from the files too.
  public void put(CompetenceProfile profile) {
    if (profile.id().length() > MAX_ID) {
      throw new IllegalArgumentException("a profile's id must have at most " + MAX_ID
          + " characters, had " + profile.id().length());
    }
    Term id = new Term(Fields.ID, profile.id());
    store.write(writer -> {
      writer.requireSameTaxonomy();
      writer.replace(id, ProfileDocument.of(profile, taxonomy, clock.instant()));
      // A person's earlier data must not linger in a segment until some later merge.
      return writer.commitWithoutRemains();
    });
  }

  public Optional<CompetenceProfile> find(String id) {
    return store.read(searcher -> {
      ScoreDoc[] hits = searcher.search(new TermQuery(new Term(Fields.ID, id)), 1).scoreDocs;
      return hits.length == 0
          ? Optional.empty()
          : Optional.of(ProfileDocument.profile(searcher.storedFields(), hits[0].doc));
    });
  }

  /// Since when the profile of a person is kept as it is: when it was put here last.
  ///
  /// @return empty where there is none, or an earlier release wrote it, which did not say
  public Optional<Instant> keptSince(String id) {
    return store.read(searcher -> {
      ScoreDoc[] hits = searcher.search(new TermQuery(new Term(Fields.ID, id)), 1).scoreDocs;
      return hits.length == 0
          ? Optional.empty()
          : Optional.ofNullable(ProfileDocument.keptAt(searcher.storedFields(), hits[0].doc));
    });
  }

  /// Ids of the profiles that were put here last before a moment; those of which nobody knows when are left out. Reads
  /// every profile.
  public List<String> keptBefore(Instant moment) {
    List<String> ids = new ArrayList<>();
    store.read(searcher -> {
      Scan.forEach(searcher, MatchAllDocsQuery.INSTANCE, (stored, doc) -> {
        Instant kept = ProfileDocument.keptAt(stored, doc);
        if (kept != null && kept.isBefore(moment)) {
          ids.add(ProfileDocument.profile(stored, doc).id());
        }
      });
      return ids;
    });
    ids.sort(null);
    return ids;
  }

  public int count() {
    return store.read(searcher -> searcher.getIndexReader().numDocs());
  }

  /// Erases a person's profile so that no file holds it any more. Linear in the number of profiles.
  public ErasureReceipt erase(String id) {
    Term term = new Term(Fields.ID, id);
    return store.write(writer -> {
      int erased = writer.searcher().count(new TermQuery(term));
      if (erased > 0) {
        writer.delete(new TermQuery(term));
        int left = writer.commitWithoutRemains();
        if (left > 0 || writer.searcher().count(new TermQuery(term)) > 0) {
          throw new IndexException("the profile could not be erased from all files: " + left
              + " deleted entries are left; run it again");
        }
      }
      return new ErasureReceipt(Hashes.hex(id), erased, clock.instant(),
          erased > 0 ? writer.generation() : 0);
    });
  }

  @Override
  public void close() {
    store.close();
  }
}
