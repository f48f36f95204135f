package org.metier.alert.internal;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// To whom one vacancy was delivered.
///
/// @param keys hashes of the names that it was known by
/// @param alerts their numbers
/// @param goneSinceMillis when it was first seen to be gone; null while it is open
public record Delivered(SortedSet<String> keys, SortedSet<Integer> alerts,
    @Nullable Long goneSinceMillis) {
  public Delivered {
    keys = Collections.unmodifiableSortedSet(new TreeSet<>(keys));
    alerts = Collections.unmodifiableSortedSet(new TreeSet<>(alerts));
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("a delivered vacancy needs a key");
    }
  }
}
