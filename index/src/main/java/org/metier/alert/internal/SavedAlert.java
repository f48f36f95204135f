package org.metier.alert.internal;

import org.jspecify.annotations.Nullable;

/// An alert as it is stored.
///
/// @param number stands for it in what was delivered
/// @param after arrivals up to this sequence number are not for it
/// @param json the alert itself
/// @param confirmedMillis when its owner saved or confirmed it last; null where an earlier release saved it, which did not
///     say
public record SavedAlert(int number, long after, String id, String owner, String json,
    @Nullable Long confirmedMillis) {
  /// This alert as its owner still wants it at a moment.
  public SavedAlert confirmed(long millis) {
    return new SavedAlert(number, after, id, owner, json, millis);
  }
}
