package org.metier.home;

import org.jspecify.annotations.Nullable;

/// Is told when a model of a home comes into service or goes out of it. Found through `ServiceLoader`, so that the home
/// knows none of its watchers.
public interface ModelWatcher {
  /// Called after the change, when the home's lock is given back.
  ///
  /// @param before SHA-256 of the file that was in service; null where what ships with Metier, or nothing, was
  /// @param after SHA-256 of the file that is; null where what ships with Metier, or nothing, is
  void changed(Home home, LearnedPart part, @Nullable String before, @Nullable String after);
}
