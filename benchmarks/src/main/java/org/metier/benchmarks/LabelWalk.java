package org.metier.benchmarks;

import org.metier.link.ConceptTagger.TagConsumer;

/// The tagger's choice among matches, for the peers: given the longest match at each place in order, of
/// two that overlap the longer one stays, and of equally long ones the first.
final class LabelWalk {
  private final TagConsumer consumer;
  private int heldFrom = -1;
  private int heldTo = -1;
  private int heldLabel;
  private int heldStart;
  private int heldEnd;

  LabelWalk(TagConsumer consumer) {
    this.consumer = consumer;
  }

  /// @param from first word
  /// @param to last word
  void match(int label, int from, int to, int start, int end) {
    boolean overlaps = from <= heldTo;
    if (overlaps && to - from <= heldTo - heldFrom) {
      return;
    }
    if (!overlaps) {
      release();
    }
    heldFrom = from;
    heldTo = to;
    heldLabel = label;
    heldStart = start;
    heldEnd = end;
  }

  void release() {
    if (heldTo >= 0) {
      consumer.accept(heldLabel, heldStart, heldEnd);
      heldTo = -1;
    }
  }
}
