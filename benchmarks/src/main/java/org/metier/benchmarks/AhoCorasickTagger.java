package org.metier.benchmarks;

import java.util.Map;
import java.util.TreeMap;
import org.ahocorasick.trie.PayloadTrie;
import org.metier.link.ConceptTagger.TagConsumer;
import org.metier.text.Language;

/// Peer of the tagger: the Aho-Corasick automaton of org.ahocorasick over the same stems. Not thread-safe.
final class AhoCorasickTagger implements LabelTagger {
  private final PayloadTrie<Integer> trie;
  private final JoinedStems stems;

  /// @param labels numbers of labels by their stems, joined by spaces
  AhoCorasickTagger(Language language, Map<String, Integer> labels) {
    stems = new JoinedStems(language);
    PayloadTrie.PayloadTrieBuilder<Integer> builder = PayloadTrie.builder();
    new TreeMap<>(labels).forEach(builder::addKeyword);
    trie = builder.build();
  }

  @Override
  public void forEachTag(String text, TagConsumer consumer) {
    trie.parseText(stems.read(text), emit -> {
      stems.hit(emit.getStart(), emit.getEnd() + 1, emit.getPayload());
      return true;
    });
    stems.choose(consumer);
  }
}
