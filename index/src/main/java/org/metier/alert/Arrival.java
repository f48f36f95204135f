package org.metier.alert;

import org.metier.vacancy.Vacancy;

/// A vacancy that was published, or published anew with other content or as another member of its cluster.
///
/// @param sequence grows with each publication, at least 1
/// @param cluster names the group of duplicates that it stands for; stays the same when another member
///     comes to stand for it
public record Arrival(long sequence, String cluster, Vacancy vacancy) {
  public Arrival {
    if (sequence < 1) {
      throw new IllegalArgumentException("a sequence number must be at least 1, was " + sequence);
    }
    if (cluster.isBlank()) {
      throw new IllegalArgumentException("arrival " + sequence + " names no cluster");
    }
  }
}
