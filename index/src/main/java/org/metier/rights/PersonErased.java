package org.metier.rights;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.metier.erasure.Erased;

/// The receipt of a person's erasure, over the home and the stores of the portal.
///
/// @param home what was erased there, and which models were trained with the person's data
/// @param others how many entries each [PersonStore] had, by its name
public record PersonErased(Erased home, Map<String, Integer> others) {
  public PersonErased {
    others = Collections.unmodifiableMap(new TreeMap<>(others));
  }
}
