package org.metier.search;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.index.internal.Generations;
import org.metier.index.internal.Store;
import org.metier.link.LinkModel;
import org.metier.link.LinkTask;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;

/// Searches the open vacancies of a home, for a portal: words, phrases and exclusions in five languages,
/// synonyms through the taxonomy, facets, places, pages, highlights and the reason of each hit.
///
/// Thread-safe: open one and share it. Each search reads the newest commit. The first search in a language
/// compiles its labels, a second or two for all of ESCO; the first misspelt word costs as much once more,
/// and the first suggestion walks over all vacancies.
public final class VacancySearch implements AutoCloseable {
  private static final int MAX_SUGGESTIONS = 50;
  private static final int MAX_TYPED = 100;

  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer;
  private final Clock clock;
  private final Duration suggestionAge;
  private final Store vacancies;
  private final QueryConcepts recognizer;
  private final FacetDictionaries dictionaries = new FacetDictionaries();
  private final Once<Spelling> spelling;
  private final ReentrantLock completing = new ReentrantLock();
  private volatile @Nullable Completed completed;

  /// @param version of the index that the completions are of
  private record Completed(Completions completions, long version, Instant at) {}

  private VacancySearch(Builder builder) {
    taxonomy = builder.taxonomy == null ? Taxonomy.of(builder.home) : builder.taxonomy;
    analyzer = builder.analyzer == null ? TextAnalyzer.create() : builder.analyzer;
    clock = builder.clock;
    suggestionAge = builder.suggestionAge;
    vacancies = new Store(builder.home, new Generations(builder.home.vacancyIndex()),
        taxonomy.id());
    recognizer = new QueryConcepts(taxonomy, analyzer, builder.titles == null
        ? LinkModel.of(builder.home, LinkTask.TITLES)
        : builder.titles);
    spelling = new Once<>(() -> Spelling.over(taxonomy));
  }

  /// A search over the vacancies of a home, with its taxonomy and the model of titles in service there.
  ///
  /// @throws org.metier.link.LinkModelException if that model cannot be used
  public static VacancySearch open(Home home) {
    return builder(home).build();
  }

  public static Builder builder(Home home) {
    return new Builder(home);
  }

  /// Finds a page of vacancies. Whatever text is typed has an answer.
  ///
  /// @throws IllegalArgumentException if the page token is damaged or of another search
  public SearchResult search(SearchRequest request) {
    QueryText text = QueryText.parse(request.text());
    UnderstoodQuery understood = UnderstoodQuery.of(text, request.language(), taxonomy, analyzer,
        recognizer);
    SearchRun run = new SearchRun(request, understood, clock.instant(), taxonomy, analyzer,
        recognizer, dictionaries);
    return vacancies.read(searcher -> {
      vacancies.requireSameTaxonomy(searcher);
      return run.run(searcher, (own, found, count) -> Spelling.isEnough(found)
          ? null
          : spelling.get().better(text, understood, own.getIndexReader(), found, count));
    });
  }

  /// Completes what is being typed, by titles of open vacancies and labels of occupations; those that
  /// most vacancies have come first, and none that finds nothing. Case and accents do not count.
  ///
  /// Suggestions may be a minute behind the index, see [Builder#suggestionAge]; who asks first after that
  /// waits for the new ones, and everybody else gets the old ones.
  ///
  /// @param prefix as typed so far; beyond 100 characters nothing is suggested
  /// @param language whose texts come first; null when not known
  /// @param limit 1 to 50
  public List<Suggestion> suggest(String prefix, @Nullable Language language, int limit) {
    if (limit < 1 || limit > MAX_SUGGESTIONS) {
      throw new IllegalArgumentException("limit must be 1 to 50, was " + limit);
    }
    if (prefix.length() > MAX_TYPED || prefix.isBlank()) {
      return List.of();
    }
    Instant now = clock.instant();
    return vacancies.read(searcher -> {
      vacancies.requireSameTaxonomy(searcher);
      List<Suggestion> suggestions = new ArrayList<>();
      Set<Integer> concepts = new HashSet<>();
      Set<String> texts = new HashSet<>();
      for (Completions.Entry entry : completions(searcher, now).startingWith(prefix, language,
          3 * limit)) {
        boolean isNew = (entry.concept() < 0 || !concepts.contains(entry.concept()))
            && !texts.contains(entry.folded());
        if (suggestions.size() < limit && isNew) {
          int count = searcher.count(found(entry, now));
          if (count > 0) {
            suggestions.add(new Suggestion(entry.text(), count));
            texts.add(entry.folded());
            concepts.add(entry.concept());
          }
        }
      }
      return suggestions;
    });
  }

  private static Query found(Completions.Entry entry, Instant now) {
    Set<BytesRef> terms = new TreeSet<>();
    entry.found().forEach(term -> terms.add(term.bytes()));
    Term first = entry.found().getFirst();
    return new BooleanQuery.Builder()
        .add(new TermInSetQuery(first.field(), terms), Occur.FILTER)
        .add(Constraints.open(now), Occur.FILTER)
        .build();
  }

  private Completions completions(IndexSearcher searcher, Instant now) throws IOException {
    long version = searcher.getIndexReader() instanceof DirectoryReader reader
        ? reader.getVersion()
        : -1;
    Completed known = completed;
    if (known != null && (!isDue(known, version, now) || !completing.tryLock())) {
      return known.completions();
    }
    if (known == null) {
      completing.lock();
    }
    try {
      Completed newest = completed;
      if (newest != null && !isDue(newest, version, now)) {
        return newest.completions();
      }
      Completions built = Completions.of(searcher, Constraints.open(now), taxonomy, recognizer);
      completed = new Completed(built, version, now);
      return built;
    } finally {
      completing.unlock();
    }
  }

  private boolean isDue(Completed known, long version, Instant now) {
    return known.version() != version && !now.isBefore(known.at().plus(suggestionAge));
  }

  @Override
  public void close() {
    vacancies.close();
  }

  /// Made when first asked for, once.
  private static final class Once<T> {
    private final Supplier<T> maker;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable T made;

    Once(Supplier<T> maker) {
      this.maker = maker;
    }

    T get() {
      T known = made;
      if (known != null) {
        return known;
      }
      making.lock();
      try {
        known = made;
        if (known == null) {
          known = maker.get();
          made = known;
        }
        return known;
      } finally {
        making.unlock();
      }
    }
  }

  /// Collects the settings of a [VacancySearch]; all are optional. Not thread-safe.
  public static final class Builder {
    private final Home home;
    private @Nullable Taxonomy taxonomy;
    private @Nullable TextAnalyzer analyzer;
    private @Nullable LinkModel titles;
    private Clock clock = Clock.systemUTC();
    private Duration suggestionAge = Duration.ofMinutes(1);

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

    /// What links the names of jobs in a query to occupations; by default the model in service in the home.
    public Builder titles(LinkModel model) {
      titles = model;
      return this;
    }

    /// Tells which vacancies are open, and how fresh; the system's by default.
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /// How long suggestions may be behind the index: making them anew takes about a second for 200,000
    /// vacancies.
    ///
    /// @param age not negative; a minute by default
    public Builder suggestionAge(Duration age) {
      if (age.isNegative()) {
        throw new IllegalArgumentException("suggestionAge must not be negative, was " + age);
      }
      suggestionAge = age;
      return this;
    }

    public VacancySearch build() {
      return new VacancySearch(this);
    }
  }
}
