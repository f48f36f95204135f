package org.metier.index;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.metier.allocation.Market;
import org.metier.allocation.OfferBook;
import org.metier.allocation.Prices;
import org.metier.home.Home;
import org.metier.index.internal.CommitLabel;
import org.metier.index.internal.Generations;
import org.metier.index.internal.Likeness;
import org.metier.index.internal.ProfileDocument;
import org.metier.index.internal.Retrieval;
import org.metier.index.internal.Scan;
import org.metier.index.internal.Store;
import org.metier.index.internal.VacancyDocument;
import org.metier.index.internal.columns.RowCandidates;
import org.metier.index.internal.columns.SegmentRows;
import org.metier.match.Match;
import org.metier.match.Matches;
import org.metier.match.Policy;
import org.metier.match.Ranker;
import org.metier.match.ScoredVacancy;
import org.metier.match.condition.Conditions;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// Finds and explains the vacancies that fit a profile, and the stored profiles that fit a vacancy.
///
/// Thread-safe: open one and share it. A match costs one retrieval, `candidates` evaluations of the
/// model, and the explanation of the matches that are returned, which costs many times an evaluation each;
/// only these are read. Equal scores are ordered by id, so that the same home gives the same answer at the
/// same time.
///
/// What ranking needs of each vacancy is kept in memory, some 100 to 400 bytes by the length of its text. It
/// is read when the index is first asked and, of what is new, when it has changed; whoever asks then waits for it.
public final class Matcher implements AutoCloseable {
  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer;
  private final Ranker ranker;
  private final Clock clock;
  private final int candidates;
  private final @Nullable OfferBook offers;
  private final Store vacancies;
  private final Store profiles;

  private Matcher(Builder builder) {
    taxonomy = builder.taxonomy == null ? Taxonomy.of(builder.home) : builder.taxonomy;
    analyzer = builder.analyzer == null ? TextAnalyzer.create() : builder.analyzer;
    Ranker given = builder.ranker == null
        ? Ranker.open(builder.home, taxonomy, analyzer)
        : builder.ranker;
    Ranker governed = builder.policy == null ? given : given.with(builder.policy);
    ranker = builder.prices == null ? governed : governed.with(builder.prices);
    clock = builder.clock;
    candidates = builder.candidates;
    offers = builder.offers;
    vacancies = new Store(builder.home, new Generations(builder.home.vacancyIndex()),
        taxonomy.id(), SegmentRows::warm);
    profiles = new Store(builder.home, builder.home::profileIndex, taxonomy.id());
  }

  /// A matcher over the vacancies of a home, with its taxonomy and the ranker in service there.
  public static Matcher open(Home home) {
    return builder(home).build();
  }

  public static Builder builder(Home home) {
    return new Builder(home);
  }

  /// What ranks here, with its policy and prices.
  public Ranker ranker() {
    return ranker;
  }

  /// The open vacancies that fit best, best first.
  ///
  /// @param top how many at most, at least 1
  public List<Match> match(CompetenceProfile profile, int top) {
    return match(profile, VacancyFilter.ALL, top);
  }

  /// The open vacancies that pass a filter and fit best, best first.
  ///
  /// @param top how many at most, at least 1
  public List<Match> match(CompetenceProfile profile, VacancyFilter filter, int top) {
    return match(profile, filter, Conditions.NONE, top).matches();
  }

  /// The open vacancies that pass a filter and fit best, best first, and what the person's conditions hide
  /// among the candidates. A filter says what to look for, so what it leaves out is not counted; a condition
  /// hides what was found. Where a book of offers was given, vacancies that are full for this person are left out
  /// before they are ranked, and counted.
  ///
  /// @param top how many at most, at least 1
  public Matches match(CompetenceProfile profile, VacancyFilter filter, Conditions conditions,
      int top) {
    return matched(profile, filter, conditions, top).matches();
  }

