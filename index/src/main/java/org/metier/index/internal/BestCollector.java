package org.metier.index.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.hnsw.FloatHeap;
import org.jspecify.annotations.Nullable;

/// Collects the entries that score best, and all that score the same as the last of them: who cuts them by
/// something else than their place in the index gets the same ones whatever order they were indexed in.
///
/// The search may skip what cannot reach the lowest of the best scores so far. Memory is linear in the
/// limit and in the number of entries of one same score.
final class BestCollector implements Collector {
  private final int limit;
  private final FloatHeap bestScores;
  private List<ScoreDoc> found = new ArrayList<>();
  private int sizeToTidy;
  /// What scores less is not among the best.
  private float least = Float.NEGATIVE_INFINITY;

  private BestCollector(int limit) {
    this.limit = limit;
    bestScores = new FloatHeap(limit);
    sizeToTidy = 4 * limit;
  }

  /// For searchers without an executor, as those of [Store] are.
  static CollectorManager<BestCollector, List<ScoreDoc>> manager(int limit) {
    return new CollectorManager<>() {
      @Override
      public BestCollector newCollector() {
        return new BestCollector(limit);
      }

      @Override
      public List<ScoreDoc> reduce(Collection<BestCollector> collectors) {
        BestCollector all = new BestCollector(limit);
        for (BestCollector collector : collectors) {
          collector.found.forEach(all::collect);
        }
        all.tidy();
        return all.found;
      }
    };
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.TOP_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext leaf) {
    return new LeafCollector() {
      private @Nullable Scorable scorer;

      @Override
      public void setScorer(Scorable other) throws java.io.IOException {
        scorer = other;
        if (least > 0) {
          other.setMinCompetitiveScore(least);
        }
      }

      @Override
      public void collect(int doc) throws java.io.IOException {
        Scorable current = java.util.Objects.requireNonNull(scorer);
        float score = current.score();
        if (score >= least) {
          float before = least;
          BestCollector.this.collect(new ScoreDoc(leaf.docBase + doc, score));
          if (least > before && least > 0) {
            current.setMinCompetitiveScore(least);
          }
        }
      }
    };
  }

  private void collect(ScoreDoc hit) {
    if (hit.score < least) {
      return;
    }
    found.add(hit);
    bestScores.offer(hit.score);
    if (bestScores.size() == limit) {
      least = bestScores.peek();
    }
    if (found.size() >= sizeToTidy) {
      tidy();
      sizeToTidy = Math.max(4 * limit, 2 * found.size());
    }
  }

  private void tidy() {
    found.removeIf(hit -> hit.score < least);
  }
}
