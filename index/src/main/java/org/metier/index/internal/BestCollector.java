package org.metier.index.internal;

import java.util.Arrays;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
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
  /// Each [#hit], the first [#size] of them.
  private long[] found;
  private int size;
  private int sizeToTidy;
  /// What scores less is not among the best.
  private float least = Float.NEGATIVE_INFINITY;

  private BestCollector(int limit) {
    this.limit = limit;
    bestScores = new FloatHeap(limit);
    sizeToTidy = 4 * limit;
    found = new long[sizeToTidy];
  }

  /// An entry and its score as one number; ascending by entry.
  private static long hit(int doc, float score) {
    return (long) doc << Integer.SIZE | Integer.toUnsignedLong(Float.floatToRawIntBits(score));
  }

  /// The entry of a hit.
  static int doc(long hit) {
    return (int) (hit >>> Integer.SIZE);
  }

  /// The score of a hit.
  static float score(long hit) {
    return Float.intBitsToFloat((int) hit);
  }

  /// For searchers without an executor, as those of [Store] are. The hits come in the order of the entries.
  static CollectorManager<BestCollector, long[]> manager(int limit) {
    return new CollectorManager<>() {
      @Override
      public BestCollector newCollector() {
        return new BestCollector(limit);
      }

      @Override
      public long[] reduce(Collection<BestCollector> collectors) {
        BestCollector all = new BestCollector(limit);
        for (BestCollector collector : collectors) {
          for (int i = 0; i < collector.size; i++) {
            all.collect(collector.found[i], score(collector.found[i]));
          }
        }
        all.tidy();
        long[] hits = Arrays.copyOf(all.found, all.size);
        Arrays.sort(hits);
        return hits;
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
          BestCollector.this.collect(hit(leaf.docBase + doc, score), score);
          if (least > before && least > 0) {
            current.setMinCompetitiveScore(least);
          }
        }
      }
    };
  }

  private void collect(long hit, float score) {
    if (score < least) {
      return;
    }
    if (size == found.length) {
      found = Arrays.copyOf(found, 2 * size);
    }
    found[size++] = hit;
    bestScores.offer(score);
    if (bestScores.size() == limit) {
      least = bestScores.peek();
    }
    if (size >= sizeToTidy) {
      tidy();
      sizeToTidy = Math.max(4 * limit, 2 * size);
    }
  }

  private void tidy() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (score(found[i]) >= least) {
        found[kept++] = found[i];
      }
    }
    size = kept;
  }
}
