package org.metier.profiling.extraction;

import java.util.ArrayList;
import java.util.List;

/// Collects the stretches of a file that nobody sees, up to a limit that no honest file reaches.
final class HiddenText {
  static final int MAX_CHARACTERS = 20_000;
  static final int MAX_STRETCHES = 1_000;

  private final List<String> stretches = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private int characters;

  /// Goes on with the stretch that was not ended yet.
  void add(String words) {
    int room = Math.min(words.length(), MAX_CHARACTERS - characters);
    open.append(words, 0, room);
    characters += room;
  }

  boolean isOpen() {
    return !open.isEmpty();
  }

  void end() {
    String words = open.toString().strip();
    if (!words.isEmpty() && stretches.size() < MAX_STRETCHES) {
      stretches.add(words);
    }
    open.setLength(0);
  }

  List<String> stretches() {
    return List.copyOf(stretches);
  }
}
