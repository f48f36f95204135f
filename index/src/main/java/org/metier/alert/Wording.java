package org.metier.alert;

import java.util.List;

/// Words and phrases asked of title and description. Each entry is a word, or several that must follow each
/// other; an entry is analysed as the vacancy's own text is, so that inflected forms agree.
///
/// @param all every one must occur
/// @param any at least one must occur, if there are any
/// @param none none may occur
public record Wording(List<String> all, List<String> any, List<String> none) {
  /// The most entries of a wording, and the most characters of an entry.
  static final int MAX_ENTRIES = 100;
  static final int MAX_LENGTH = 200;

  public Wording {
    all = List.copyOf(all);
    any = List.copyOf(any);
    none = List.copyOf(none);
    int entries = all.size() + any.size() + none.size();
    if (entries < 1 || entries > MAX_ENTRIES) {
      throw new IllegalArgumentException(
          "a wording must have 1 to " + MAX_ENTRIES + " words or phrases, had " + entries);
    }
    for (List<String> part : List.of(all, any, none)) {
      for (String entry : part) {
        if (entry.isBlank() || entry.length() > MAX_LENGTH) {
          throw new IllegalArgumentException("a word or phrase must have 1 to " + MAX_LENGTH
              + " characters and not be blank, had " + entry.length());
        }
      }
    }
  }
}
