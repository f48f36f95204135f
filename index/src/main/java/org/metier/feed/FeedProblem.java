package org.metier.feed;

import org.jspecify.annotations.Nullable;
import org.metier.feed.internal.draft.PlainText;

/// One thing wrong with one record, with its place, so that the sender can mend it.
///
/// @param place such as `line 42` or `record 17`
/// @param key the record's own identifier, null when it has none
/// @param field the source's name of the field; empty when the whole record is meant
/// @param found what stands there, cleaned of control characters and contact data, at most 60 characters
/// @param expected what should stand there, with an example
public record FeedProblem(ProblemCode code, String place, @Nullable String key, String field,
    String found, String expected) {
  private static final int MAX_FOUND = 60;

  public FeedProblem {
    found = PlainText.shortened(PlainText.withoutContacts(PlainText.line(found)), MAX_FOUND);
    key = key == null ? null : PlainText.shortened(PlainText.line(key), MAX_FOUND);
  }

  /// One line for people: where, what was found, what was expected.
  @Override
  public String toString() {
    return place + (key == null ? "" : " (" + key + ")") + ": "
        + (field.isEmpty() ? "found " : "\"" + field + "\" is ") + "\"" + found + "\"; expected "
        + expected + " [" + code + "]";
  }
}
