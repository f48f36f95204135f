package org.metier.link;

import org.metier.link.internal.Initials;

import java.util.Arrays;
import org.metier.link.SkillLabels.Mention;
import org.metier.link.SkillWords.Kin;

/// What the words of one mention and the labels of one language have in common. Not thread-safe.
final class SkillWriting {
  private final SkillLabels labels;
  private final Mention mention;
  /// By word of the labels: one more than the place of its first pair below; 0 for a word that is not akin.
  private final int[] head;
  private final int[] next;
  private final int[] pairMention;
  private final float[] pairLikeness;

  /// How a concept's likest label compares.
  ///
  /// @param text that label; -1 when none shares a word
  /// @param words cosine of the likest
  /// @param second of the second-likest
  /// @param preferred of the preferred label
  /// @param coveredByAll share of the mention's words that any label has
  record Look(int text, double words, double second, double preferred, double coveredByAll,
      Shares shares) {}

  /// @param sharedWeight of the label's words
  record Shares(double mention, double label, double mentionSame, double labelSame,
      double sharedWeight, double firstWord, double lastWord, int length) {
    double cosine() {
      return Math.sqrt(mention * label);
    }
  }

  SkillWriting(SkillLabels labels, Mention mention) {
    this.labels = labels;
    this.mention = mention;
    head = new int[labels.vocabulary()];
    int pairs = Arrays.stream(mention.kin()).mapToInt(k -> k.terms().length).sum();
    next = new int[pairs + 1];
    pairMention = new int[pairs + 1];
    pairLikeness = new float[pairs + 1];
    int pair = 0;
    for (int i = 0; i < mention.kin().length; i++) {
      Kin kin = mention.kin()[i];
      for (int k = 0; k < kin.terms().length; k++) {
        pair++;
        pairMention[pair] = i;
        pairLikeness[pair] = kin.likeness()[k];
        next[pair] = head[kin.terms()[k]];
        head[kin.terms()[k]] = pair;
      }
    }
  }

  /// The highest cosine of each concept's labels, roughly, and where a rare word counts more; adds nothing
  /// where another language said more.
  void search(float[] cosine, float[] rare, float worth) {
    labels.search(mention, (owner, mentionShare, labelShare) -> {
      float value = worth * (float) Math.sqrt(mentionShare * labelShare);
      cosine[owner] = Math.max(cosine[owner], value);
      rare[owner] = Math.max(rare[owner], worth * (float) (mentionShare * labelShare));
    });
  }

  Look look(int place) {
    double[] found = new double[mention.kin().length];
    double[] same = new double[found.length];
    double[] byAll = new double[found.length];
    int best = -1;
    Shares likest = new Shares(0, 0, 0, 0, 0, 0, 0, 0);
    double second = 0;
    double preferred = 0;
    for (int text = labels.from(place); text < labels.to(place); text++) {
      Shares shares = compare(text, found, same);
      for (int i = 0; i < found.length; i++) {
        byAll[i] = Math.max(byAll[i], found[i]);
      }
      double cosine = shares.cosine();
      if (labels.rank(text) == 0) {
        preferred = Math.max(preferred, cosine);
      }
      if (cosine > likest.cosine()) {
        second = likest.cosine();
        likest = shares;
        best = text;
      } else {
        second = Math.max(second, cosine);
      }
    }
    return new Look(best, likest.cosine(), second, preferred, share(byAll), likest);
  }

  private Shares compare(int text, double[] found, double[] same) {
    Arrays.fill(found, 0);
    Arrays.fill(same, 0);
    double shared = 0;
    double sharedSame = 0;
    int first = labels.firstWord(text);
    int end = labels.endOfWords(text);
    for (int at = first; at < end; at++) {
      double likest = 0;
      for (int pair = head[labels.word(at)]; pair > 0; pair = next[pair]) {
        double likeness = pairLikeness[pair];
        likest = Math.max(likest, likeness);
        found[pairMention[pair]] = Math.max(found[pairMention[pair]], likeness);
        same[pairMention[pair]] = Math.max(same[pairMention[pair]], likeness == 1 ? 1 : 0);
      }
      shared += likest * labels.weight(labels.word(at));
      sharedSame += likest == 1 ? labels.weight(labels.word(at)) : 0;
    }
    double mass = labels.mass(text);
    int last = mention.core() - 1;
    return new Shares(share(found), mass == 0 ? 0 : Math.min(1, shared / mass), share(same),
        mass == 0 ? 0 : Math.min(1, sharedSame / mass), shared,
        end == first || last < 0 ? 0 : likeness(labels.word(first), 0),
        end == first || last < 0 ? 0 : likeness(labels.word(end - 1), last), end - first);
  }

  private double likeness(int word, int mentionWord) {
    for (int pair = head[word]; pair > 0; pair = next[pair]) {
      if (pairMention[pair] == mentionWord) {
        return pairLikeness[pair];
      }
    }
    return 0;
  }

  private double share(double[] found) {
    double sum = 0;
    for (int i = 0; i < found.length; i++) {
      sum += found[i] * mention.weights()[i];
    }
    return mention.mass() == 0 ? 0 : Math.min(1, sum / mention.mass());
  }

  int mentionLength() {
    return mention.core();
  }

  Initials initials() {
    return labels.initials();
  }

  int rank(int text) {
    return labels.rank(text);
  }
}
