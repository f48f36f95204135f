package org.metier.duplicate;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// When advertisements were first published.
final class Seen {
  private Seen() {}

  /// The far future for one that does not say.
  static Instant of(Advert advert) {
    return advert.postedAt() == null ? Instant.MAX : advert.postedAt();
  }

  /// The earliest of a cluster's members and of those it had before.
  static @Nullable Instant first(Stream<Advert> members, @Nullable Cluster before) {
    Stream<@Nullable Instant> all = Stream.concat(members.map(Advert::postedAt),
        Stream.of(before).filter(Objects::nonNull).map(Cluster::firstSeen));
    return all.filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
  }
}
