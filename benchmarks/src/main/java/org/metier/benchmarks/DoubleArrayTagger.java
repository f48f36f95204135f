package org.metier.benchmarks;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.Map;
import java.util.TreeMap;
import org.metier.link.ConceptTagger.TagConsumer;
import org.metier.text.Language;

/// Peer of the tagger: the Aho-Corasick automaton of hankcs over the same stems. Not thread-safe.
final class DoubleArrayTagger implements LabelTagger {
  private final AhoCorasickDoubleArrayTrie<Integer> trie = new AhoCorasickDoubleArrayTrie<>();
  private final JoinedStems stems;

  /// @param labels numbers of labels by their stems, joined by spaces
  DoubleArrayTagger(Language language, Map<String, Integer> labels) {
    stems = new JoinedStems(language);
    trie.build(new TreeMap<>(labels));
  }

  @Override
  public void forEachTag(String text, TagConsumer consumer) {
    trie.parseText(stems.read(text), stems::hit);
    stems.choose(consumer);
  }
}
