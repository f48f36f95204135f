package org.metier.feed.internal.draft;

import org.jspecify.annotations.Nullable;

/// ISO 3166-1 codes by code or by name in Metier's languages, Swedish and Norwegian.
public final class Countries {
  private Countries() {}

  /// @param name an alpha-2 or alpha-3 code, or a name in one of those languages, in any case
  /// @return the alpha-2 code in upper case, null when unknown
  public static @Nullable String code(String name) {
    return org.metier.place.Countries.code(name);
  }
}
