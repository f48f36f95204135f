package org.metier.link;

/// An occupation that a job title may mean.
///
/// @param concept its number in the taxonomy
/// @param confidence 0 to 1
/// @param label the label that spoke for it
public record OccupationLink(int concept, double confidence, String label) {
  public OccupationLink {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be 0 to 1, was " + confidence);
    }
  }
}
