package org.metier.ledger;

/// A field that a source used to fill and does no more: a sign that its feed changed.
///
/// @param shareBefore of the accepted records of earlier runs that had it, 0 to 1
/// @param shareNow of the accepted records of this run that have it, 0 to 1
public record SilentField(String field, double shareBefore, double shareNow) {}
