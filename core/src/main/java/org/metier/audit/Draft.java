package org.metier.audit;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An event that is to be written, with the sealed record that it names, if any.
///
/// @param event made once it is known where the record stands; given null where there is none
/// @param record sealed bytes; null for none
record Draft(Function<@Nullable RecordPlace, AuditEvent> event, byte @Nullable [] record) {
  static Draft of(AuditEvent event) {
    return new Draft(_ -> event, null);
  }
}
