package org.metier.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metier.link.ConceptTagger.TagConsumer;
import org.metier.link.LabelForm.Rule;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.text.internal.WordMemo;
import org.metier.text.internal.WordScanner;

/// The label forms of one language as a trie over word numbers.
///
/// Words become numbers once: a word of the text is looked up as it is written, and only one that was
/// not seen lately is brought to its normal form. From there on everything is arrays of primitives.
/// Thread-safe.
final class LabelAutomaton {
  private static final int MEMO_SIZE_LOG2 = 16;
  private static final Integer UNKNOWN = -1;

  private final Language language;
  private final TextAnalyzer analyzer;
  private final Map<String, Integer> wordNumbers;
  private final WordMemo<Integer> memo = new WordMemo<>(MEMO_SIZE_LOG2);
  private final WordTrie trie;
  /// In the order of the trie's outputs.
  private final LabelForm[] outputs;
  private final int[] concepts;
  /// Whether one of the forms at this output's node has a rule.
  private final boolean[] isGuarded;
  private final int longest;

  private LabelAutomaton(Language language, TextAnalyzer analyzer, Map<String, Integer> wordNumbers,
      List<Entry> entries) {
    this.language = language;
    this.analyzer = analyzer;
    this.wordNumbers = wordNumbers;
    List<int[]> sequences = entries.stream().map(entry -> entry.words).toList();
    trie = WordTrie.of(sequences, wordNumbers.size());
    longest = sequences.stream().mapToInt(s -> s.length).max().orElse(0);
    outputs = entries.stream().map(entry -> entry.form).toArray(LabelForm[]::new);
    concepts = entries.stream().mapToInt(e -> e.form.concept()).toArray();
    isGuarded = new boolean[outputs.length];
    for (int node = 0; node < trie.size(); node++) {
      int from = trie.outputsFrom(node);
      int to = trie.outputsTo(node);
      boolean guarded = Arrays.stream(outputs, from, to).anyMatch(f -> f.rule() != Rule.ANY_CASE);
      Arrays.fill(isGuarded, from, to, guarded);
    }
  }

  private static final class Entry {
    private final int[] words;
    private final LabelForm form;

    Entry(int[] words, LabelForm form) {
      this.words = words;
      this.form = form;
    }
  }

  void scan(String text, TagConsumer consumer) {
    if (longest > 0) {
      new Scan(text, consumer).run();
    }
  }

  private int wordNumber(String text, WordScanner at) {
    Integer known = memo.find(at);
    return known == null ? lookUp(text.substring(at.start(), at.wordEnd())) : known;
  }

  private int lookUp(String word) {
    return memo.put(word, wordNumbers.getOrDefault(analyzer.term(language, word), UNKNOWN));
  }

  private boolean matches(LabelForm form, String text, int start, int end) {
    return switch (form.rule()) {
      case ANY_CASE -> true;
      case SAME_CASE -> isWritten(form, text, start, end);
      case LISTED -> isWritten(form, text, start, end) && Enumeration.holds(text, start, end);
    };
  }

  private static boolean isWritten(LabelForm form, String text, int start, int end) {
    return form.written().length() == end - start && text.startsWith(form.written(), start);
  }

  /// One walk over one text: the words that a label can span are kept in a ring.
  private final class Scan {
    private final String text;
    private final TagConsumer consumer;
    private final WordScanner words;
    private final int mask;
    private final int[] numbers;
    private final int[] starts;
    private final int[] wordEnds;
    private final int[] ends;
    private int read;
    private int heldNode = -1;
    private int heldFrom;
    private int heldTo;
    private int heldStart;
    private int heldWordEnd;
    private int heldEnd;

    Scan(String text, TagConsumer consumer) {
      this.text = text;
      this.consumer = consumer;
      words = new WordScanner(language, text);
      int size = Integer.highestOneBit(longest) * 2;
      mask = size - 1;
      numbers = new int[size];
      starts = new int[size];
      wordEnds = new int[size];
      ends = new int[size];
    }

