package org.metier.search;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.SmallFloat;

/// BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009) without
/// anything that changes when other vacancies come and go: the rarity of a word is in the query's weights,
/// and the usual length of a field is a constant. So the score of a vacancy that stays the same stays the
/// same, and a page can begin where the last one ended.
///
/// `score = weight * freq / (freq + K1 * (1 - B + B * length / usual length))`
final class PortalSimilarity extends Similarity {
  private static final float K1 = 1.2f;
  /// Long texts of one kind of advertisement say no less than short ones: below BM25's usual 0.75.
  private static final float B = 0.4f;
  private static final float USUAL_TITLE = 5;
  private static final float USUAL_TEXT = 200;
  private static final Similarity LENGTHS = new BM25Similarity();

  @Override
  public long computeNorm(FieldInvertState state) {
    return LENGTHS.computeNorm(state);
  }

  @Override
  public SimScorer scorer(float weight, CollectionStatistics field, TermStatistics... terms) {
    float usual = field.field().contains("text") ? USUAL_TEXT : USUAL_TITLE;
    return new SimScorer() {
      @Override
      public float score(float freq, long norm) {
        // A field without lengths, such as the keywords, has the norm 1, and so a length of 1.
        float length = SmallFloat.byte4ToInt((byte) norm);
        return weight * freq / (freq + K1 * (1 - B + B * length / usual));
      }
    };
  }
}
