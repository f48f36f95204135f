package org.metier.audit;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An event that is to be written, with the sealed record that it names, if any.
final class Draft {
  private final Function<@Nullable RecordPlace, AuditEvent> event;
  private final byte @Nullable [] record;

  /// @param event made once it is known where the record stands; given null where there is none
  /// @param record sealed bytes, taken over; null for none
  Draft(Function<@Nullable RecordPlace, AuditEvent> event, byte @Nullable [] record) {
    this.event = event;
    this.record = record;
  }

  static Draft of(AuditEvent event) {
    return new Draft(_ -> event, null);
  }

  AuditEvent event(@Nullable RecordPlace place) {
    return event.apply(place);
  }

  byte @Nullable [] record() {
    return record;
  }
}
