package org.metier.training.promotion;

/// One bound, held against what was measured.
///
/// @param bound name in the file of bounds, with the attribute where there is one per attribute
/// @param measured what was held against it
/// @param allowed the most that is allowed, or the least for people
/// @param isKept whether the bound is kept
/// @param meaning in words, such as "the loss of NDCG@10 that the interval leaves possible"
public record GateCheck(String bound, double measured, double allowed, boolean isKept,
    String meaning) {
  static GateCheck atMost(String bound, double measured, double allowed, String meaning) {
    return new GateCheck(bound, measured, allowed, measured <= allowed, meaning);
  }

  static GateCheck atLeast(String bound, double measured, double allowed, String meaning) {
    return new GateCheck(bound, measured, allowed, measured >= allowed, meaning);
  }
}