  /// The same, with all that says how it came about, for an audit log: see
  /// [org.metier.audit.RankingRecorder].
  ///
  /// @param top how many at most, at least 1
  public Matched matched(CompetenceProfile profile, VacancyFilter filter, Conditions conditions,
      int top) {
    requirePositive(top);
    Instant now = clock.instant();
    Query likeness = Likeness.of(profile, taxonomy, analyzer);
    return vacancies.read(searcher -> {
      vacancies.requireSameTaxonomy(searcher);
      CommitLabel.requirePresentLayout(searcher);
      int[] found = Retrieval.docs(searcher, likeness, filter.query(now), candidates);
      int[] free = free(profile.id(), searcher, found);
      Matches matches = ranker
          .rank(profile, new RowCandidates(searcher, free), conditions, top, now)
          .withFull(found.length - free.length);
      return new Matched(profile, conditions, now,
          CommitLabel.generation(searcher.getIndexReader()),
          matches);
    });
  }

  /// Those that are not full for a person.
  private int[] free(String person, IndexSearcher searcher, int[] found) throws IOException {
    OfferBook book = offers;
    if (book == null) {
      return found;
    }
    RowCandidates all = new RowCandidates(searcher, found);
    return IntStream.range(0, found.length)
        .filter(candidate -> !book.isFull(person, all.id(candidate).toString()))
        .map(candidate -> found[candidate])
        .toArray();
  }

  /// The vacancies that [#match] would rank, in the order of the retrieval.
  public List<Vacancy> candidates(CompetenceProfile profile, VacancyFilter filter) {
    return candidates(profile, filter, clock.instant());
  }

  /// The ids of these, without reading them, which costs many times as much as finding them.
  public List<VacancyId> candidateIds(CompetenceProfile profile, VacancyFilter filter) {
    Query likeness = Likeness.of(profile, taxonomy, analyzer);
    return vacancies.read(searcher -> {
      vacancies.requireSameTaxonomy(searcher);
      return Retrieval.find(searcher, likeness, filter.query(clock.instant()), candidates)
          .stream()
          .map(found -> VacancyId.parse(found.id()))
          .toList();
    });
  }

  private List<Vacancy> candidates(CompetenceProfile profile, VacancyFilter filter, Instant now) {
    Query likeness = Likeness.of(profile, taxonomy, analyzer);
    return vacancies.read(searcher -> {
      vacancies.requireSameTaxonomy(searcher);
      return Retrieval.best(searcher, likeness, filter.query(now), candidates,
          VacancyDocument::vacancy);
    });
  }

  /// The stored profiles that fit a vacancy best, best first; none unless the portal stores profiles.
  ///
  /// @param top how many at most, at least 1
  public List<Match> matchProfiles(Vacancy vacancy, int top) {
    return matchProfiles(vacancy, Conditions.NONE, top).matches();
  }

  /// The stored profiles that fit a vacancy best, best first, and those that conditions hide among the
  /// candidates.
  ///
  /// @param top how many at most, at least 1
  public Matches matchProfiles(Vacancy vacancy, Conditions conditions, int top) {
    requirePositive(top);
    Query likeness = Likeness.of(vacancy, taxonomy, analyzer);
    List<CompetenceProfile> found = profiles.read(searcher -> {
      profiles.requireSameTaxonomy(searcher);
      return Retrieval.best(searcher, likeness, MatchAllDocsQuery.INSTANCE, candidates,
          ProfileDocument::profile);
    });
    return ranker.rankProfiles(vacancy, found, conditions, top, clock.instant());
  }

