package org.metier.evaluation;

import java.util.List;

/// What a model is for, in the analyst's words.
///
/// @param purpose what its scores are used for
/// @param intendedUse how, and in whose hands
/// @param users who works with it
/// @param population whom it was made for
/// @param horizon how far ahead it looks, such as `26 weeks`; empty when it does not
/// @param notFor uses that are ruled out
/// @param limits what is known to be weak
public record Purpose(String purpose, String intendedUse, List<String> users, String population,
    String horizon, List<String> notFor, List<String> limits) {
  public Purpose {
    users = List.copyOf(users);
    notFor = List.copyOf(notFor);
    limits = List.copyOf(limits);
  }
}
