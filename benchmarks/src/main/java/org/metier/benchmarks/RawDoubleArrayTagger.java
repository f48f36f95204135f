package org.metier.benchmarks;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.metier.link.ConceptTagger.TagConsumer;

/// The Aho-Corasick automaton of hankcs over labels as they are written, in lower case: no words are cut and
/// nothing is stemmed, so that it does less and finds less. Not thread-safe.
final class RawDoubleArrayTagger implements LabelTagger {
  private final AhoCorasickDoubleArrayTrie<Integer> trie = new AhoCorasickDoubleArrayTrie<>();
  private int[] end = new int[0];
  private int[] label = new int[0];

  /// @param labels numbers of labels by the labels in lower case
  RawDoubleArrayTagger(Map<String, Integer> labels) {
    trie.build(new TreeMap<>(labels));
  }

  @Override
  public void forEachTag(String text, TagConsumer consumer) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (end.length < lower.length()) {
      end = new int[2 * lower.length()];
      label = new int[2 * lower.length()];
    }
    Arrays.fill(end, 0, lower.length(), -1);
    trie.parseText(lower, (begin, after, value) -> {
      boolean isWhole = !isWord(lower, begin - 1) && !isWord(lower, after);
      if (isWhole && after > end[begin]) {
        end[begin] = after;
        label[begin] = value;
      }
    });
    LabelWalk walk = new LabelWalk(consumer);
    for (int begin = 0; begin < lower.length(); begin++) {
      if (end[begin] >= 0) {
        walk.match(label[begin], begin, end[begin] - 1, begin, end[begin]);
      }
    }
    walk.release();
  }

  private static boolean isWord(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }
}
