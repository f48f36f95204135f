package org.metier.text;

/// A stretch of text, in UTF-16 units as `String` counts them.
///
/// @param start first unit, at least 0
/// @param end one past the last unit, greater than `start`
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "a span must be 0 <= start < end, was " + start + " to " + end);
    }
  }

  public int length() {
    return end - start;
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /// The text under this span.
  ///
  /// @throws IndexOutOfBoundsException if the text is shorter than [#end]
  public String of(String text) {
    return text.substring(start, end);
  }
}
