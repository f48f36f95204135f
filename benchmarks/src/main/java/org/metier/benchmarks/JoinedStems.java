package org.metier.benchmarks;

import java.util.Arrays;
import org.metier.link.ConceptTagger.TagConsumer;
import org.metier.text.Language;

/// The stems of a text, joined by spaces, for peers that look for strings: of their hits those that go from a
/// word's beginning to a word's end count, the longest at each word. Reused from text to text; not thread-safe.
final class JoinedStems {
  private final StemmedText words;
  private final StringBuilder joined = new StringBuilder();
  private int[] wordStartingAt = new int[0];
  private int[] wordEndingAt = new int[0];
  private int[] lastWord = new int[0];
  private int[] label = new int[0];

  JoinedStems(Language language) {
    words = new StemmedText(language);
  }

  /// @return valid until the next text is read
  CharSequence read(String text) {
    words.read(text);
    joined.setLength(0);
    for (int word = 0; word < words.size(); word++) {
      joined.append(word == 0 ? "" : " ").append(words.term(word));
    }
    if (wordStartingAt.length <= joined.length()) {
      wordStartingAt = new int[2 * joined.length() + 1];
      wordEndingAt = new int[2 * joined.length() + 1];
      lastWord = new int[2 * joined.length() + 1];
      label = new int[2 * joined.length() + 1];
    }
    Arrays.fill(wordStartingAt, 0, joined.length() + 1, -1);
    Arrays.fill(wordEndingAt, 0, joined.length() + 1, -1);
    Arrays.fill(lastWord, 0, words.size(), -1);
    int at = 0;
    for (int word = 0; word < words.size(); word++) {
      wordStartingAt[at] = word;
      at += words.term(word).length();
      wordEndingAt[at++] = word;
    }
    return joined;
  }

  /// Takes a hit.
  ///
  /// @param end one past its last unit
  void hit(int begin, int end, int value) {
    int first = wordStartingAt[begin];
    int last = wordEndingAt[end];
    if (first >= 0 && last >= 0 && last >= lastWord[first]) {
      lastWord[first] = last;
      label[first] = value;
    }
  }

  /// Chooses among the hits.
  void choose(TagConsumer consumer) {
    LabelWalk walk = new LabelWalk(consumer);
    for (int first = 0; first < words.size(); first++) {
      if (lastWord[first] >= 0) {
        walk.match(label[first], first, lastWord[first], words.start(first),
            words.end(lastWord[first]));
      }
    }
    walk.release();
  }
}
