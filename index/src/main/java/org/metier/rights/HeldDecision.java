package org.metier.rights;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.metier.audit.AuditEvent;

/// An entry of the audit log about a person, with what it was computed from.
///
/// @param entry its number
/// @param inputs as they were sealed, mostly JSON; null where the entry has none, or they cannot be opened
/// @param damage why they cannot be opened though the entry names them; null where it names none or all is well
public record HeldDecision(long entry, Instant at, AuditEvent event, @Nullable String inputs,
    @Nullable String damage) {}
