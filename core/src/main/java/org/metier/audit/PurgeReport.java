package org.metier.audit;

import java.time.Instant;

/// What was deleted of a log after its time.
///
/// @param segments how many; 0 when nothing was due
/// @param entries in these
/// @param before entries made before then were due
public record PurgeReport(int segments, long entries, Instant before) {}
