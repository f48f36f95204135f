package org.metier.allocation;

import java.time.Instant;

/// Whether a vacancy may be shown to a person.
public sealed interface OfferAnswer {
  /// It may, and counts until then.
  ///
  /// @param until the first moment at which it no longer counts
  /// @param isNew whether it was not open to that person already; showing it again does not prolong it
  record Open(Instant until, boolean isNew) implements OfferAnswer {}

  /// As many people as may have it open have it open.
  ///
  /// @param nextFreeAt when the first of them expires, if none is closed before
  record Full(Instant nextFreeAt) implements OfferAnswer {}
}
