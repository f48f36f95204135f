package org.metier.benchmarks.titles;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.metier.link.internal.TitleSet;
import org.metier.measure.Accuracy;
import org.metier.measure.ReciprocalRank;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;

/// Measures Metier's linker of job titles beside three baselines on the same titles, in one run: BM25
/// over the corpus' labels, the same on normal forms, and character n-grams.
///
/// Every system orders the concepts of the corpus. The baselines know the corpus' labels; Metier knows
/// those and its taxonomy, as a product does.
public final class TitleEvaluation {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double BYTES_PER_MEGABYTE = 1e6;

  private final TitleSet titles;
  private final Set<String> concepts;
  private final LongSupplier nanoClock;
  private final LongSupplier heapBytes;

  /// @param nanoClock such as the processor time of this thread
  /// @param heapBytes memory in use after what is garbage has been collected
  TitleEvaluation(TitleSet titles, LongSupplier nanoClock, LongSupplier heapBytes) {
    this.titles = titles;
    this.nanoClock = nanoClock;
    this.heapBytes = heapBytes;
    concepts = titles.concepts();
  }

  /// Runs Metier and the baselines, one after the other.
  ///
  /// @param language of the titles
  /// @param labels language of the corpus' labels
  TitleReport run(Taxonomy taxonomy, Language language, Language labels) {
    TextAnalyzer analyzer = TextAnalyzer.create();
    Map<String, TitleReport.Figures> systems = new LinkedHashMap<>();
    Taxonomy with = titles.over(taxonomy, labels);
    MetierRanker metier = MetierRanker.over(with, titles, analyzer, language);
    long before = heapBytes.getAsLong();
    double megabytes;
    try {
      systems.put("metier", figures(metier));
      megabytes = (heapBytes.getAsLong() - before) / BYTES_PER_MEGABYTE;
    } finally {
      Reference.reachabilityFence(metier); // what is measured must still be there
    }
    try (Bm25Ranker plain = Bm25Ranker.plain(titles)) {
      systems.put("bm25", figures(plain));
    }
    try (Bm25Ranker stemmed = Bm25Ranker.stemmed(titles, analyzer, labels)) {
      systems.put("bm25Stemmed", figures(stemmed));
    }
    systems.put("charNgrams", figures(new GramRanker(titles)));
    int unanswerable = (int) titles.queries()
        .stream()
        .filter(q -> q.gold().stream().noneMatch(concepts::contains))
        .count();
    return new TitleReport(language.code(), labels.code(), taxonomy.id(), titles.queries().size(),
        unanswerable,
        concepts.size(), titles.labels().size(), megabytes, systems);
  }

  /// Ranks every title twice and times the second pass, so that neither the making of indexes nor the
  /// compiler is part of it.
  TitleReport.Figures figures(TitleRanker ranker) {
    List<TitleSet.Query> queries = titles.queries();
    queries.forEach(query -> ranker.rank(query.title()));
    int[] ranks = new int[queries.size()];
    double[] millis = new double[queries.size()];
    for (int i = 0; i < ranks.length; i++) {
      long begin = nanoClock.getAsLong();
      List<String> ranking = ranker.rank(queries.get(i).title());
      millis[i] = (nanoClock.getAsLong() - begin) / NANOS_PER_MILLI;
      ranks[i] = rank(ranking, queries.get(i).gold());
    }
    Arrays.sort(millis);
    return new TitleReport.Figures(ReciprocalRank.mean(ranks), Accuracy.at(1, ranks),
        Accuracy.at(5, ranks), Accuracy.at(10, ranks), quantile(millis, 0.5),
        quantile(millis, 0.95));
  }

  /// @return of the first right concept, from 1; 0 when there is none
  private static int rank(List<String> ranking, Set<String> gold) {
    for (int i = 0; i < ranking.size(); i++) {
      if (gold.contains(ranking.get(i))) {
        return i + 1;
      }
    }
    return 0;
  }

  /// The least value that `share` of the values do not exceed.
  private static double quantile(double[] ascending, double share) {
    return ascending[(int) Math.ceil(share * ascending.length) - 1];
  }
}
