package org.metier.link;

import org.metier.link.internal.IntList;
import org.metier.link.internal.Postings;
import org.metier.link.internal.Initials;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.metier.encoder.LabelEncoder;
import org.metier.link.SkillWords.Kin;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.text.Token;

/// The labels of skills in one language, as the words they consist of, found by the words of a mention and
/// those akin to them. A label that ends with a qualifier in brackets (`Java (computer programming)`)
/// counts without it, too.
///
/// Thread-safe. The scratch memory of a search, 16 bytes a label, is kept for the next one; searches at the
/// same time get their own.
final class SkillLabels {
  /// What a word beyond the core of a mention weighs against one in it.
  private static final double BEYOND_CORE = 0.1;
  /// How akin an abbreviation and the word are whose capitals it is.
  private static final float ABBREVIATED = 0.8f;

  private final Language language;
  private final TextAnalyzer analyzer;
  private final SkillWords words;
  /// The texts of the concept at place `p` are `from[p]` to `from[p + 1]`.
  private final int[] from;
  private final int[] owner;
  private final short[] rank;
  /// The words of text `t` are `terms[begin[t]]` to `terms[begin[t + 1]]`, each once.
  private final int[] begin;
  private final int[] terms;
  private final Postings postings;
  private final Initials initials;
  /// Of words, those with capitals within.
  private final Initials capitals;
  private final AtomicReference<@Nullable Scratch> spare = new AtomicReference<>();

  private static final class Scratch {
    final float[] mention;
    final float[] label;
    final int[] touched;

    Scratch(int texts) {
      mention = new float[texts];
      label = new float[texts];
      touched = new int[texts];
    }
  }

  /// A mention's words that say something.
  ///
  /// @param kin of each word
  /// @param weights of each word, above 0
  /// @param mass sum of the weights
  /// @param core how many of them, the first ones, belong to the mention's core
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Mention(Kin[] kin, double[] weights, double mass, int core) {}

  /// Is shown every text that shares a word with a mention, or has one that is akin.
  @FunctionalInterface
  interface Hits {
    /// @param owner place of the concept whose label it is
    /// @param mentionShare share of the mention's words, by weight and likeness, that the text has
    /// @param labelShare share of the text's words that the mention has
    void hit(int owner, double mentionShare, double labelShare);
  }

  SkillLabels(SkillConcepts concepts, Language language, TextAnalyzer analyzer,
      @Nullable LabelEncoder encoder) {
    this.language = language;
    this.analyzer = analyzer;
    SkillWords.Builder vocabulary = new SkillWords.Builder();
    IntList owners = new IntList();
    IntList ranks = new IntList();
    IntList starts = new IntList();
    IntList all = new IntList();
    Initials.Builder letters = new Initials.Builder();
    Initials.Builder camels = new Initials.Builder();
    from = new int[concepts.size() + 1];
    starts.add(0);
    for (int place = 0; place < concepts.size(); place++) {
      int labelRank = 0;
      for (String label : concepts.taxonomy().labels(concepts.numbers()[place], language)) {
        String bare = LabelVariants.withoutQualifier(label);
        for (String text : bare.equals(label) ? List.of(label) : List.of(label, bare)) {
          words(text).stream()
              .mapToInt(word -> number(word.term(), word.span().of(text), vocabulary, camels))
              .distinct()
              .forEach(all::add);
          starts.add(all.size());
          letters.add(place, text);
          owners.add(place);
          ranks.add(labelRank);
        }
        labelRank++;
      }
      from[place + 1] = owners.size();
    }
    initials = letters.build();
    capitals = camels.build();
    owner = owners.toArray();
    begin = starts.toArray();
    terms = all.toArray();
    rank = new short[owner.length];
    int[] wide = ranks.toArray();
    for (int t = 0; t < rank.length; t++) {
      rank[t] = (short) wide[t];
    }
    words = vocabulary.build(encoder);
    postings = Postings.invert(begin, terms, owner.length, words.size());
  }

  private static int number(String term, String written, SkillWords.Builder vocabulary,
      Initials.Builder capitals) {
    int known = vocabulary.size();
    int number = vocabulary.number(term, written.toLowerCase(Locale.ROOT));
    if (number == known) { // it came for the first time
      capitals.add(number, written);
    }
    return number;
  }

