package org.metier.skill.internal;

import java.util.List;
import org.metier.text.Span;

/// Counts right and wrong spans. Not thread-safe.
public final class SpanTally {
  private int found;
  private int gold;
  private int same;
  private int foundTouching;
  private int goldTouched;

  /// Counts one sentence.
  ///
  /// @param answers spans that a system found, as places of tokens
  /// @param right spans that people marked, as places of tokens
  public void add(List<Span> answers, List<Span> right) {
    found += answers.size();
    gold += right.size();
    same += (int) answers.stream().filter(right::contains).count();
    foundTouching += (int) answers.stream()
        .filter(a -> right.stream().anyMatch(a::overlaps))
        .count();
    goldTouched += (int) right.stream().filter(r -> answers.stream().anyMatch(r::overlaps)).count();
  }

  /// A span is right if people marked one from the same token to the same token.
  public SpanFigures strict() {
    return figures(same, same);
  }

  /// A span is right if it shares a token with one that people marked.
  public SpanFigures overlapping() {
    return figures(foundTouching, goldTouched);
  }

  private SpanFigures figures(int rightOnes, int reached) {
    double precision = found == 0 ? 0 : (double) rightOnes / found;
    double recall = gold == 0 ? 0 : (double) reached / gold;
    double sum = precision + recall;
    return new SpanFigures(precision, recall, sum == 0 ? 0 : 2 * precision * recall / sum);
  }
}
