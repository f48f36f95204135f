package org.metier.alert;

import java.util.List;

/// Deliveries that are handed over together.
///
/// @param number grows with each batch; the same number means the same batch again, less what was erased
///     in between
/// @param deliveries by arrival, then by id of the alert; never empty unless all of it was erased
public record Batch(long number, List<Delivery> deliveries) {
  public Batch {
    deliveries = List.copyOf(deliveries);
  }
}
