package org.metier.feed.internal.draft;

import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/// The entities that HTML names, such as `nbsp` and `eacute`.
public final class NamedEntities {
  private NamedEntities() {}

  /// @param name without `&` and `;`, in the case in which HTML writes it
  /// @return null when HTML has no such entity
  public static @Nullable String text(String name) {
    String text = Entities.getByName(name);
    return text.isEmpty() ? null : text;
  }
}
