package org.metier.rights;

import org.metier.audit.PurgeReport;

/// What was deleted because its time was over.
///
/// @param profiles stored profiles
/// @param alerts saved searches and profiles
/// @param cases of what was said of scores
/// @param log segments of the audit log, with the inputs sealed beside them
/// @param keys of persons of whom neither log nor cases say anything any more
public record Purged(int profiles, int alerts, int cases, PurgeReport log,
    int keys) {}
