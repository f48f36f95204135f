package org.metier.potential;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How a [Field] is asked of a person. Immutable.
///
/// @param factor whether it is about circumstances or about the person's own view
/// @param text the question
/// @param options for a category, one text per value; else empty: numbers are typed, flags are yes or no
public record Question(Factor factor, Texts text, Map<String, Texts> options) {
  public Question {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }
}
