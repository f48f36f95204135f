package org.metier.alert;

/// What a run of deliveries did.
///
/// @param arrivals that were read
/// @param deliveries that were handed over, those of a repeated batch included
/// @param batches likewise
/// @param isRepeated whether it began with a batch of an earlier run
/// @param cursor sequence number of the last arrival that was dealt with
public record DeliveryReport(int arrivals, int deliveries, int batches, boolean isRepeated,
    long cursor) {}
