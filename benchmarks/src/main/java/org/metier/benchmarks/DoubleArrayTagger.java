package org.metier.benchmarks;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.metier.link.ConceptTagger.TagConsumer;
import org.metier.text.Language;

/// Peer of the tagger: the Aho-Corasick automaton of hankcs over the same stems, joined by spaces; a hit
/// counts from a word's beginning to a word's end. Not thread-safe.
final class DoubleArrayTagger {
  private final AhoCorasickDoubleArrayTrie<Integer> trie = new AhoCorasickDoubleArrayTrie<>();
  private final StemmedText words;
  private final StringBuilder joined = new StringBuilder();
  private int[] wordStartingAt = new int[0];
  private int[] wordEndingAt = new int[0];
  private int[] lastWord = new int[0];
  private int[] label = new int[0];

  /// @param labels numbers of labels by their stems, joined by spaces
  DoubleArrayTagger(Language language, Map<String, Integer> labels) {
    words = new StemmedText(language);
    trie.build(new TreeMap<>(labels));
  }

  void forEachTag(String text, TagConsumer consumer) {
    words.read(text);
    join();
    trie.parseText(joined, (begin, end, value) -> {
      int first = wordStartingAt[begin];
      int last = wordEndingAt[end];
      if (first >= 0 && last >= 0 && last >= lastWord[first]) {
        lastWord[first] = last;
        label[first] = value;
      }
    });
    LabelWalk walk = new LabelWalk(consumer);
    for (int first = 0; first < words.size(); first++) {
      if (lastWord[first] >= 0) {
        walk.match(label[first], first, lastWord[first], words.start(first),
            words.end(lastWord[first]));
      }
    }
    walk.release();
  }

  private void join() {
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
  }
}
