package org.metier.profiling.privacy;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Words that tell something about a person when nothing else stands there, such as `married`. Immutable.
final class BareWords {
  private final Map<String, PersonalKind> kinds = new HashMap<>();

  BareWords() {
    for (Tables.Row row : Tables.rows("bare-words.txt")) {
      row.entries()
          .forEach(words -> kinds.putIfAbsent(Tables.key(words),
              PersonalKind.valueOf(row.head())));
    }
  }

  @Nullable
  PersonalKind kind(String words) {
    return kinds.get(Tables.key(words));
  }
}