  /// All stored profiles, each with what it scores of its candidates, and all open vacancies: what an
  /// [org.metier.allocation.Allocator] spreads. Ids are those of the profiles, and of the vacancies as
  /// `source:key`. Prices take no part in these scores, so that one night's prices are not built on the
  /// last's; a policy's boosts do, and its cap does not.
  ///
  /// Costs a retrieval and the evaluations of a match for each profile, explains nothing, and reads each
  /// open vacancy once. Memory: 12 bytes for each candidate of each profile, twice that while gathering.
  ///
  /// @param conditions the same for every profile; each meets them with its own licences and wishes
  /// @param applicationsPerPlace wanted for each open position, at least 0; a vacancy that does not say how
  ///     many positions it has stands for one
  public Market market(Conditions conditions, double applicationsPerPlace) {
    Instant now = clock.instant();
    Ranker unpriced = ranker.with(Prices.NONE);
    Market.Builder market = Market.builder();
    return vacancies.read(searcher -> {
      vacancies.requireSameTaxonomy(searcher);
      CommitLabel.requirePresentLayout(searcher);
      Query open = VacancyFilter.ALL.query(now);
      Scan.forEach(searcher, open, (stored, doc) -> {
        Vacancy vacancy = VacancyDocument.vacancy(stored, doc);
        Integer positions = vacancy.positions();
        market.vacancy(vacancy.id().toString(), positions == null ? 1 : positions,
            applicationsPerPlace);
      });
      forEachProfile(profile -> {
        int[] found = Retrieval.docs(searcher, Likeness.of(profile, taxonomy, analyzer), open,
            candidates);
        List<ScoredVacancy> scored = unpriced.scores(profile,
            new RowCandidates(searcher, found), conditions, now);
        market.person(profile.id(), scored.stream().map(s -> s.vacancy().toString()).toList(),
            scored.stream().mapToDouble(ScoredVacancy::score).toArray());
      });
      return market.build();
    });
  }

  /// Something to do with a profile.
  private interface ProfileVisitor {
    void visit(CompetenceProfile profile) throws IOException;
  }

  private void forEachProfile(ProfileVisitor visitor) {
    profiles.read(searcher -> {
      profiles.requireSameTaxonomy(searcher);
      Scan.forEach(searcher, MatchAllDocsQuery.INSTANCE,
          (stored, doc) -> visitor.visit(ProfileDocument.profile(stored, doc)));
      return searcher.getIndexReader().numDocs();
    });
  }

  private static void requirePositive(int top) {
    if (top < 1) {
      throw new IllegalArgumentException("top must be at least 1, was " + top);
    }
  }

  @Override
  public void close() {
    vacancies.close();
    profiles.close();
  }

  /// Collects the settings of a [Matcher]; all are optional. Not thread-safe.
  public static final class Builder {
    private final Home home;
    private @Nullable Taxonomy taxonomy;
    private @Nullable TextAnalyzer analyzer;
    private @Nullable Ranker ranker;
    private @Nullable Policy policy;
    private @Nullable Prices prices;
    private Clock clock = Clock.systemUTC();
    private int candidates = 500;
    private @Nullable OfferBook offers;

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

    /// A ranker to share or to try; by default the one in service in the home. It must be over the same
    /// taxonomy.
    public Builder ranker(Ranker ranker) {
      this.ranker = ranker;
      return this;
    }

    /// A policy to rank under; by default that of the ranker, which is that of the home unless a ranker was
    /// given.
    public Builder policy(Policy policy) {
      this.policy = policy;
      return this;
    }

    /// What each vacancy loses because many are shown it; by default as the ranker has it, which is the
    /// home's [org.metier.match.HomePrices] unless a ranker was given.
    ///
    /// @param prices worked out with the ranker's own model
    public Builder prices(Prices prices) {
      this.prices = prices;
      return this;
    }

    /// Tells which vacancies are open, and how fresh; the system's by default.
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /// Retrieves this many before ranking: more finds more and costs linearly more.
    ///
    /// @param count 1 to 10,000; 500 by default
    public Builder candidates(int count) {
      if (count < 1 || count > 10_000) {
        throw new IllegalArgumentException("candidates must be 1 to 10,000, was " + count);
      }
      candidates = count;
      return this;
    }

    /// Leaves out vacancies that are full for the person, and says how many, see [Matches#full]; by default none is.
    /// Matching opens no offer: whoever shows a match says so by [OfferBook#offer], with the profile's id and the
    /// vacancy's as `source:key`. The book is the portal's, and so is erasing a person from it: [OfferBook#erase].
    ///
    /// @param book looked at in each match, a look for each candidate
    public Builder offers(OfferBook book) {
      offers = book;
      return this;
    }

    public Matcher build() {
      return new Matcher(this);
    }
  }
}
