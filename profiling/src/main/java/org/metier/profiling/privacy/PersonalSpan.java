package org.metier.profiling.privacy;

import java.util.List;
import org.metier.text.Span;

/// A stretch of a CV that tells who a person is.
///
/// @param kind what it tells
/// @param span within one line, with the label if it has one
public record PersonalSpan(PersonalKind kind, Span span) {
  /// The same text, of the same length, with spaces for all stretches, so that offsets stay true. Line
  /// breaks stay.
  public static String blank(String text, List<PersonalSpan> spans) {
    StringBuilder plain = new StringBuilder(text);
    for (PersonalSpan personal : spans) {
      for (int i = personal.span().start(); i < personal.span().end(); i++) {
        if (plain.charAt(i) != '\n') {
          plain.setCharAt(i, ' ');
        }
      }
    }
    return plain.toString();
  }

  /// The same stretch, further on.
  ///
  /// @param by characters, may be negative as long as the stretch begins at 0 or later
  public PersonalSpan shifted(int by) {
    return new PersonalSpan(kind, new Span(span.start() + by, span.end() + by));
  }
}
