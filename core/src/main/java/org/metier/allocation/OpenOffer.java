package org.metier.allocation;

import java.time.Instant;

/// A vacancy that a person is shown, and that counts against the vacancy's cap until it expires.
///
/// @param vacancy its id, never blank
/// @param person their id, never blank; a pseudonym
/// @param until the first moment at which it no longer counts
public record OpenOffer(String vacancy, String person, Instant until) {
  public OpenOffer {
    if (vacancy.isBlank() || person.isBlank()) {
      throw new IllegalArgumentException("an open offer must name a vacancy and a person");
    }
  }
}
