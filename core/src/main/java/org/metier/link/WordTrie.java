package org.metier.link;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Sequences of word numbers as a trie in a few flat arrays. Immutable and thread-safe.
///
/// The node of a sequence of one word has that word's number. A node is four neighbouring ints: where
/// its outputs begin, where its children begin, and a 64-bit sieve of the words that may follow, which
/// answers most questions ("does any label go on like this?") without touching other memory. Children
/// are sorted by word; nodes lie depth first, so that a label's nodes are neighbours.
final class WordTrie {
  private static final int STRIDE = 4;
  private static final int OUTPUTS = 0;
  private static final int CHILDREN = 1;
  private static final int SIEVE = 2;

  /// The order of nodes: those of one word first, then depth first.
  static final Comparator<int[]> ORDER = Comparator.comparing((int[] words) -> words.length > 1)
      .thenComparing(Arrays::compare);

  private final int[] nodes;
  private final int[] childWords;
  private final int[] childNodes;

  private WordTrie(int[] nodes, int[] childWords, int[] childNodes) {
    this.nodes = nodes;
    this.childWords = childWords;
    this.childNodes = childNodes;
  }

  int size() {
    return nodes.length / STRIDE - 1;
  }

  /// The first output of a node; its outputs end where those of the next node begin. Outputs are the
  /// places of sequences in the list that the trie was built from.
  int outputsFrom(int node) {
    return nodes[node * STRIDE + OUTPUTS];
  }

  int outputsTo(int node) {
    return nodes[(node + 1) * STRIDE + OUTPUTS];
  }

  /// @return the node that `word` leads to, or -1 when no sequence goes on like this
  int child(int node, int word) {
    int at = node * STRIDE;
    int bit = sieveBit(word);
    if (((nodes[at + SIEVE + (bit >>> 5)] >>> bit) & 1) == 0) {
      return -1;
    }
    int found = Arrays.binarySearch(childWords, nodes[at + CHILDREN], nodes[at + STRIDE + CHILDREN],
        word);
    return found < 0 ? -1 : childNodes[found];
  }

  private static int sieveBit(int word) {
    return (word * 0x9E3779B9) >>> 26;
  }

  /// Builds a trie.
  ///
  /// @param sequences not empty each, sorted by [#ORDER]
  /// @param words how many word numbers there are
  static WordTrie of(List<int[]> sequences, int words) {
    Builder builder = new Builder(sequences, words);
    return builder.build();
  }

  private static final class Builder {
    private final List<int[]> sequences;
    private final int words;
    private int[] parents;
    private int[] lastWords;
    /// The node of each sequence.
    private final int[] ends;
    private int size;

    Builder(List<int[]> sequences, int words) {
      this.sequences = sequences;
      this.words = words;
      int most = words + sequences.stream().mapToInt(s -> s.length - 1).sum();
      parents = new int[most];
      lastWords = new int[most];
      ends = new int[sequences.size()];
      size = words;
    }

    WordTrie build() {
      grow();
      int[] nodes = new int[(size + 1) * STRIDE];
      for (int node = words; node < size; node++) {
        int at = parents[node] * STRIDE;
        nodes[at + STRIDE + CHILDREN]++;
        int bit = sieveBit(lastWords[node]);
        nodes[at + SIEVE + (bit >>> 5)] |= 1 << bit;
      }
      for (int end : ends) {
        nodes[(end + 1) * STRIDE + OUTPUTS]++;
      }
      for (int node = 1; node <= size; node++) {
        nodes[node * STRIDE + CHILDREN] += nodes[(node - 1) * STRIDE + CHILDREN];
        nodes[node * STRIDE + OUTPUTS] += nodes[(node - 1) * STRIDE + OUTPUTS];
      }
      int[] childWords = new int[size - words];
      int[] childNodes = new int[size - words];
      int[] filled = new int[size];
      for (int node = words; node < size; node++) {
        int place = nodes[parents[node] * STRIDE + CHILDREN] + filled[parents[node]]++;
        childWords[place] = lastWords[node];
        childNodes[place] = node;
      }
      return new WordTrie(nodes, childWords, childNodes);
    }

    /// Sorted sequences share their beginning with the one before, or with none.
    private void grow() {
      int[] before = new int[0];
      int[] path = new int[0];
      for (int s = 0; s < ends.length; s++) {
        int[] sequence = sequences.get(s);
        int shared = 0;
        while (shared < Math.min(before.length, sequence.length)
            && before[shared] == sequence[shared]) {
          shared++;
        }
        path = Arrays.copyOf(path, sequence.length);
        for (int depth = shared; depth < sequence.length; depth++) {
          path[depth] = depth == 0 ? sequence[0] : newNode(path[depth - 1], sequence[depth]);
        }
        ends[s] = path[sequence.length - 1];
        before = sequence;
      }
    }

    private int newNode(int parent, int word) {
      parents[size] = parent;
      lastWords[size] = word;
      return size++;
    }
  }
}
