package org.metier.allocation;

import java.util.List;

/// What a person is shown, in that order. Immutable.
///
/// @param person their id
/// @param shown first position first; shorter than asked for when there are fewer candidates
public record ShownList(String person, List<Shown> shown) {
  public ShownList {
    shown = List.copyOf(shown);
  }
}