    void run() {
      for (int first = 0; isRead(first); first++) {
        int number = numbers[first & mask];
        if (number >= 0) {
          walk(first, number);
        }
      }
      release();
    }

    private void walk(int first, int root) {
      int node = root;
      int last = first;
      int longestNode = -1;
      int longestLast = first;
      while (node >= 0) {
        if (accepts(node, first)) {
          longestNode = node;
          longestLast = last;
        }
        last++;
        int number = isRead(last) ? numbers[last & mask] : -1;
        node = number < 0 ? -1 : trie.child(node, number);
      }
      if (longestNode >= 0) {
        hold(longestNode, first, longestLast);
      }
    }

    private boolean accepts(int node, int first) {
      int from = trie.outputsFrom(node);
      int to = trie.outputsTo(node);
      if (from == to || !isGuarded[from]) {
        return from < to;
      }
      for (int output = from; output < to; output++) {
        if (matches(outputs[output], text, starts[first & mask], wordEnds[first & mask])) {
          return true;
        }
      }
      return false;
    }

    /// Keeps a match until no longer one can overlap it.
    private void hold(int node, int first, int last) {
      boolean overlaps = heldNode >= 0 && first <= heldTo;
      if (overlaps && last - first <= heldTo - heldFrom) {
        return;
      }
      if (!overlaps) {
        release();
      }
      heldNode = node;
      heldFrom = first;
      heldTo = last;
      heldStart = starts[first & mask];
      heldWordEnd = wordEnds[first & mask];
      heldEnd = ends[last & mask];
    }

    private void release() {
      if (heldNode < 0) {
        return;
      }
      int to = trie.outputsTo(heldNode);
      for (int output = trie.outputsFrom(heldNode); output < to; output++) {
        if (!isGuarded[output] || matches(outputs[output], text, heldStart, heldWordEnd)) {
          consumer.accept(concepts[output], heldStart, heldEnd);
        }
      }
      heldNode = -1;
    }

    private boolean isRead(int word) {
      if (word < read) {
        return true;
      }
      if (!words.next()) {
        return false;
      }
      int slot = read++ & mask;
      starts[slot] = words.start();
      wordEnds[slot] = words.wordEnd();
      ends[slot] = words.end();
      numbers[slot] = wordNumber(text, words);
      return true;
    }
  }

  /// Collects forms. Not thread-safe.
  static final class Builder {
    private final Language language;
    private final TextAnalyzer analyzer;
    private final Map<String, Integer> wordNumbers = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    Builder(Language language, TextAnalyzer analyzer) {
      this.language = language;
      this.analyzer = analyzer;
    }

    void add(LabelForm form) {
      int[] words = form.terms()
          .stream()
          .mapToInt(term -> wordNumbers.computeIfAbsent(term, t -> wordNumbers.size()))
          .toArray();
      entries.add(new Entry(words, form));
    }

    LabelAutomaton build() {
      entries.sort((a, b) -> WordTrie.ORDER.compare(a.words, b.words));
      List<Entry> distinct = new ArrayList<>();
      int from = 0;
      for (int to = 1; to <= entries.size(); to++) {
        if (to == entries.size()
            || !Arrays.equals(entries.get(from).words, entries.get(to).words)) {
          distinct.addAll(distinct(entries.subList(from, to)));
          from = to;
        }
      }
      return new LabelAutomaton(language, analyzer, Map.copyOf(wordNumbers), distinct);
    }

    /// A concept is named once by the same words, by its most lenient form.
    private static List<Entry> distinct(List<Entry> sameWords) {
      List<Entry> kept = new ArrayList<>();
      for (Entry entry : sameWords) {
        LabelForm form = entry.form;
        boolean isNamed = kept.stream()
            .anyMatch(k -> k.form.concept() == form.concept()
                && (k.form.rule() == Rule.ANY_CASE || k.form.written().equals(form.written())));
        if (!isNamed && form.rule() == Rule.ANY_CASE) {
          kept.removeIf(k -> k.form.concept() == form.concept());
        }
        if (!isNamed) {
          kept.add(entry);
        }
      }
      return kept;
    }
  }
}
