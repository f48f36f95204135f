package org.metier.profiling.privacy;

import java.util.List;
import java.util.function.Predicate;
import org.metier.text.Span;

/// What is known of a CV's text before personal data are looked for. Immutable.
///
/// @param own stretches, each within a line, that are about the person: the head without titles, and
///     sections of personal details
/// @param references stretches about people who can be asked
/// @param names of the person that the file itself states, in any number of words
/// @param isTitleWord whether a word in small letters is part of some job title
/// @param isPlace whether words name a place where somebody may live
public record PersonParts(List<Span> own, List<Span> references, List<String> names,
    Predicate<String> isTitleWord, Predicate<String> isPlace) {
  public PersonParts {
    own = List.copyOf(own);
    references = List.copyOf(references);
    names = List.copyOf(names);
  }

  /// Running text of a person whose names are known, such as a field of a structured CV.
  public static PersonParts named(List<String> names) {
    return new PersonParts(List.of(), List.of(), names, word -> false, words -> false);
  }
}
