package org.metier.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.place.Place;
import org.metier.text.Evidence;

/// One reason why a vacancy was found. Closed, so that every renderer is a `switch` without a default.
public sealed interface Finding {
  /// Words of the query that stand in the vacancy.
  ///
  /// @param words as the vacancy writes them, each once, in order of appearance; never empty
  record Words(Part part, List<String> words) implements Finding {
    public Words {
      words = List.copyOf(words);
    }
  }

  /// A phrase of the query that stands in the vacancy.
  record Phrase(Part part, String phrase) implements Finding {}

  /// An occupation or skill that the query names and the vacancy is coded to, in whatever language.
  ///
  /// @param uri in the taxonomy, of the vacancy's side
  /// @param words of the query, as typed
  /// @param evidence where the vacancy says so; null when it was coded otherwise
  record Concept(String uri, String words, @Nullable Evidence evidence) implements Finding {}

  /// The place of work lies within a circle that was asked for.
  ///
  /// @param distanceKm to the nearest of the centres, at least 0
  record Nearby(Place place, double distanceKm) implements Finding {}

  /// The work can be done from anywhere, so that no place keeps it out.
  record FromAnywhere() implements Finding {}
}
