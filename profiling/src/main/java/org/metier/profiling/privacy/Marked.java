package org.metier.profiling.privacy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.text.Span;

/// Collects stretches of a text; where two meet, the one that came first stays. Not thread-safe.
final class Marked {
  private static final int MAX_JOINT = 3;

  private final String text;
  private final @Nullable PersonalKind[] kinds;

  Marked(String text) {
    this.text = text;
    this.kinds = new PersonalKind[text.length()];
  }

  String text() {
    return text;
  }

  /// Marks what is still free between two offsets.
  void add(PersonalKind kind, int start, int end) {
    for (int i = start; i < end; i++) {
      if (kinds[i] == null && text.charAt(i) != '\n') {
        kinds[i] = kind;
      }
    }
  }

  boolean isFree(int start, int end) {
    for (int i = start; i < end; i++) {
      if (kinds[i] != null) {
        return false;
      }
    }
    return true;
  }

  /// The stretches between two offsets that hold a letter or digit and are not marked yet.
  List<Span> free(int start, int end) {
    List<Span> free = new ArrayList<>();
    int from = start;
    for (int i = start; i <= end; i++) {
      if (i == end || kinds[i] != null) {
        addTelling(free, from, i);
        from = i + 1;
      }
    }
    return free;
  }

  private void addTelling(List<Span> free, int start, int end) {
    Span telling = trimmed(text, start, end);
    if (telling != null) {
      free.add(telling);
    }
  }

  /// A stretch from its first letter or digit on, without blanks and opening signs at its end; null when
  /// nothing is left.
  static @Nullable Span trimmed(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && !Character.isLetterOrDigit(text.charAt(from))) {
      from++;
    }
    while (to > from
        && (text.charAt(to - 1) <= ' ' || "([{,;:–-".indexOf(text.charAt(to - 1)) >= 0)) {
      to--;
    }
    return to > from ? new Span(from, to) : null;
  }

  /// What was marked, in order: no blanks at either end, and neighbours of one kind made one.
  List<PersonalSpan> spans() {
    List<PersonalSpan> spans = new ArrayList<>();
    int i = 0;
    while (i < kinds.length) {
      PersonalKind kind = kinds[i];
      if (kind == null) {
        i++;
        continue;
      }
      int start = i;
      int end = i;
      while (i < kinds.length && (kinds[i] == kind || isJoint(i, kind))) {
        i++;
        end = kinds[i - 1] == kind ? i : end;
      }
      addTrimmed(spans, kind, start, end);
      i = end;
    }
    return spans;
  }

  /// Whether only blanks, commas and dashes lie between here and more of the same kind in the line.
  private boolean isJoint(int from, PersonalKind kind) {
    int i = from;
    while (i < kinds.length && i - from < MAX_JOINT && kinds[i] == null
        && " ,/-".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i < kinds.length && kinds[i] == kind;
  }

  private void addTrimmed(List<PersonalSpan> spans, PersonalKind kind, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
    if (to > from) {
      spans.add(new PersonalSpan(kind, new Span(from, to)));
    }
  }
}
