package org.metier.search;

import java.util.List;
import org.metier.text.Span;

/// A piece of a vacancy with what was looked for marked in it.
///
/// @param offset where the piece begins in its part
/// @param text the piece, as the vacancy has it
/// @param marks within `text`, in order, never overlapping
public record Snippet(Part part, int offset, String text, List<Span> marks) {
  public Snippet {
    marks = List.copyOf(marks);
    int end = 0;
    for (Span mark : marks) {
      if (mark.start() < end || mark.end() > text.length()) {
        throw new IllegalArgumentException(
            "marks must lie in order within " + text.length() + " characters, were " + marks);
      }
      end = mark.end();
    }
  }
}
