package org.metier.rights;

import org.metier.audit.PurgeReport;

/// What was deleted because its time was over.
///
/// @param profiles stored profiles
/// @param cases of what was said of scores
/// @param log segments of the audit log, with the inputs sealed beside them
public record Purged(int profiles, int cases, PurgeReport log) {}