  /// Words without those that say nothing, unless there are no others.
  private List<Token> words(String text) {
    List<Token> all = analyzer.analyze(language, text);
    List<Token> telling = new ArrayList<>();
    for (Token word : all) {
      String written = word.span().of(text);
      boolean isAcronym = written.length() > 1
          && written.equals(written.toUpperCase(Locale.ROOT));
      if (isAcronym || !analyzer.isStopWord(language, written)) {
        telling.add(word);
      }
    }
    return telling.isEmpty() ? all : telling;
  }

  /// @param text what to compare with labels
  /// @param core the part of it that says most; what is beyond weighs little
  Mention mention(String text, String core) {
    Map<String, Token> telling = new LinkedHashMap<>();
    words(core).forEach(word -> telling.putIfAbsent(word.term(), word));
    int coreWords = telling.size();
    Map<String, String> written = new LinkedHashMap<>();
    telling.forEach((term, word) -> written.put(term, word.span().of(core)));
    if (!text.equals(core)) {
      words(text).forEach(word -> written.putIfAbsent(word.term(), word.span().of(text)));
    }
    Kin[] kin = new Kin[written.size()];
    double[] weights = new double[kin.length];
    double mass = 0;
    int i = 0;
    for (Map.Entry<String, String> word : written.entrySet()) {
      kin[i] = abbreviated(word.getValue(),
          words.kin(word.getKey(), word.getValue().toLowerCase(Locale.ROOT)));
      double weight = kin[i].term() < 0
          ? postings.weightOfUnknown()
          : postings.weight(kin[i].term());
      weights[i] = i < coreWords ? weight : BEYOND_CORE * weight;
      mass += weights[i++];
    }
    return new Mention(kin, weights, mass, coreWords);
  }

  /// The kin of a word, and the words that it may abbreviate.
  private Kin abbreviated(String written, Kin kin) {
    IntList terms = new IntList();
    capitals.search(written, (word, isWithinWord) -> {
      if (isWithinWord && Arrays.stream(kin.terms()).noneMatch(known -> known == word)) {
        terms.add(word);
      }
    });
    if (terms.size() == 0) {
      return kin;
    }
    int[] all = Arrays.copyOf(kin.terms(), kin.terms().length + terms.size());
    float[] likeness = Arrays.copyOf(kin.likeness(), all.length);
    System.arraycopy(terms.toArray(), 0, all, kin.terms().length, terms.size());
    Arrays.fill(likeness, kin.terms().length, all.length, ABBREVIATED);
    return new Kin(kin.term(), all, likeness);
  }

  Initials initials() {
    return initials;
  }

  void search(Mention mention, Hits hits) {
    Scratch scratch = spare.getAndSet(null);
    if (scratch == null) {
      scratch = new Scratch(owner.length);
    }
    int touched = 0;
    for (int i = 0; i < mention.kin.length; i++) {
      Kin kin = mention.kin[i];
      for (int k = 0; k < kin.terms().length; k++) {
        touched = postings.add(kin.terms()[k], kin.likeness()[k] * (float) mention.weights[i],
            kin.likeness()[k], scratch.mention, scratch.label, scratch.touched, touched);
      }
    }
    Arrays.sort(scratch.touched, 0, touched);
    for (int i = 0; i < touched; i++) {
      int text = scratch.touched[i];
      hits.hit(owner[text], Math.min(1, scratch.mention[text] / mention.mass),
          Math.min(1, scratch.label[text] / postings.mass(text)));
      scratch.mention[text] = 0;
      scratch.label[text] = 0;
    }
    spare.set(scratch);
  }

  /// How many words there are.
  int vocabulary() {
    return words.size();
  }

  int texts() {
    return owner.length;
  }

  int from(int place) {
    return from[place];
  }

  int to(int place) {
    return from[place + 1];
  }

  /// The rank of a text's label among the concept's labels.
  int rank(int text) {
    return rank[text];
  }

  int firstWord(int text) {
    return begin[text];
  }

  int endOfWords(int text) {
    return begin[text + 1];
  }

  int word(int at) {
    return terms[at];
  }

  double weight(int word) {
    return postings.weight(word);
  }

  double mass(int text) {
    return postings.mass(text);
  }
}
