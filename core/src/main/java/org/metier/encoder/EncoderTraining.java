package org.metier.encoder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// Learns a [LabelEncoder] from groups of texts that mean one thing.
///
/// Round by round, pairs of texts of one group are drawn, half of them of two languages where the group has
/// two. In each batch every text must find its partner among the partners of all others (InfoNCE: van den
/// Oord et al., "Representation Learning with Contrastive Predictive Coding", 2018; both ways, as in CLIP).
/// Batches are cut from groups that lie near each other, so that the others are hard to tell apart.
///
/// One thread; equal groups in equal order give equal bytes on every machine. ESCO in five languages, 360,000
/// texts, takes a minute or two and some 300 MB. Not thread-safe.
public final class EncoderTraining {
  /// Fewer groups teach an encoder nothing of use.
  public static final int LEAST_GROUPS = 1_000;

  private static final int ROUNDS = 8;
  private static final int FEW_BATCHES = 300;
  private static final long SEED = 1;
  private static final int MOST_PAIRS = 12;
  /// So many batches are cut from one stretch of pairs in the order of their neighbourhoods.
  private static final int BATCHES_NEARBY = 8;
  private static final double ACROSS_LANGUAGES = 0.5;
  private static final int TRIES = 8;

  private final List<Group> groups = new ArrayList<>();
  private int texts;

  /// Texts as their features.
  private record Group(int meaning, String neighbourhood, List<int[]> features,
      List<Integer> languages, int pairs) {}

  /// A text and the number of its language.
  public record Text(int language, String text) {}

  /// How many of a group's pairs a round learns from.
  public enum Weight {
    /// One for every two texts, up to twelve: the texts are names of one thing.
    NAMES,
    /// A single one: the texts have to do with each other.
    CONTEXT
  }

  /// Adds texts that belong together; those without letters and digits are left out, and so is a group of
  /// fewer than two texts.
  ///
  /// @param meaning groups of equal meaning are never held against each other
  /// @param neighbourhood groups are near each other if these sort near each other, such as codes of a
  ///     classification
  public void add(int meaning, String neighbourhood, Weight weight, List<Text> names) {
    List<int[]> features = new ArrayList<>();
    List<Integer> languages = new ArrayList<>();
    for (Text name : names) {
      int[] own = TextFeatures.of(name.text());
      if (own.length > 0) {
        features.add(own);
        languages.add(name.language());
      }
    }
    if (features.size() > 1) {
      int pairs = weight == Weight.NAMES ? Math.min(features.size() / 2, MOST_PAIRS) : 1;
      groups.add(new Group(meaning, neighbourhood, features, languages, pairs));
      texts += features.size();
    }
  }

  /// How many groups there are to learn from.
  public int groups() {
    return groups.size();
  }

  /// How many texts those have.
  public int texts() {
    return texts;
  }

  /// @param taxonomyId names what the groups were taken from; ASCII
  /// @throws IllegalStateException if there are fewer groups than [#LEAST_GROUPS]
  public LabelEncoder train(String taxonomyId, EncoderProgress progress) {
    if (groups.size() < LEAST_GROUPS) {
      throw new IllegalStateException(
          "an encoder needs at least " + LEAST_GROUPS + " groups, had " + groups.size());
    }
    return train(taxonomyId, ROUNDS, progress);
  }

  /// The same of however few groups, in as many rounds as make up for it: the encoder knows these texts and
  /// hardly any other. Some seconds.
  ///
  /// @throws IllegalStateException if there are too few to hold any against the others
  public LabelEncoder trainOnFew(String taxonomyId, EncoderProgress progress) {
    int pairs = groups.stream().mapToInt(Group::pairs).sum();
    if (pairs < ContrastiveBatch.PAIRS) {
      throw new IllegalStateException("an encoder needs at least " + ContrastiveBatch.PAIRS
          + " pairs of texts, had " + pairs);
    }
    return train(taxonomyId, Math.max(ROUNDS, FEW_BATCHES * ContrastiveBatch.PAIRS / pairs),
        progress);
  }

  private LabelEncoder train(String taxonomyId, int rounds, EncoderProgress progress) {
    Random random = new Random(SEED);
    List<Group> turns = new ArrayList<>();
    groups.forEach(group -> turns.addAll(Collections.nCopies(group.pairs, group)));
    ContrastiveBatch batch = new ContrastiveBatch(random);
    int batchesPerRound = turns.size() / ContrastiveBatch.PAIRS;
    int done = 0;
    for (int round = 1; round <= rounds; round++) {
      for (List<Group> members : batches(turns, random)) {
        for (int i = 0; i < members.size(); i++) {
          draw(members.get(i), i, batch, random);
        }
        batch.learn(1 - (float) done / (rounds * batchesPerRound + 1));
        done++;
      }
      progress.learnt(round, rounds);
    }
    return LabelEncoder.quantised(taxonomyId, batch.vectors());
  }

  private static List<List<Group>> batches(List<Group> turns, Random random) {
    Collections.shuffle(turns, random);
    int stretch = ContrastiveBatch.PAIRS * BATCHES_NEARBY;
    List<List<Group>> batches = new ArrayList<>();
    for (int from = 0; from < turns.size(); from += stretch) {
      List<Group> near = new ArrayList<>(
          turns.subList(from, Math.min(turns.size(), from + stretch)));
      near.sort(Comparator.comparing(Group::neighbourhood));
      for (int i = 0; i + ContrastiveBatch.PAIRS <= near.size(); i += ContrastiveBatch.PAIRS) {
        batches.add(near.subList(i, i + ContrastiveBatch.PAIRS));
      }
    }
    Collections.shuffle(batches, random);
    return batches;
  }

  private static void draw(Group group, int place, ContrastiveBatch batch, Random random) {
    int count = group.features.size();
    int one = random.nextInt(count);
    boolean isAcross = random.nextDouble() < ACROSS_LANGUAGES;
    int other = (one + 1) % count;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      int drawn = random.nextInt(count);
      if (drawn != one) {
        other = drawn;
        if (isAcross != group.languages.get(one).equals(group.languages.get(drawn))) {
          break;
        }
      }
    }
    batch.set(place, group.meaning, group.features.get(one), group.features.get(other));
  }
}
