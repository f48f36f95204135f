package org.metier.alert;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.metier.alert.internal.AlertIndex;
import org.metier.alert.internal.Delivered;

/// Forgets deliveries of vacancies that have been gone for long.
final class Pruning {
  private final AlertIndex.Session session;
  private final long nowMillis;
  private final long keepMillis;
  /// The first 64 bits of each open cluster's key; two keys that share them only keep each other longer.
  private long[] open = new long[1_024];
  private int openCount;
  private int changed;
  private int pruned;

  Pruning(AlertIndex.Session session, long nowMillis, Duration keep) {
    this.session = session;
    this.nowMillis = nowMillis;
    keepMillis = keep.toMillis();
  }

  int run(Arrivals arrivals) throws IOException {
    arrivals.forEachOpen(cluster -> {
      if (openCount == open.length) {
        open = Arrays.copyOf(open, 2 * openCount);
      }
      open[openCount++] = prefix(VacancyKeys.ofCluster(cluster));
    });
    Arrays.sort(open, 0, openCount);
    session.view().forEachDelivered(this::look);
    if (changed > 0) {
      session.commit(session.view().position());
    }
    return pruned;
  }

  private void look(Delivered delivered) throws IOException {
    Long since = isOpen(delivered) ? null : Long.valueOf(goneSince(delivered));
    if (isOver(since)) {
      session.delete(delivered.keys());
      pruned++;
      changed++;
    } else if (!Objects.equals(since, delivered.goneSinceMillis())) {
      session.put(new Delivered(delivered.keys(), delivered.alerts(), since));
      changed++;
    }
  }

  private long goneSince(Delivered delivered) {
    Long before = delivered.goneSinceMillis();
    return before == null ? nowMillis : before;
  }

  private boolean isOver(@Nullable Long goneSinceMillis) {
    return goneSinceMillis != null && nowMillis - goneSinceMillis > keepMillis;
  }

  private boolean isOpen(Delivered delivered) {
    return delivered.keys()
        .stream()
        .anyMatch(key -> !VacancyKeys.isVacancy(key)
            && Arrays.binarySearch(open, 0, openCount, prefix(key)) >= 0);
  }

  private static long prefix(String key) {
    return Long.parseUnsignedLong(key, 1, 17, 16);
  }
}
