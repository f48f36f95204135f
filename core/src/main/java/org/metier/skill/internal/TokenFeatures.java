package org.metier.skill.internal;

import java.util.Arrays;

/// Collects the features of one token. Not thread-safe.
final class TokenFeatures {
  /// Numbers of the first templates of words.
  private static final int WRITTEN = 1_000;
  private static final int BRIDGED = 2_000;
  private static final int BEFORE = "<s>".hashCode();
  private static final int BEHIND = "</s>".hashCode();
  private static final WordFacts START = new WordFacts(BEFORE, BEFORE, BEFORE, BEFORE, BEFORE,
      BEFORE,
      new int[]{BEFORE, BEFORE, BEFORE}, true, LabelWords.Use.NONE);
  private static final WordFacts END = new WordFacts(BEHIND, BEHIND, BEHIND, BEHIND, BEHIND, BEHIND,
      new int[]{BEHIND, BEHIND, BEHIND}, true, LabelWords.Use.NONE);

  private final WordFacts[] facts;
  private final Sentence sentence;
  private final int[] skills;
  private final int[] occupations;
  private final int token;
  private int[] features = new int[128];
  private int size;
  private int template;

  TokenFeatures(WordFacts[] facts, Sentence sentence, int[] skills, int[] occupations, int token) {
    this.facts = facts;
    this.sentence = sentence;
    this.skills = skills;
    this.occupations = occupations;
    this.token = token;
  }

  int[] collect(SpanFeatures.Lexicon lexicon) {
    template = 0;
    bias();
    shapes();
    places();
    uses();
    labels();
    switch (lexicon) {
      case WRITTEN -> {
        template = WRITTEN;
        words();
        parts();
      }
      case BRIDGED -> {
        template = BRIDGED;
        englishWords();
      }
    }
    return Arrays.copyOf(features, size);
  }

  private WordFacts at(int offset) {
    int t = token + offset;
    return t < 0 ? START : t >= facts.length ? END : facts[t];
  }

  private static int at(int[] values, int t) {
    return t < 0 || t >= values.length ? -1 : values[t];
  }

  private void bias() {
    add(0);
  }

  private void shapes() {
    for (int offset = -2; offset <= 2; offset++) {
      add(at(offset).shape());
    }
    add(at(-1).shape(), at(0).shape());
    add(at(0).shape(), at(1).shape());
    add(at(-1).shape(), at(0).shape(), at(1).shape());
    for (int offset = -3; offset <= 3; offset++) {
      int t = token + offset;
      boolean isMark = t >= 0 && t < facts.length && !sentence.isWord()[t];
      add(isMark ? at(offset).word() : 0);
    }
  }

  /// Whether no space parts a token from the one before.
  private boolean isGlued(int t) {
    return t > 0 && t < facts.length && sentence.starts()[t] == sentence.ends()[t - 1];
  }

  private void places() {
    int glue = (isGlued(token) ? 1 : 0) + (isGlued(token + 1) ? 2 : 0);
    add(glue);
    add(glue, at(-1).shape(), at(0).shape());
    add(glue, at(0).shape(), at(1).shape());
    add(glue, isGlued(token - 1) ? 1 : 0, at(-1).shape());
    int n = facts.length;
    int length = n < 4 ? n : n < 8 ? 4 : n < 15 ? 5 : n < 30 ? 6 : 7;
    add(Math.min(token, 4));
    add(Math.min(n - 1 - token, 4));
    add(length);
    add(Math.min(token, 2), length);
    add(Math.min(token, 2), at(0).shape());
  }

