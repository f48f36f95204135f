package org.metier.feed.internal.terms;

import org.metier.feed.ProblemCode;
import org.metier.text.Span;

/// What a piece of free text says about one term.
public sealed interface Reading<T> {
  /// @param span the words that say it
  record Found<T>(T value, Span span) implements Reading<T> {}

  /// The text says nothing about it, or something that the term cannot hold, such as net pay.
  record Absent<T>() implements Reading<T> {}

  /// There is a number that could not be understood.
  ///
  /// @param expected what should stand there, with an example
  record Unclear<T>(ProblemCode code, String expected) implements Reading<T> {}
}
