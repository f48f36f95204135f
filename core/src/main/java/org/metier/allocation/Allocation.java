package org.metier.allocation;

import java.util.List;

/// Who is shown what, and at which prices. Immutable.
///
/// @param lists by id of the person; each ordered by score minus price, but that two vacancies may stand in
///     either order where the two differ by less than what one more showing of one of them costs: so people
///     of equal scores part, instead of all being shown the same first
/// @param prices of all vacancies of the market, one number each
public record Allocation(List<ShownList> lists, Prices prices, Convergence convergence) {
  public Allocation {
    lists = List.copyOf(lists);
  }
}
