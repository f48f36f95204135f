package org.metier.index;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that stands until it is set.
final class SetClock extends Clock {
  private Instant now = Market.NOW;

  /// So many days after [Market#NOW].
  SetClock day(int days) {
    now = Market.NOW.plus(Duration.ofDays(days));
    return this;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
