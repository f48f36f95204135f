package org.metier.skill.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Gives labelled sentences back the commas that their makers took out, so that a model knows them: between
/// neighbouring spans, where there must have been one or its like, and here and there between other words.
final class Commas {
  private static final double ELSEWHERE = 0.04;

  private Commas() {}

  /// The sentences, and behind each that got a comma a copy with it.
  static List<LabelledSentence> withCopies(List<LabelledSentence> sentences, Random random) {
    List<LabelledSentence> all = new ArrayList<>();
    for (LabelledSentence sentence : sentences) {
      all.add(sentence);
      LabelledSentence copy = put(sentence, random);
      if (copy.tokens().size() > sentence.tokens().size()) {
        all.add(copy);
      }
    }
    return all;
  }

  private static LabelledSentence put(LabelledSentence sentence, Random random) {
    List<String> tokens = new ArrayList<>();
    List<Integer> skills = new ArrayList<>();
    List<Integer> knowledge = new ArrayList<>();
    boolean hasSpans = sentence.skills().contains(Chain.FIRST)
        || sentence.knowledge().contains(Chain.FIRST);
    for (int t = 0; t < sentence.tokens().size(); t++) {
      boolean isBetween = parts(sentence.skills(), t) || parts(sentence.knowledge(), t);
      boolean isElsewhere = t > 0 && hasSpans && isOutside(sentence, t - 1)
          && isOutside(sentence, t) && random.nextDouble() < ELSEWHERE;
      if (isBetween || isElsewhere) {
        tokens.add(",");
        skills.add(within(sentence.skills().get(t)));
        knowledge.add(within(sentence.knowledge().get(t)));
      }
      tokens.add(sentence.tokens().get(t));
      skills.add(sentence.skills().get(t));
      knowledge.add(sentence.knowledge().get(t));
    }
    return new LabelledSentence(sentence.document(), tokens, skills, knowledge);
  }

  /// Whether a span begins right behind another.
  private static boolean parts(List<Integer> labels, int t) {
    return t > 0 && labels.get(t) == Chain.FIRST && labels.get(t - 1) != Chain.OUTSIDE;
  }

  private static boolean isOutside(LabelledSentence sentence, int t) {
    return sentence.skills().get(t) == Chain.OUTSIDE
        && sentence.knowledge().get(t) == Chain.OUTSIDE;
  }

  private static int within(int next) {
    return next == Chain.INSIDE ? Chain.INSIDE : Chain.OUTSIDE;
  }
}
