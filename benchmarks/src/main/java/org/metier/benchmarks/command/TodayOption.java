package org.metier.benchmarks.command;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The moment that profiles and matches are made for. To be mixed in.
public final class TodayOption {
  @Option(names = "--today", paramLabel = "INSTANT", description = "what time the profiles, and the matches with them, are made for (default: now)")
  private @Nullable Instant today;

  /// Stands still.
  public Clock clock() {
    Instant now = today;
    return Clock.fixed(now == null ? Clock.systemUTC().instant() : now, ZoneOffset.UTC);
  }
}
