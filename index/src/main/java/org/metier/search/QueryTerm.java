package org.metier.search;

import java.util.List;
import org.metier.text.Span;

/// One part of a query.
///
/// @param isPhrase whether its words must follow one another as written
/// @param text as typed, without signs and quotes
/// @param span where the words stand in the cleaned text
/// @param words in plain form, see [org.metier.index.internal.ExactWords]; one unless it is a phrase
record QueryTerm(Need need, boolean isPhrase, String text, Span span, List<String> words) {
  enum Need {
    /// A plain word.
    WANTED,
    /// A phrase, or with a plus.
    REQUIRED, EXCLUDED
  }

  QueryTerm {
    words = List.copyOf(words);
  }
}
