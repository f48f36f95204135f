package org.metier.alert.internal;

/// An alert as it is stored.
///
/// @param number stands for it in what was delivered
/// @param after arrivals up to this sequence number are not for it
/// @param json the alert itself
public record SavedAlert(int number, long after, String id, String owner, String json) {}