  private void uses() {
    for (int offset = -1; offset <= 1; offset++) {
      int[] bins = at(offset).use().bins();
      for (int bin : bins) {
        add(bin);
      }
    }
    for (int offset = -2; offset <= 2; offset++) {
      add(at(offset).use().profile());
      add(at(offset).use().lean(), at(offset).isStop() ? 1 : 0);
    }
    add(lean(-1), lean(0));
    add(lean(0), lean(1));
    add(lean(-1), lean(0), lean(1));
    add(lean(-2), lean(-1), lean(0));
    add(lean(0), lean(1), lean(2));
    add(at(0).use().profile(), at(0).shape());
    add(at(0).use().profile(), lean(-1));
    add(at(0).use().profile(), lean(1));
    add(at(-1).shape(), lean(0));
    add(at(1).shape(), lean(0));
  }

  private int lean(int offset) {
    WordFacts facts = at(offset);
    return facts.isStop() ? facts.use().lean() + 20 : facts.use().lean();
  }

  private void labels() {
    for (int offset = -1; offset <= 1; offset++) {
      add(at(skills, token + offset));
      add(at(occupations, token + offset));
    }
    add(at(skills, token), at(skills, token - 1));
    add(at(skills, token), at(skills, token + 1));
    add(at(skills, token), at(0).shape());
    add(at(skills, token), lean(0));
    add(at(skills, token), at(occupations, token));
    add(at(skills, token), lean(-1), lean(1));
  }

  private void words() {
    for (int offset = -3; offset <= 3; offset++) {
      add(at(offset).word());
    }
    for (int offset = -1; offset <= 1; offset++) {
      add(at(offset).stem());
    }
    add(at(-1).word(), at(0).word());
    add(at(0).word(), at(1).word());
    add(at(-2).word(), at(-1).word());
    add(at(1).word(), at(2).word());
    add(facts[0].word(), Math.min(token, 3));
    add(facts[0].word(), facts.length > 1 ? facts[1].word() : 0);
    add(facts[facts.length - 1].word());
    add(at(0).word(), at(0).shape());
    add(at(-1).word(), at(0).shape());
    add(at(-1).word(), lean(0));
    add(at(1).word(), lean(0));
    add(at(0).word(), at(skills, token));
    add(at(-1).word(), at(skills, token));
  }

  private void englishWords() {
    for (int offset = -3; offset <= 3; offset++) {
      add(at(offset).english());
    }
    add(at(-1).english(), at(0).english());
    add(at(0).english(), at(1).english());
    add(at(-2).english(), at(-1).english());
    add(at(1).english(), at(2).english());
    add(facts[0].english(), Math.min(token, 3));
    add(at(0).english(), at(0).shape());
    add(at(-1).english(), at(0).shape());
    add(at(-1).english(), lean(0));
    add(at(1).english(), lean(0));
    add(at(0).english(), at(skills, token));
    add(at(-1).english(), at(skills, token));
  }

  private void parts() {
    add(at(0).head());
    add(at(0).longHead());
    for (int offset = -1; offset <= 1; offset++) {
      for (int tail : at(offset).tails()) {
        add(tail);
      }
    }
    add(at(-1).tails()[1], at(0).tails()[1]);
    add(at(0).tails()[1], at(1).tails()[1]);
    add(at(-1).tails()[1], at(0).tails()[1], at(1).tails()[1]);
    add(at(-2).tails()[1], at(-1).tails()[1], at(0).tails()[1]);
    add(at(0).tails()[1], at(0).shape());
    add(at(0).tails()[1], Math.min(token, 2));
  }

  private void add(int value) {
    add(value, 0x5bd1e995, 0x1b873593);
  }

  private void add(int a, int b) {
    add(a, b, 0x1b873593);
  }

  /// A hash of the template's number and its values.
  private void add(int a, int b, int c) {
    int hash = mixed(mixed(mixed(++template * 0x9E3779B9 + a) * 31 + b) * 31 + c);
    if (size == features.length) {
      features = Arrays.copyOf(features, 2 * size);
    }
    features[size++] = hash;
  }

  /// The finalizer of MurmurHash3.
  private static int mixed(int value) {
    int h = value;
    h ^= h >>> 16;
    h *= 0x85ebca6b;
    h ^= h >>> 13;
    h *= 0xc2b2ae35;
    return h ^ (h >>> 16);
  }
}
